import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { createCoach } from '../../src/coach/coach.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { loadLexicon, strict } from '../../src/knowledge/load.ts';
import { loadWordVectors } from '../../src/knowledge/trained.ts';
import { KNOWLEDGE } from '../../src/root.ts';
import { benchAcknowledging } from './acknowledging.ts';
import { benchPictures } from './pictures.ts';
import { benchProcess } from './process.ts';
import { benchReview } from './review.ts';
import { benchSearch } from './search.ts';

/**
 * `npm run bench [review] [search] [process] [pictures] [discord]`: how fast the coach is beside others, in one
 * run and in turns, so that the ratios hold on a busy machine too. Medians after a warm-up; with the
 * machine, Node and the versions of what it is compared with.
 */
const knowledge = openKnowledge(KNOWLEDGE);
const SECTIONS: Record<string, () => Promise<string[]>> = {
  review: () => benchReview(createCoach(knowledge)),
  search: () =>
    benchSearch(knowledge, loadLexicon(KNOWLEDGE, 'questions', strict), loadWordVectors(KNOWLEDGE)),
  process: benchProcess,
  pictures: benchPictures,
  discord: benchAcknowledging,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in SECTIONS));
if (unknown.length) {
  console.error(
    `There is no ${unknown.join(', ')}: name any of ${Object.keys(SECTIONS).join(', ')}.`,
  );
  process.exit(2);
}
const [cpu] = cpus();
const busy = () => `${loadavg()[0]?.toFixed(1)} processes at work`;
console.log(`node ${process.version}, ${cpus().length} × ${cpu?.model.trim()}, ${busy()}`);
console.log(versions(new URL('package.json', import.meta.url)).join(', '));
for (const [name, section] of Object.entries(SECTIONS))
  if (!chosen.length || chosen.includes(name)) console.log(`\n${(await section()).join('\n')}`);
console.log(`\n${busy()} at the end`);

function versions(file: URL): string[] {
  const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../src/coach/progress.ts';
import { drawDebrief } from '../../src/pictures/debrief.ts';
import { createDraw } from '../../src/pictures/draw.ts';
import { drawProgress } from '../../src/pictures/progress.ts';
import type { Picture } from '../../src/pictures/shapes.ts';
import { drawStrip } from '../../src/pictures/strip.ts';
import { knowledge } from '../coach/support.ts';
import { GALLERY } from './gallery.ts';
import { coach, ended, parts } from './support.ts';

/**
 * The pictures of the README, into `docs/`: `npm run pictures`. Its sittings and answers are made up.
 * With a folder (`npm run pictures /tmp/look`) those that are hard to lay out go there, to be looked at.
 */
const ROOT = new URL('../..', import.meta.url);

const sitting = (
  at: string,
  kind: Entry['kind'],
  flags: Entry['flags'],
  missing: string[] = [],
) => {
  return { at: `${at}T18:00:00Z`, kind, pieces: kind === 'review' ? 1 : 5, flags, missing };
};
const entries = [
  sitting('2026-09-20', 'interview', { 'no-ownership': 3, blame: 2, 'too-short': 1 }),
  sitting('2026-09-27', 'interview', { 'no-ownership': 2, blame: 1, 'no-concrete-steps': 2 }),
  sitting('2026-10-04', 'interview', { 'no-concrete-steps': 3, 'too-long': 1 }),
  sitting('2026-10-12', 'interview', { 'no-concrete-steps': 1 }),
  sitting('2026-09-22', 'review', { blame: 1, 'overlong-explanation': 1 }, ['growth', 'vision']),
  sitting('2026-10-02', 'review', { 'overlong-explanation': 1 }, ['growth']),
  sitting('2026-10-15', 'review', {}, ['growth']),
];
const answers = [
  'I scored 204 on Step 1, and that was my own doing: I read and never tested myself. The month after it I did forty questions a day, timed, and kept a log of every mistake by topic. I sat with a tutor each Friday and went through the log. Nine months later I scored 241 on Step 2 CK. On the wards I still keep that log: what I missed, why, and what I do about it. I would like to bring that habit to your program, because a resident who knows what they miss is one you can trust at night. ',
  'The school never prepared us for it, and nobody told us what the exam was about.',
  'I learned a lot from it and grew as a person.',
];

async function put(name: string, picture: Picture | undefined): Promise<void> {
  if (picture) writeFileSync(new URL(`docs/${name}.png`, ROOT), await createDraw()(picture));
}

const draft = readFileSync(new URL('examples/statement.txt', ROOT), 'utf8');
await put('strip', drawStrip(coach.review(draft), parts));
await put('progress', drawProgress(entries, knowledge.labelOf));
const end = ended({ rounds: 3, seed: 5 }, answers);
await put('session', end && drawDebrief(end.debrief, end.turns));

const [folder] = process.argv.slice(2);
if (folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, picture] of Object.entries(GALLERY))
    if (picture) writeFileSync(join(folder, `${name}.png`), await createDraw()(picture));
}

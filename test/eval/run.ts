import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createCoach } from '../../src/coach/coach.ts';
import { loadConfig } from '../../src/config.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { KNOWLEDGE } from '../../src/root.ts';
import { agreeOn, GUARDED } from './agreed.ts';
import type { Half } from './cases.ts';
import { type Figure, type Judges, measure } from './figures.ts';
import { heldOutCoach } from './held-out-coach.ts';
import { type PageHalf, pageOf } from './page/page.ts';
import { promptSizes } from './prompt-sizes.ts';
import { errorsOf } from './verdict.ts';

/**
 * Prints the figures of the development half, each of its cases judged by weights that had not seen
 * it; of the report half, on which nothing is tuned; and of the fresh cases, whose writer had seen
 * neither code nor cases; and writes them with every error as a page for a browser.
 * `--errors` prints each error too; `--model` lets the model judge that is configured; `--agree`
 * makes the figures those below which `npm test` fails; `--page FILE` says where the page goes.
 */
const { values: options } = parseArgs({
  options: {
    errors: { type: 'boolean', default: false },
    model: { type: 'boolean', default: false },
    agree: { type: 'boolean', default: false },
    page: { type: 'string', default: '.eval/index.html' },
  },
});
if (options.agree && options.model)
  fail('Agreed figures are those of the rules: leave --model out.');

/** What the page says of each half. */
const ABOUT: Record<Half, string> = {
  develop:
    'Each case is judged by weights that were fitted without it, but thresholds, word lists and ways to ask were chosen with these cases in view.',
  report: 'Written with the development cases by the same writers, and never tuned on.',
  fresh: 'Written later by somebody who had seen neither the code nor any other case.',
  last: 'Written last by another who had seen neither; measured when all else was done.',
};

const knowledge = openKnowledge(KNOWLEDGE);
const judgesOf = options.model ? await withModel() : byRules;
const halves: PageHalf[] = [];
for (const name of options.model ? GUARDED : (['develop', ...GUARDED] as const)) {
  const measured = measure(await judgesOf(name), name);
  halves.push({ name, about: ABOUT[name], ...measured });
  console.log(`\n${name.toUpperCase()}`);
  for (const figure of measured.figures) console.log(lineOf(figure));
  if (options.errors) console.log(`\n${measured.verdicts.flatMap(errorsOf).join('\n')}`);
}
if (options.agree) agreeOn(halves.filter(({ name }) => name !== 'develop'));
const page = resolve(options.page);
mkdirSync(dirname(page), { recursive: true });
const judge = options.model ? `with the model ${(await loadConfig()).OPENAI_MODEL}` : 'by rules';
writeFileSync(page, pageOf(halves, judge));
console.log(`\nWith pictures and every error, for a browser: ${page}`);

function byRules(half: Half): Judges {
  return half === 'develop' ? heldOutCoach(knowledge) : createCoach(knowledge);
}

function lineOf({ name, value, detail, rates }: Figure): string {
  const shown = rates && rates.label !== 'all' ? `  ${rates.label}` : name;
  return `${shown.padEnd(56)} ${value.toFixed(2).padStart(5)}   ${detail}`;
}

function fail(why: string): never {
  console.error(why);
  process.exit(2);
}

async function withModel(): Promise<(half: Half) => Promise<Judges>> {
  const config = await loadConfig();
  if (!config.OPENAI_API_KEY && !config.OPENAI_BASE_URL) {
    fail('Set OPENAI_API_KEY or OPENAI_BASE_URL to measure a model.');
  }
  console.log(`MODEL ${config.OPENAI_MODEL}`);
  for (const { task, fixed, material } of promptSizes(knowledge)) {
    const share = Math.round((100 * fixed) / (fixed + material));
    console.log(
      `${task.padEnd(18)} about ${fixed + material} tokens in, ${share}% of them the same each time`,
    );
  }
  const { judgedByModel } = await import('./with-model.ts');
  return async (half) => {
    const { judges, calls, failed } = await judgedByModel(config, knowledge, half, console.error);
    const tokens = calls.reduce((sum, call) => sum + call.tokens, 0);
    const waits = calls.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const at = (share: number) =>
      ((waits[Math.floor(waits.length * share)] ?? 0) / 1000).toFixed(1);
    console.log(
      `\n${half}: ${calls.length} calls, ${tokens} tokens, median ${at(0.5)} s, p95 ${at(0.95)} s, ${failed} results by rules because the model failed`,
    );
    return judges;
  };
}

import { createCoach } from '../../src/coach/coach.ts';
import { loadConfig } from '../../src/config.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { KNOWLEDGE } from '../../src/root.ts';
import type { Half } from './cases.ts';
import { type Judges, measure } from './figures.ts';
import { promptSizes } from './prompt-sizes.ts';

/**
 * Prints the figures of the report half, on which nothing is tuned, and of the fresh cases, whose
 * writer had seen neither code nor cases; with `--errors` each error too, with `--model` as the
 * model judges that is configured. The development half is what the weights were fitted on, so its
 * figures would flatter: `npm run train` prints what cross-fitting gives there.
 */
const knowledge = openKnowledge(KNOWLEDGE);
const judgesOf = process.argv.includes('--model')
  ? await withModel()
  : () => createCoach(knowledge);
for (const half of ['report', 'fresh'] as const) {
  const { figures, errors } = measure(await judgesOf(half), half);
  console.log(`\n${half.toUpperCase()}`);
  for (const { name, value, detail } of figures)
    console.log(`${name.padEnd(56)} ${value.toFixed(2).padStart(5)}   ${detail}`);
  if (process.argv.includes('--errors')) console.log(`\n${errors.join('\n')}`);
}

async function withModel(): Promise<(half: Half) => Promise<Judges>> {
  const config = await loadConfig();
  if (!config.OPENAI_API_KEY && !config.OPENAI_BASE_URL) {
    console.error('Set OPENAI_API_KEY or OPENAI_BASE_URL to measure a model.');
    process.exit(2);
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

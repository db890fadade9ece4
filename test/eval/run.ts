import { createCoach } from '../../src/coach/coach.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { KNOWLEDGE } from '../../src/root.ts';
import { measure } from './figures.ts';

/**
 * Prints the figures of the report half, on which nothing is tuned, and of the fresh cases, whose
 * writer had seen neither code nor cases; with `--errors` each error too. The development half is what the weights were fitted on, so its figures would flatter:
 * `npm run train` prints what cross-fitting gives there.
 */
const coach = createCoach(openKnowledge(KNOWLEDGE));
for (const half of ['report', 'fresh'] as const) {
  const { figures, errors } = measure(coach, half);
  console.log(`\n${half.toUpperCase()}`);
  for (const { name, value, detail } of figures)
    console.log(`${name.padEnd(56)} ${value.toFixed(2).padStart(5)}   ${detail}`);
  if (process.argv.includes('--errors')) console.log(`\n${errors.join('\n')}`);
}

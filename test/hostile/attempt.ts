import type { Came, Input } from './input.ts';
import type { Stage } from './stage.ts';

/** The most that any input may cost. */
export const MOST_SECONDS = 5;
export const MOST_MB = 300;

/**
 * What an input came to, its cost judged too. One that took too long is tried once more before it is
 * called so: others may have had the machine.
 */
export async function attempt(input: Input, stage: Stage): Promise<Came> {
  const first = await input.run(stage);
  const came = first.seconds > MOST_SECONDS ? await input.run(stage) : first;
  const faults = [
    ...came.faults,
    came.seconds > MOST_SECONDS ? 'took too long' : '',
    came.mb > MOST_MB ? 'took too much memory' : '',
  ].filter(Boolean);
  return { ...came, faults };
}

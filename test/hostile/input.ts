import type { Stage } from './stage.ts';

/** What one hostile input came to. */
export interface Came {
  /** The first line that a person sees of it, with what it ended with. */
  said: string;
  /** Why it is not as it should be; empty where all is well. */
  faults: readonly string[];
  /** From the start, or from the act, until it was answered; wall time. */
  seconds: number;
  /** Seconds of processor time of all its processes. */
  cpu: number;
  /** Peak of the memory of all its processes; of the bot, what came to what it had before. In MB. */
  mb: number;
}

/** Something that should harm nobody. */
export interface Input {
  door: string;
  name: string;
  /** Whether it is one of the few that run with every test. */
  short: boolean;
  run(stage: Stage): Promise<Came>;
}

/** In every draft, answer and question; may be quoted back to who wrote it, and be nowhere else. */
export const CANARY = 'quillfeather';
/** In what a model made up; may be seen by nobody. */
export const INVENTED = 'xylophagous';
/** The key of the model's server; may be seen by nobody. */
export const SECRET = 'sk-hush-7719';

/** The first line of a text that says something. */
export function firstLine(text: string): string {
  const line = text
    .split('\n')
    .map((one) => one.trim())
    .find(Boolean);
  return line ?? '(nothing)';
}

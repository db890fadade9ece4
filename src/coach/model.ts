import type * as z from 'zod';

/** Something a language model is asked to do: the prompt of that name, and the shape of what comes back. */
export interface Task<Output> {
  /** The prompt's file in `prompts/`, without its ending. */
  name: string;
  output: z.ZodType<Output>;
  /** What the prompt needs to be given with each call; all of it is material, never an instruction. */
  material: readonly string[];
}

/** Whom a call is made for; budgets are kept by these, and nobody's where nobody is named. */
export interface Caller {
  person?: string | undefined;
  /** The server in which it was asked, where there is one. */
  server?: string | undefined;
}

/** Why no usable result came back. */
export type Failure =
  /** Nothing within the deadline. */
  | 'slow'
  /** Not reachable, or it answered with errors, or too often of late to be tried. */
  | 'down'
  /** Too many calls at once. */
  | 'busy'
  /** The day's tokens of the person or the server are spent. */
  | 'over-budget'
  /** It would not do the task. */
  | 'refused'
  /** What it said could not be used, after a repair as well. */
  | 'nonsense';

export type Outcome<Output> = { value: Output } | { failure: Failure };

/**
 * A language model, as the coach is handed one. `run` never throws and ends within the deadline
 * that was configured. `partly` is called with what can be read so far, while it is being written.
 */
export interface Model {
  run<Output>(
    task: Task<Output>,
    material: Readonly<Record<string, string>>,
    caller: Caller,
    partly?: (sofar: unknown) => void,
  ): Promise<Outcome<Output>>;
}

/** What the person is told where a model was to help and could not. */
export const SAID_OF_FAILURE: Readonly<Record<Failure, string>> = {
  slow: 'The language model did not answer in time, so this is what the rules found.',
  down: 'The language model could not be reached, so this is what the rules found.',
  busy: 'The language model has too much to do just now, so this is what the rules found.',
  'over-budget': 'The language model has had its share for today, so this is what the rules found.',
  refused: 'The language model declined this text, so this is what the rules found.',
  nonsense: 'The language model said nothing that could be used, so this is what the rules found.',
};

import type { Caller, Outcome } from '../coach/model.ts';
import type { Said } from '../coach/speech/heard.ts';
import { type Sound, soundOf } from '../sound/sound.ts';
import { Unusable } from '../unusable.ts';
import type { Budget, Reserved } from './budget.ts';
import { CallFailed } from './failed.ts';
import type { CallRecord } from './model.ts';
import type { Patience } from './patience.ts';
import { TOKENS_A_SECOND, type Transcribe } from './transcription.ts';

/**
 * Listens to a recording. Its bytes are fetched when it is its turn and dropped afterwards, so that
 * no more of them are in memory than are listened to. Tells in a word why it could not hear; rejects
 * with `Unusable` where what was fetched can't be listened to.
 */
export type Hear = (fetch: () => Promise<Uint8Array>, caller: Caller) => Promise<Outcome<Said>>;

export interface TranscriberParts {
  /** Made on the first call. */
  transcribe: () => Promise<Transcribe>;
  patience: Patience;
  budget: Budget;
  /** The longest that a person waits for it, in seconds. */
  longest: number;
  record?: ((call: CallRecord) => void) | undefined;
}

/** Where nobody can tell how long a recording is, a long answer is reserved for; in seconds. */
const A_LONG_ANSWER = 180;

/** Speech is seldom kept in more bytes a second; a header that claims less time for them may be made up. */
const DENSE = 32_000;

/** For how long a recording is reserved, in seconds: what it says of itself, if its size bears that out. */
const lengthAtMost = ({ seconds = A_LONG_ANSWER, bytes }: Sound) =>
  Math.max(seconds, bytes.length / DENSE);

/** A transcriber that keeps to its deadline and the budgets of the model's. */
export function createHear(parts: TranscriberParts): Hear {
  return async (fetch, caller) => {
    const began = performance.now();
    const call = createCall(fetch, caller, parts);
    const done = (outcome: CallRecord['outcome']) =>
      parts.record?.({
        task: 'transcribe',
        outcome,
        milliseconds: Math.round(performance.now() - began),
        tokens: call.spent(),
      });
    try {
      const value = await parts.patience(parts.longest, call.listen, caller);
      done('ok');
      return { value };
    } catch (error) {
      if (error instanceof Unusable) throw error;
      const failure = error instanceof CallFailed ? error.failure : 'down';
      done(failure);
      return { failure };
    } finally {
      await call.settle();
    }
  };
}

/** One recording through all tries: fetched once, and paid for from what was reserved for it. */
function createCall(
  fetch: () => Promise<Uint8Array>,
  caller: Caller,
  { transcribe, budget }: TranscriberParts,
) {
  let fetched: Promise<Sound> | undefined;
  let reserved: Reserved | undefined;
  let spent = 0;
  return {
    async listen(signal: AbortSignal): Promise<Said> {
      fetched ??= fetch().then(soundOf);
      const sound = await fetched;
      const most = Math.ceil(lengthAtMost(sound) * TOKENS_A_SECOND);
      reserved ??= await budget.reserve(caller, most);
      if (!reserved) throw new CallFailed('over-budget', false);
      const listen = await transcribe();
      // Counted at the most until more is known: a call that is cut off was paid for all the same.
      spent += most;
      try {
        const { used = most, ...said } = await listen(sound, signal);
        spent += used - most;
        return said;
      } catch (error) {
        if (error instanceof CallFailed && error.used !== undefined) spent += error.used - most;
        throw error;
      }
    },
    spent: () => spent,
    // What was reserved stays counted where it can't be settled: too much rather than too little.
    settle: async () => void (await reserved?.settle(spent).catch(() => undefined)),
  };
}

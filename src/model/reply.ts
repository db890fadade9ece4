import { CallFailed } from './failed.ts';
import { objectsIn } from './read-output.ts';

export interface ChatReply {
  text: string;
  /** Tokens in and out as the server counted them; undefined where it did not. */
  used: number | undefined;
}

/** A reply as it was gathered, whole or from the pieces of a stream. */
export interface Gathered {
  text: string;
  refusal: string;
  /** Why the server stopped; `cut` where a stream ended without a word of it. */
  finish: string | null | undefined;
  used: number | undefined;
}

/** The longest reply that is looked at, in characters: no shape of ours is nearly as long. */
export const MOST_CHARACTERS = 200_000;

/** The text of a message: a string, or the parts of one, of which some hold thoughts. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: { type?: unknown; text?: unknown }) =>
      part?.type === 'text' && typeof part.text === 'string' ? part.text : '',
    )
    .join('');
}

/** What a reply comes to. One that holds a whole object is good, however it is said to have ended. */
export function replyOf({ text, refusal, finish, used }: Gathered): ChatReply {
  if (refusal || finish === 'content_filter') throw new CallFailed('refused', false, { used });
  if (finish === 'error') throw new CallFailed('down', true, { used });
  if (!text.trim()) throw new CallFailed('nonsense', finish !== 'length', { used });
  if ((finish === 'cut' || finish === 'length') && !objectsIn(text).length)
    throw finish === 'cut'
      ? new CallFailed('down', true, { used })
      : new CallFailed('nonsense', false, { used });
  return { text, used };
}

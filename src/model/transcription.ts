import OpenAI from 'openai';
import * as z from 'zod';
import { isBelievable, pausesIn, type Said, wordsIn } from '../coach/speech/heard.ts';
import type { Sound } from '../sound/sound.ts';
import { type ChatSettings, createClient, failureOf } from './chat.ts';
import { isUnsupported } from './dialect.ts';
import { CallFailed } from './failed.ts';

/** A transcript, and what it cost in tokens where the server says so. */
export interface Transcript extends Said {
  used: number | undefined;
}

export type Transcribe = (sound: Sound, signal: AbortSignal) => Promise<Transcript>;

/**
 * Transcribers write down what a text would have, and leave out the rest; one that is shown fillers
 * keeps them. It is an example of a style, and no instruction.
 */
const STYLE = 'Um, so, uh, I mean, it was, like, you know, hmm, sort of, uh, okay.';

/** What is asked for beside the words: likeliest first, and the plainest last. */
const DIALECTS = [
  { response_format: 'verbose_json', timestamp_granularities: ['word', 'segment'], prompt: STYLE },
  { response_format: 'verbose_json', prompt: STYLE },
  { response_format: 'json', prompt: STYLE },
  { response_format: 'json' },
] as const;

/**
 * Calls a server of OpenAI's interface for transcriptions. What it does not understand (times, a
 * style) is left out from then on. Rejects with `CallFailed`, never with the server's words.
 */
export function createTranscribe({ apiKey, baseURL, model }: ChatSettings): Transcribe {
  const client = createClient({ apiKey, baseURL });
  /** The first dialect that this server has understood. */
  let understood = 0;
  return async (sound, signal) => {
    const { bytes, name, type } = sound;
    for (let spoken = understood; ; spoken++) {
      const file = new File([bytes as Uint8Array<ArrayBuffer>], name, { type });
      const dialect = { ...DIALECTS[spoken] } as Parameters<
        typeof client.audio.transcriptions.create
      >[0];
      try {
        const reply: unknown = await client.audio.transcriptions.create(
          { ...dialect, file, model, stream: false },
          { signal },
        );
        const transcript = transcriptOf(reply, sound);
        understood = Math.max(understood, spoken);
        return transcript;
      } catch (error) {
        if (isUnreadable(error)) throw new CallFailed('refused', false, { used: 0 });
        if (!isUnsupported(error)) throw failureOf(error, signal);
        // Left with its words alone, it is the recording that it can't read.
        if (spoken === DIALECTS.length - 1) throw new CallFailed('refused', false, { used: 0 });
      }
    }
  };
}

/** Whether a server says that it won't have the recording: too large, or of a kind it does not know. */
const isUnreadable = (error: unknown) =>
  error instanceof OpenAI.APIError && (error.status === 413 || error.status === 415);

const time = z.object({ start: z.number().min(0), end: z.number().min(0) });
/** One part that is odd is no reason to lose the words. */
const stretches = z.array(time).optional().catch(undefined);
const amount = z.number().min(0).optional().catch(undefined);

/** OpenAI's own interface has said it as text. */
const duration = z
  .union([
    z.number().min(0),
    z
      .string()
      .regex(/^\d+(?:\.\d+)?$/)
      .transform(Number),
  ])
  .optional()
  .catch(undefined);

const shape = z.object({
  text: z.string(),
  duration,
  words: stretches,
  segments: z
    .array(time.extend({ no_speech_prob: amount, words: stretches }))
    .optional()
    .catch(undefined),
  usage: z.object({ total_tokens: amount, seconds: amount }).optional().catch(undefined),
  error: z.unknown().optional(),
});

/** Ten minutes of the fastest speech are a fourth of it. In characters. */
const MOST_CHARACTERS = 100_000;
/** From here on a server holds that nobody spoke, and what it wrote all the same is made up. */
const SILENT = 0.9;
/** Audio tokens a second, as OpenAI counts them; for servers that count seconds, or nothing. */
export const TOKENS_A_SECOND = 10;

/** Nothing that is spoken is kept in fewer bytes a second: a longer time is in another unit, or made up. */
const SPARSE = 100;

/** Of silence some give back what they were shown; in a word or two of it anybody may have spoken. */
const isEcho = (told: string) => told.trim().length > 20 && STYLE.includes(told.trim());

/** Nobody says a tag: a page in the place of a transcript is a login's or an error's. */
const isPage = (reply: unknown) => typeof reply === 'string' && /^\s*<[!/a-z]/i.test(reply);

/** What a reply comes to; some servers answer with the bare text, whatever is asked for. */
function transcriptOf(reply: unknown, { seconds: known, bytes }: Sound): Transcript {
  if (isPage(reply)) throw new CallFailed('down', true);
  const read = shape.safeParse(typeof reply === 'string' ? { text: reply } : reply);
  if (!read.success) throw new CallFailed('nonsense', true);
  const { text: told, duration, usage, segments = [], error } = read.data;
  if (error) throw new CallFailed('down', true);
  // What the recording says of itself is exact; a server may round it.
  const counted = [duration, usage?.seconds].find((one) => one && one < bytes.length / SPARSE);
  const seconds = known || counted;
  // What is paid for is what it listened to, whatever the recording says.
  const paid = Math.max(known ?? 0, counted ?? 0);
  const used = usage?.total_tokens ?? (counted ? Math.ceil(paid * TOKENS_A_SECOND) : undefined);
  const silent =
    segments.length > 0 && segments.every((one) => (one.no_speech_prob ?? 0) >= SILENT);
  const text = silent || isEcho(told) ? '' : told.slice(0, MOST_CHARACTERS).trim();
  if (!isBelievable(text, seconds)) throw new CallFailed('nonsense', false, { used });
  const timed = read.data.words ?? segments.flatMap((segment) => segment.words ?? []);
  // Of words that were left out nobody knows whether they are silence.
  const words = timed.length < wordsIn(text) / 2 ? [] : timed;
  // Segments often go on through a silence: where they show none, nothing is known.
  const between = pausesIn(segments, seconds);
  const pauses = words.length ? pausesIn(words, seconds) : between?.length ? between : undefined;
  return { text, heard: { seconds, pauses }, used };
}

import { setTimeout as after } from 'node:timers/promises';
import { DefaultRestOptions, MessageFlags, RESTJSONErrorCodes, type RESTOptions } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { FIRST_RESPONSE_MS } from './limits.ts';

type MakeRequest = RESTOptions['makeRequest'];
type Init = Parameters<MakeRequest>[1];
type Answer = Awaited<ReturnType<MakeRequest>>;

/** How long a request is tried, in milliseconds: each try with its body, and the waits between tries. */
export interface Patience {
  deadline: number;
  waits: readonly number[];
}

/** Discord answers in well under a second; together the tries outlast a restart of what stands before it. */
const USUAL: Patience = { deadline: 5_000, waits: [250, 500, 1_000, 2_000, 4_000] };
/** What only reads is asked again by who needs it: a start says sooner that it can't. */
const READING: Patience = { deadline: 5_000, waits: [250, 500, 1_000] };
/** A first response is worth nothing after three seconds; one more try has to fit in. */
const FIRST: Patience = { deadline: FIRST_RESPONSE_MS * 0.75, waits: [100, 300] };

/** Nobody was reached, so nothing was done. */
const UNREACHED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const NO_ANSWER = 'ETIMEDOUT';
/** The connection broke or stayed silent: it was done, or not. */
const BROKEN: ReadonlySet<string> = new Set([
  NO_ANSWER,
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/**
 * Sends all that the bot asks of Discord: with a deadline that covers the body, and a bounded
 * number of times where the connection breaks, no answer comes, or Discord fails. What could be
 * done twice by that is sent again only where Discord can tell that it is the same. Of a 429, which
 * says that nothing was done, discord.js takes care.
 */
export function createSending(
  attempt: MakeRequest = DefaultRestOptions.makeRequest,
  usual: Patience = USUAL,
): MakeRequest {
  // First responses that may have been taken though their answer was lost; a 429 may lie between.
  const unsure = new LRUCache<string, true>({ max: 10_000, ttl: FIRST_RESPONSE_MS });
  return async (url, init) => {
    const first = isFirstResponse(url);
    const reading = !init.method || init.method === 'GET';
    const { deadline, waits } = first ? FIRST : reading ? READING : usual;
    for (let tries = 0; ; tries++) {
      const wait = waits[tries];
      try {
        const answer = await once(attempt, url, init, deadline);
        if (unsure.has(url) && (await isTaken(answer))) return new Response(null, DONE) as Answer;
        if (answer.status < 500 || wait === undefined || !isRepeatable(url, init)) return answer;
      } catch (error) {
        const code = codeOf(error);
        const again = UNREACHED.has(code) || (BROKEN.has(code) && isRepeatable(url, init));
        if (!again || wait === undefined || init.signal?.aborted) throw error;
      }
      if (first) unsure.set(url, true);
      // Not all at the same moment, where many were cut off together.
      await after(wait * (1 + Math.random() / 4));
    }
  };
}

const DONE = { status: 204 };

/** One try, read to its end; what came of it can be read as often as one likes. */
async function once(
  attempt: MakeRequest,
  url: string,
  init: Init,
  deadline: number,
): Promise<Answer> {
  const stop = new AbortController();
  const leave = () => stop.abort();
  init.signal?.addEventListener('abort', leave, { once: true });
  let late = false;
  // An answer that is here, and was not read because we were busy, is read before that.
  const timer = setTimeout(() => {
    setImmediate(() => {
      late = true;
      stop.abort();
    });
  }, deadline);
  try {
    const answer = await attempt(url, { ...init, signal: stop.signal });
    const bytes = await answer.arrayBuffer();
    const { status, statusText, ok, headers } = answer;
    const text = async () => new TextDecoder().decode(bytes);
    const json = async () => JSON.parse(await text()) as unknown;
    const arrayBuffer = async () => bytes;
    return { status, statusText, ok, headers, text, json, arrayBuffer, body: null, bodyUsed: true };
  } catch (error) {
    throw late ? Object.assign(new Error('Discord gave no answer'), { code: NO_ANSWER }) : error;
  } finally {
    clearTimeout(timer);
    init.signal?.removeEventListener('abort', leave);
  }
}

const isFirstResponse = (url: string) => /\/interactions\/\d+\/[^/]+\/callback(?:\?|$)/.test(url);

/** Whether Discord says that it has had this first response already. */
async function isTaken(answer: Answer): Promise<boolean> {
  if (answer.status !== 400) return false;
  const { code } = (await answer.json()) as { code?: number };
  return code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

/**
 * Whether a request that may have been done can be sent again: it sets what it sets, Discord knows
 * it by its nonce, it is a first response, which counts once, or what is there twice is an aside
 * that one person sees.
 */
function isRepeatable(url: string, { method, body }: Init): boolean {
  if (method !== 'POST') return true;
  const { pathname } = new URL(url);
  if (/\/channels\/\d+\/messages$/.test(pathname)) return payloadIn(body).enforce_nonce === true;
  if (/\/webhooks\/\d+\/[^/]+$/.test(pathname))
    return Boolean((payloadIn(body).flags ?? 0) & MessageFlags.Ephemeral);
  return true;
}

function payloadIn(body: Init['body']): { enforce_nonce?: boolean; flags?: number } {
  const json = typeof body === 'string' ? body : formOf(body)?.get('payload_json');
  return typeof json === 'string' ? JSON.parse(json) : {};
}

const formOf = (body: Init['body']) =>
  body && typeof body === 'object' && 'get' in body ? body : undefined;

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException | undefined)?.code ?? '');
}

import { bytesOf, type Limit } from '../bytes.ts';
import { LIMIT } from '../documents/read.ts';
import { Unusable } from '../unusable.ts';

/** Where Discord keeps attachments. */
const HOSTS = new Set(['cdn.discordapp.com', 'media.discordapp.net']);
/** For the whole of the body, in milliseconds: what trickles is no reason to wait. */
const DEADLINE = 4_000;

/** The file is there, and another try may well bring it. */
export class Unfetched extends Unusable {
  constructor() {
    super('I couldn’t fetch that file from Discord. Send it again in a moment.');
  }
}

/**
 * The bytes of an attachment. Nothing is fetched from anywhere but Discord's own hosts and the
 * base that is configured, nor more than the limit, whatever size was declared. Throws `Unusable`.
 */
export async function download(
  { url, size }: { url: string; size: number },
  apiUrl: string | undefined,
  limit: Limit = LIMIT,
): Promise<Uint8Array> {
  if (size > limit.bytes) limit.tooLarge();
  if (!URL.canParse(url)) throw new Unfetched();
  const { protocol, hostname, host } = new URL(url);
  const configured = apiUrl !== undefined && new URL(apiUrl).host === host;
  if (!configured && !(protocol === 'https:' && HOSTS.has(hostname))) throw new Unfetched();
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(DEADLINE), redirect: 'error' });
    if (!response.ok || !response.body) throw new Unfetched();
    return await bytesOf(response.body, limit);
  } catch (error) {
    throw error instanceof Unusable ? error : new Unfetched();
  }
}

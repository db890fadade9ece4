import { setTimeout as after } from 'node:timers/promises';
import { createClient, ErrorReply } from '@redis/client';
import { StoreFailure } from './failure.ts';

/** The longest that anything waits for Redis to be there and to answer, in milliseconds. */
const WITHIN = 4_000;
/** Between two tries to reach it, in milliseconds. */
const PAUSE = 200;

const clientFor = (url: string) =>
  createClient({
    url,
    // A connection that is lost is made anew by the next command. The client by itself would try
    // for ever, and keep a program alive that has nothing left to do.
    socket: { connectTimeout: WITHIN, reconnectStrategy: false },
  });

export type Client = ReturnType<typeof clientFor>;

/** How long a command may take, in milliseconds, and whether it waits for a Redis that is away. */
export interface Patience {
  within?: number;
  again?: boolean;
}

/**
 * One connection for all commands, made when it is needed and again when it was lost. Nothing waits
 * longer than its deadline, also where Redis is there and does not answer.
 */
export class RedisConnection {
  readonly #url: string;
  #client: Promise<Client> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /**
   * Runs a command once connected. Tries again to connect, but never sends anything twice: whether
   * it was done is not known where the connection broke. Throws `StoreFailure`.
   */
  async run<T>(
    work: (client: Client) => Promise<T>,
    { within = WITHIN, again = true }: Patience = {},
  ): Promise<T> {
    const over = new AbortController();
    // The timer also keeps the program alive, which the connection does not.
    const late = after(within, undefined, { signal: over.signal });
    const silent = late.then(() => {
      if (within >= WITHIN) this.close();
      throw new StoreFailure(
        `STORE_URL names a Redis that does not answer within ${within / 1000} seconds; see whether it is well.`,
      );
    });
    silent.catch(() => undefined);
    const done = this.#connected(again, over.signal).then(work);
    done.catch(() => undefined);
    try {
      return await Promise.race([done, silent]);
    } catch (error) {
      throw failureOf(error);
    } finally {
      over.abort();
    }
  }

  /** Leaves; the next command connects anew. */
  close(): void {
    const client = this.#client;
    this.#client = undefined;
    client?.then(leave, () => undefined);
  }

  async #connected(again: boolean, over: AbortSignal): Promise<Client> {
    for (;;) {
      try {
        this.#client ??= this.#connect();
        return await this.#client;
      } catch (error) {
        if (!again || over.aborted || error instanceof ErrorReply) throw error;
        await after(PAUSE, undefined, { signal: over });
      }
    }
  }

  #connect(): Promise<Client> {
    const client = clientFor(this.#url);
    client.unref();
    const connecting: Promise<Client> = client.connect();
    const lost = () => {
      if (this.#client === connecting) this.#client = undefined;
    };
    client.on('error', lost).on('end', lost);
    connecting.catch(lost);
    return connecting;
  }
}

function leave(client: Client): void {
  if (client.isOpen) client.destroy();
}

function failureOf(error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error;
  // Only its code: the rest of a reply may quote what was sent, and of an error the address.
  const { code = '' } = error as NodeJS.ErrnoException;
  const why = /^[A-Z_]+$/.test(code) ? ` (${code})` : '';
  const [refused] = error instanceof ErrorReply ? (/^[A-Z]+/.exec(error.message) ?? ['ERR']) : [];
  return new StoreFailure(
    refused
      ? `STORE_URL names a Redis that refuses the coach (${refused}); see its user, password and database.`
      : `STORE_URL names a Redis that can’t be reached${why}; see whether it runs and the address is right.`,
  );
}

import type { Reply } from './route.ts';
import { tooMany } from './too-many.ts';

/** Requests a second of one bot, those that answer interactions not counted. */
const GLOBAL = 50;

interface Window {
  until: number;
  used: number;
}

/** Discord's rate limits, as far as a bot can count on them: off unless a test asks for them. */
export class Limits {
  readonly #windows = new Map<string, Window>();
  readonly #routes: Readonly<Record<string, { count: number; per: number }>>;
  readonly #on: boolean;

  constructor(on: boolean | { per: number }) {
    this.#on = Boolean(on);
    const per = typeof on === 'object' ? on.per : 5_000;
    // Posting to one channel; Discord's own figure, learned from its headers.
    this.#routes = { 'POST /channels/:channel/messages': { count: 5, per } };
  }

  /** The answer where a limit is reached. */
  check(route: string, path: string): Reply | undefined {
    if (!this.#on || /^\S+ \/(?:interactions|webhooks|attachments)/.test(route)) return undefined;
    const own = this.#routes[route];
    const wait = this.#use('global', GLOBAL, 1_000);
    if (wait) return tooMany(wait / 1_000, 'global');
    const waitHere = own && this.#use(path, own.count, own.per);
    return waitHere ? tooMany(waitHere / 1_000, 'user') : undefined;
  }

  /** What an answer says of the limit that its request was under, so that a client can pace itself. */
  headers(route: string, path: string): Record<string, string> {
    const [own, window] = [this.#routes[route], this.#windows.get(path)];
    if (!this.#on || !own || !window) return {};
    return {
      'x-ratelimit-bucket': route.replace(/\W+/g, '-'),
      'x-ratelimit-limit': `${own.count}`,
      'x-ratelimit-remaining': `${Math.max(0, own.count - window.used)}`,
      'x-ratelimit-reset-after': `${(window.until - performance.now()) / 1_000}`,
    };
  }

  /** Milliseconds until the window opens again; 0 where there is room. */
  #use(key: string, count: number, per: number): number {
    const now = performance.now();
    const open = this.#windows.get(key);
    const window = open && open.until > now ? open : { until: now + per, used: 0 };
    this.#windows.set(key, window);
    return window.used++ < count ? 0 : window.until - now;
  }
}

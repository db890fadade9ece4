/** A request that was answered. */
export interface Logged {
  method: string;
  route: string;
  path: string;
  status: number;
  at: number;
}

/** The latest requests, and how many there were. */
export class Log {
  readonly entries: Logged[] = [];
  readonly counts = new Map<string, number>();
  /** Answers of 401, 403 and 429: ten thousand in ten minutes is a ban. */
  invalid = 0;
  readonly #most: number;

  constructor(most = 10_000) {
    this.#most = most;
  }

  add(entry: Logged): void {
    this.entries.push(entry);
    if (this.entries.length > 2 * this.#most) this.entries.splice(0, this.#most);
    this.counts.set(entry.route, (this.counts.get(entry.route) ?? 0) + 1);
    if ([401, 403, 429].includes(entry.status)) this.invalid++;
  }
}

/** Discord counts its time from the beginning of 2015. */
const EPOCH = 1_420_070_400_000;
/** Guilds are older than any test, and a millisecond apart, so that they spread evenly over shards. */
const FIRST_GUILD = 1_500_000_000_000;

/** Snowflakes: strictly rising, and with their time in them. */
export class Ids {
  #last = 0n;
  #guilds = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  readonly next = (): string => {
    const soonest = BigInt(this.#now() - EPOCH) << 22n;
    this.#last = soonest > this.#last ? soonest : this.#last + 1n;
    return String(this.#last);
  };

  guild(): string {
    return String(BigInt(FIRST_GUILD - EPOCH + this.#guilds++) << 22n);
  }
}

/** The shard that a guild's events go to; what belongs to no guild goes to the first. */
export function shardOf(guildId: string | undefined, shards: number): number {
  return guildId ? Number((BigInt(guildId) >> 22n) % BigInt(shards)) : 0;
}

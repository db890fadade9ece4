/**
 * Things that wait, by whom they are for. Those who wait take turns, so that whoever brings a crowd
 * waits for their own and nobody else does.
 */
export class Turns<Item> {
  readonly #waiting = new Map<string, Item[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** How much waits for somebody. */
  of(whose: string): number {
    return this.#waiting.get(whose)?.length ?? 0;
  }

  /** Whose turn it is. */
  get first(): Item | undefined {
    const [next] = this.#waiting.values();
    return next?.[0];
  }

  add(whose: string, item: Item): void {
    const own = this.#waiting.get(whose);
    if (own) own.push(item);
    else this.#waiting.set(whose, [item]);
    this.#size++;
  }

  /** Takes the first; after that it is the next one's turn. */
  take(): Item | undefined {
    const [next] = this.#waiting;
    if (!next) return undefined;
    const [whose, own] = next;
    const item = own.shift();
    this.#size--;
    this.#waiting.delete(whose);
    if (own.length) this.#waiting.set(whose, own);
    return item;
  }

  /** Takes the latest of those that wait for whoever has the most of them. */
  giveUp(): Item | undefined {
    let [most, whose]: [Item[], string] = [[], ''];
    for (const [name, own] of this.#waiting)
      if (own.length > most.length) [most, whose] = [own, name];
    const item = most.at(-1);
    if (item !== undefined) this.remove(whose, item);
    return item;
  }

  remove(whose: string, item: Item): void {
    const own = this.#waiting.get(whose) ?? [];
    const at = own.lastIndexOf(item);
    if (at < 0) return;
    own.splice(at, 1);
    this.#size--;
    if (!own.length) this.#waiting.delete(whose);
  }
}

/** How long a person waits for something to appear before a test has failed; in milliseconds. */
export const PATIENCE = 10_000;

/** Things that change, and those who wait for one of them. */
export class Waiting<Change> {
  readonly #waiters = new Set<(change: Change) => void>();

  /** Every change from now on. */
  listen(listener: (change: Change) => void): void {
    this.#waiters.add(listener);
  }

  tell(change: Change): void {
    for (const waiter of this.#waiters) waiter(change);
  }

  /** The first change that `found` finds something in; rejects with `complaint()` after `within` ms. */
  until<Found>(
    found: (change: Change) => Found | undefined,
    complaint: () => string,
    within = PATIENCE,
  ): Promise<Found> {
    const called = new Error();
    return new Promise((resolve, reject) => {
      const waiter = (change: Change) => {
        const it = found(change);
        if (it === undefined) return;
        this.#waiters.delete(waiter);
        clearTimeout(timer);
        resolve(it);
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        called.message = complaint();
        reject(called);
      }, within);
      this.#waiters.add(waiter);
    });
  }
}

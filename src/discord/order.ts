/** Keeps what somebody says in the order in which they said it, while listening takes its time. */
export interface Order {
  /** Listens to one recording of a person after the other. */
  listen<Result>(person: string, work: () => Promise<Result>): Promise<Result>;
  /** Resolves once what they said before was listened to. */
  heard(person: string): Promise<void>;
}

export function createOrder(): Order {
  const last = new Map<string, Promise<void>>();
  return {
    listen(person, work) {
      const done = (last.get(person) ?? Promise.resolve()).then(work);
      const over = done.then(
        () => {},
        () => {},
      );
      last.set(person, over);
      void over.then(() => {
        if (last.get(person) === over) last.delete(person);
      });
      return done;
    },
    heard: async (person) => last.get(person),
  };
}

/** Makes a value on first use and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Remembers what it made last: one question is looked for up to three times on the way to its answer. */
export function latest<T>(make: (of: string) => T): (of: string) => T {
  let last: { of: string; value: T } | undefined;
  return (of) => {
    if (last?.of !== of) last = { of, value: make(of) };
    return last.value;
  };
}

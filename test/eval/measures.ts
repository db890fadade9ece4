/** Hits, false alarms and misses of one label over many texts. */
export interface Counts {
  hit: number;
  alarm: number;
  miss: number;
}

const none = (): Counts => ({ hit: 0, alarm: 0, miss: 0 });

/** Counts what was said of one text and one label against what is. */
export function count(
  all: Record<string, Counts>,
  label: string,
  said: boolean,
  is: boolean,
): void {
  const counts = all[label] ?? none();
  all[label] = counts;
  if (said && is) counts.hit++;
  else if (said) counts.alarm++;
  else if (is) counts.miss++;
}

export function sum(list: readonly Counts[]): Counts {
  return list.reduce(
    (a, b) => ({ hit: a.hit + b.hit, alarm: a.alarm + b.alarm, miss: a.miss + b.miss }),
    none(),
  );
}

/** Precision, recall and F1, each 0 to 1; NaN where nothing is there to be measured. */
export function rates({ hit, alarm, miss }: Counts): { p: number; r: number; f1: number } {
  return {
    p: hit / (hit + alarm),
    r: hit / (hit + miss),
    f1: (2 * hit) / (2 * hit + alarm + miss),
  };
}

/** Something that is timed; `turn` counts up, so that each turn can take another text. */
export interface Contender {
  name: string;
  run(turn: number): unknown;
}

/** Milliseconds a run, the median of many; and how many times that of the first contender, likewise. */
export interface Timed {
  name: string;
  milliseconds: number;
  ratio: number;
}

/**
 * Times contenders in turns, so that whatever else the machine does falls on all of them, after
 * turns that don't count. A ratio is the median of the ratios of each turn: what slows a whole turn
 * down leaves it as it is.
 */
export async function compare(
  contenders: readonly Contender[],
  turns: number,
  warmUp: number,
): Promise<Timed[]> {
  const times = contenders.map((): number[] => []);
  for (let turn = -warmUp; turn < turns; turn++) {
    for (const [i, { run }] of contenders.entries()) {
      const began = performance.now();
      await run(turn + warmUp);
      if (turn >= 0) times[i]?.push(performance.now() - began);
    }
  }
  const [first = []] = times;
  return contenders.map(({ name }, i) => ({
    name,
    milliseconds: median(times[i] ?? []),
    ratio: median((times[i] ?? []).map((time, turn) => time / (first[turn] ?? 1))),
  }));
}

export function median(list: readonly number[]): number {
  return at(list, 0.5);
}

/** The value below which that share of a list lies. */
export function at(list: readonly number[], share: number): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

/** The exponent with which a time grows with a size: 1 is linear. A straight line through the logarithms. */
export function exponent(points: ReadonlyArray<readonly [size: number, time: number]>): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (k: 0 | 1) => logs.reduce((sum, point) => sum + point[k], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const slope = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return slope / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

export const ms = (value: number) =>
  `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`.padStart(9);

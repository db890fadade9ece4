import type { WordVectors } from './vectors.ts';

/** The rows of some words that are known, one after the other; as floats, which are read faster. */
export function matrixOf(
  words: readonly string[],
  { dimensions, rowOf, rows }: WordVectors,
): Float32Array {
  const matrix = new Float32Array(Math.ceil(words.length / TOGETHER) * TOGETHER * dimensions);
  words.forEach((word, i) => {
    const at = (rowOf(word) ?? 0) * dimensions;
    matrix.set(rows.subarray(at, at + dimensions), i * dimensions);
  });
  return matrix;
}

/** Adds the row that begins at `at`, so many times, to a point. */
export function add(
  point: Float64Array,
  rows: Float32Array | Int8Array,
  at: number,
  times: number,
): void {
  for (let d = 0; d < point.length; d++)
    point[d] = (point[d] as number) + times * (rows[at + d] as number);
}

/**
 * Writes for each row its product with a point, times its weight. Four rows are taken at once, so
 * that the processor is never waiting for one sum; `matrixOf` leaves room for the last four.
 */
export function products(
  rows: Float32Array,
  weights: Float64Array,
  point: Float64Array,
  result: Float64Array,
): Float64Array {
  const { length } = point;
  for (let row = 0; row < result.length; row += TOGETHER) {
    const first = row * length;
    const second = first + length;
    const third = second + length;
    const fourth = third + length;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < length; i++) {
      const x = point[i] as number;
      a += (rows[first + i] as number) * x;
      b += (rows[second + i] as number) * x;
      c += (rows[third + i] as number) * x;
      d += (rows[fourth + i] as number) * x;
    }
    // What lies past the end is not kept: a typed array ignores it.
    result[row] = a * (weights[row] as number);
    result[row + 1] = b * (weights[row + 1] as number);
    result[row + 2] = c * (weights[row + 2] as number);
    result[row + 3] = d * (weights[row + 3] as number);
  }
  return result;
}

const TOGETHER = 4;

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[d] as number);
  return sum;
}

/** Of a point that is nowhere it is 1, so that it stays there. */
export function lengthOf(point: Float64Array): number {
  return Math.sqrt(dot(point, point)) || 1;
}

export function scale(point: Float64Array, times: number): void {
  for (let d = 0; d < point.length; d++) point[d] = (point[d] as number) * times;
}

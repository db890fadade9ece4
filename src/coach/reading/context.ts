import type { Statement } from '../text/statement.ts';
import type { Features } from './features.ts';

/** The labels of the sentence models: every role, and `account` for whatever tells of the setback. */
export type Probabilities = readonly number[];

/**
 * What a first look at all sentences tells of one of them: how it, its neighbours, its paragraph
 * and what came before were read. A sentence about studying means one thing after a failed exam
 * and another before it. They come one after the other, as in `features.ts`.
 */
export function* contextFeatures(
  { sentences }: Statement,
  labels: readonly string[],
  first: readonly Probabilities[],
): Generator<Features> {
  const sofar = labels.map(() => 0);
  const means = paragraphMeans(sentences, labels, first);
  // The names are made once: there are a hundred, and they are looked up for every sentence.
  const names = labels.map((label) => ({
    here: `here:${label}`,
    previous: `previous:${label}`,
    next: `next:${label}`,
    near: `near:${label}`,
    paragraph: `paragraph:${label}`,
    sofar: `sofar:${label}`,
  }));
  for (const [index, { paragraph }] of sentences.entries()) {
    const features = new Map<string, number>();
    const [here, previous, next] = [first[index], first[index - 1], first[index + 1]];
    const [earlier, later] = [first[index - 2], first[index + 2]];
    const mean = means.get(paragraph);
    names.forEach((name, k) => {
      features.set(name.here, logit(here?.[k] ?? 0));
      features.set(name.previous, previous?.[k] ?? 0);
      features.set(name.next, next?.[k] ?? 0);
      features.set(name.near, Math.max(earlier?.[k] ?? 0, later?.[k] ?? 0));
      features.set(name.paragraph, mean?.[k] ?? 0);
      features.set(name.sofar, sofar[k] ?? 0);
    });
    labels.forEach((_, k) => {
      sofar[k] = Math.max(sofar[k] ?? 0, first[index]?.[k] ?? 0);
    });
    yield features;
  }
}

/** Log-odds scaled to about -1…1, so that they weigh like the other traits. */
function logit(p: number): number {
  const q = Math.min(0.99, Math.max(0.01, p));
  return Math.log(q / (1 - q)) / 4;
}

/** For each paragraph the mean of its rows, made in one pass. */
function paragraphMeans(
  sentences: Statement['sentences'],
  labels: readonly string[],
  rows: readonly Probabilities[],
): Map<number, number[]> {
  const sums = new Map<number, { row: number[]; count: number }>();
  sentences.forEach(({ paragraph }, i) => {
    const sum = sums.get(paragraph) ?? { row: labels.map(() => 0), count: 0 };
    sum.count++;
    labels.forEach((_, k) => {
      sum.row[k] = (sum.row[k] ?? 0) + (rows[i]?.[k] ?? 0);
    });
    sums.set(paragraph, sum);
  });
  return new Map([...sums].map(([p, { row, count }]) => [p, row.map((x) => x / count)]));
}

import type { Statement } from '../text/statement.ts';
import type { Probabilities } from './context.ts';
import type { Features } from './features.ts';

/**
 * What the sentences of a text add up to: for each role its strongest sentences and its share,
 * and how much of the text the account of the setback takes.
 */
export function wholeFeatures(
  statement: Statement,
  labels: readonly string[],
  rows: readonly Probabilities[],
  topic: string,
): Features {
  const features = new Map<string, number>();
  labels.forEach((label, k) => {
    const column = rows.map((row) => row[k] ?? 0);
    const ranked = [...column].sort((a, b) => b - a);
    features.set(`most:${label}`, ranked[0] ?? 0);
    features.set(`second:${label}`, ranked[1] ?? 0);
    features.set(`sum:${label}`, Math.log1p(column.reduce((sum, p) => sum + p, 0)));
  });
  const account = accountOf(statement, labels, rows);
  features.set('account:words', account.words / 100);
  features.set('account:share', account.share * 4);
  features.set('account:paragraphs', Math.max(0, account.paragraphs - 1));
  features.set('words', statement.words / 300);
  features.set(`topic:${topic}`, 1);
  if (topic !== '') {
    const most = (label: string) => features.get(`most:${label}`) ?? 0;
    for (const label of ['o', 's', 'g', 'q', 'e', 'b'])
      features.set(`${topic}/most:${label}`, most(label));
  }
  return features;
}

/** The sentences that tell of the setback, and their size. `share` is of all words, 0 to 1. */
export interface Account {
  sentences: number[];
  words: number;
  share: number;
  paragraphs: number;
}

/** A sentence belongs to the account where the reading holds it likelier than not. */
export function accountOf(
  { sentences, words }: Statement,
  labels: readonly string[],
  rows: readonly Probabilities[],
): Account {
  const k = labels.indexOf('account');
  const inside = sentences.map((_, i) => i).filter((i) => (rows[i]?.[k] ?? 0) > 0.5);
  const count = inside.reduce((sum, i) => sum + (sentences[i]?.words ?? 0), 0);
  return {
    sentences: inside,
    words: count,
    share: words ? count / words : 0,
    paragraphs: new Set(inside.map((i) => sentences[i]?.paragraph)).size,
  };
}

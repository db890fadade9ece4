import { parseStatement, type Statement } from '../text/statement.ts';
import { tokens } from '../text/tokens.ts';
import { contextFeatures, type Probabilities } from './context.ts';
import { sentenceFeatures } from './features.ts';
import { compileLexicon, type Lexicon } from './lexicon.ts';
import { type LinearModel, predict } from './linear.ts';
import type { Role } from './roles.ts';
import { type Account, accountOf, wholeFeatures } from './whole.ts';

export type Kind = 'statement' | 'answer';

/** The trained models: two looks at each sentence, then one at the whole of each kind of text. */
export interface ReaderModels {
  linear: Readonly<Record<'first' | 'second' | Kind, LinearModel>>;
  /** For each judgment of the whole, the probability from which it counts. */
  thresholds: Readonly<Record<Kind, Readonly<Record<string, number>>>>;
}

/** A text as a careful reader takes it in. `roles[i]` belongs to `statement.sentences[i]`. */
export interface Reading {
  kind: Kind;
  statement: Statement;
  /** What an answer's question is about; '' for statements and for questions about no setback. */
  topic: string;
  roles: ReadonlyArray<Readonly<Record<Role | 'account', number>>>;
  account: Account;
  /** For each part `missing:PART`, and for each flag its name: the probability of it. */
  whole: Readonly<Record<string, number>>;
  thresholds: Readonly<Record<string, number>>;
  /** The judgments of the whole that pass their threshold. */
  flags: ReadonlySet<string>;
  /** How long an answer took to say, where it was heard; in seconds. */
  seconds?: number | undefined;
}

export type Reader = (text: string, kind: Kind, question?: string) => Reading;

/** Makes a reader of statements and answers from trained models and the lexicons. */
export function createReader(
  { linear, thresholds: cutoffs }: ReaderModels,
  lexicon: Lexicon,
  topics: Lexicon,
): Reader {
  const matcher = compileLexicon(lexicon);
  const topicOf = createTopicFinder(topics);
  return (text, kind, question = '') => {
    const statement = parseStatement(text);
    const topic = kind === 'answer' ? topicOf(question) : '';
    const features = sentenceFeatures(statement, matcher, kind);
    const first = Array.from(features, (row) => predict(linear.first, row));
    const { labels } = linear.second;
    const second = Array.from(contextFeatures(statement, labels, first), (row) =>
      predict(linear.second, row),
    );
    const whole = predict(linear[kind], wholeFeatures(statement, labels, second, topic));
    return readingOf(kind, statement, topic, {
      sentences: { labels, rows: second },
      whole: named(linear[kind].labels, whole),
      thresholds: cutoffs[kind],
    });
  };
}

/** What models say of one text: of each sentence by label, and of the whole. */
export interface Judged {
  sentences: { labels: readonly string[]; rows: readonly Probabilities[] };
  whole: Readonly<Record<string, number>>;
  thresholds: Readonly<Record<string, number>>;
}

/** Puts together a reading of what models say, whichever models those were. */
export function readingOf(
  kind: Kind,
  statement: Statement,
  topic: string,
  { sentences: { labels, rows }, whole, thresholds }: Judged,
): Reading {
  return {
    kind,
    statement,
    topic,
    roles: rows.map((row) => named(labels, row) as Record<Role | 'account', number>),
    account: accountOf(statement, labels, rows),
    whole,
    thresholds,
    flags: new Set(Object.keys(whole).filter((l) => (whole[l] ?? 0) >= (thresholds[l] ?? 0.5))),
  };
}

/**
 * Tells a question about a setback from the rest: `exam-record`, `going-abroad`, `setback` or ''.
 * What a list is called after a colon only tells it apart from others of the same topic.
 */
export function createTopicFinder(topics: Lexicon): (question: string) => string {
  const matcher = compileLexicon(topics);
  const order = Object.keys(topics);
  return (question) => {
    const found = matcher(tokens(question, { start: 0, end: question.length }));
    const list = order.find((name) => found.some(({ concept }) => concept === name)) ?? '';
    return list.replace(/:.*$/, '');
  };
}

function named(labels: readonly string[], row: readonly number[]): Record<string, number> {
  return Object.fromEntries(labels.map((label, i) => [label, row[i] ?? 0]));
}

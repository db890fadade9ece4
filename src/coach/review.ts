import { STATEMENT_CHECKS } from './checks/statement.ts';
import { type Criterion, type Finding, findingOf } from './finding.ts';
import { areInOrder, findParts, noParts, type Part, type PartStatus } from './reading/parts.ts';
import type { Reader } from './reading/reader.ts';
import { situationOf } from './reading/situation.ts';
import { type Taken, takenFor } from './reading/taken.ts';
import type { Span } from './text/span.ts';
import type { Statement } from './text/statement.ts';

/** A part of the statement as it is shown. `quote` is "" and both offsets 0 where it is missing. */
export interface ReviewedPart extends Span {
  part: Part;
  status: PartStatus;
  paragraphs: number[];
  quote: string;
}

/** So many words of the draft, after the first `from` words. */
export interface Stretch {
  from: number;
  words: number;
}

/** All that a review says. Findings come in the order in which to mend them. */
export interface Review {
  /** Where this is no statement, a fault says what it is, no part is there and little else is judged. */
  taken: Taken;
  words: number;
  characters: number;
  parts: ReviewedPart[];
  /** Each paragraph, in the order they stand in; their words come to `words` together. */
  paragraphs: Array<Span & { words: number }>;
  inOrder: boolean;
  faults: Finding[];
  notes: Finding[];
  /** The words that tell of the setback, their share of all words, 0 to 1, and where they stand. */
  setback: { words: number; share: number; paragraphs: number; stretches: Stretch[] };
  /** The exam record that it tells of, one of the situations of an interview. */
  situation: string | undefined;
  source: 'rules' | 'model';
  /** Why a model that was to help did not; for the person to read. */
  notice?: string | undefined;
}

/** What a review needs: a reader, and the rubric's words for each flag. */
export interface ReviewPorts {
  reader: Reader;
  criteria: ReadonlyMap<string, Criterion>;
}

const NOTHING = { words: 0, share: 0, paragraphs: 0, sentences: [] };

/** Reviews a draft by rules alone. Pure: the same text gives the same review. */
export function reviewStatement(text: string, { reader, criteria }: ReviewPorts): Review {
  const reading = reader(text, 'statement');
  const taken = takenFor(reading.statement);
  const judged = taken === 'statement';
  const parts = judged ? findParts(reading) : noParts();
  const findings = STATEMENT_CHECKS.flatMap((check) => {
    if (!judged && !check.anyText) return [];
    const criterion = criteria.get(check.flag);
    if (!criterion) throw new Error(`knowledge/rubric/statement has no "${check.flag}"`);
    return check.find(reading).map((evidence) => findingOf(text, criterion, check.level, evidence));
  });
  const { words, share, paragraphs, sentences } = judged ? reading.account : NOTHING;
  return {
    taken,
    words: reading.statement.words,
    characters: text.trim().length,
    parts: parts.map(({ part, status, paragraphs, quote }) => ({
      part,
      status,
      paragraphs,
      quote: quote ? text.slice(quote.start, quote.end) : '',
      start: quote?.start ?? 0,
      end: quote?.end ?? 0,
    })),
    paragraphs: withWords(reading.statement),
    inOrder: areInOrder(reading, parts),
    faults: findings.filter(({ level }) => level === 'fault'),
    notes: findings.filter(({ level }) => level === 'note'),
    setback: { words, share, paragraphs, stretches: stretchesOf(reading.statement, sentences) },
    situation: situationOf(reading),
    source: 'rules',
  };
}

function withWords({ paragraphs, sentences }: Statement): Review['paragraphs'] {
  const counts = paragraphs.map(() => 0);
  for (const { paragraph, words } of sentences)
    counts[paragraph] = (counts[paragraph] ?? 0) + words;
  return paragraphs.map((span, i) => ({ ...span, words: counts[i] ?? 0 }));
}

function stretchesOf({ sentences }: Statement, chosen: readonly number[]): Stretch[] {
  const inside = new Set(chosen);
  let from = 0;
  return sentences.flatMap(({ words }, i) => {
    from += words;
    return inside.has(i) ? [{ from: from - words, words }] : [];
  });
}

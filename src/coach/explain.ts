import { PAGE_WORDS } from './checks/statement/over-a-page.ts';
import { ERAS_CHARACTERS } from './checks/statement/over-limit.ts';
import { STATEMENT_CHECKS } from './checks/statement.ts';
import { findParts, noParts, type Part, type PartStatus } from './reading/parts.ts';
import type { Reading } from './reading/reader.ts';
import { ROLES, type Role } from './reading/roles.ts';
import { takenFor } from './reading/taken.ts';
import type { Span } from './text/span.ts';

/** A stretch of the text that speaks for or against something, to the letter. */
export interface Sign extends Span {
  quote: string;
  /** What it was read as, or that a wording was found. */
  does: string;
  /** How sure the reading is of that, 0 to 1; 1 for a wording. */
  probability: number;
}

/**
 * Why one part or flag was judged as it was. A part's `probability` is that it is missing, a
 * flag's that it applies, and it counts from `threshold` on; both are null where a wording or a
 * count decides. `count` is null where nothing is counted.
 */
export interface Explained<Verdict> {
  id: string;
  verdict: Verdict;
  probability: number | null;
  threshold: number | null;
  count: { value: number; most: number; unit: 'words' | 'characters' } | null;
  /** What speaks for the part being there or for the flag, strongest first, however weak the first. */
  for: Sign[];
  against: Sign[];
}

export interface Explanation {
  parts: Array<Explained<PartStatus>>;
  /** In the order in which to mend them, raised or not. */
  flags: Array<Explained<'raised' | 'not raised'>>;
}

type Bearing = Readonly<Record<'for' | 'against', ReadonlyArray<Role | 'account'>>>;

/**
 * The roles that bear on a judgment of the whole: those with the heaviest weights of either sign
 * in the trained model, which `Reading` does not carry.
 */
const PARTS: Record<Part, Bearing> = {
  vignette: { for: ['v'], against: [] },
  development: { for: ['d'], against: [] },
  acknowledgment: { for: ['a', 'o'], against: [] },
  growth: { for: ['g', 's'], against: ['q'] },
  vision: { for: ['p', 'w'], against: [] },
};
const FLAGS: Readonly<Record<string, Bearing>> = {
  blame: { for: ['b'], against: ['o'] },
  'no-concrete-steps': { for: ['q'], against: ['s', 'g'] },
  oversharing: { for: ['h'], against: [] },
  'overlong-explanation': { for: ['account'], against: [] },
};

/** Sentences shown for and against, each. */
const MOST_SIGNS = 3;
/** Below this a sentence speaks for nothing; the one that comes closest is shown all the same. */
const SPEAKS = 0.2;

/** Lays open how a statement was judged, part by part and flag by flag. Pure. */
export function explain(reading: Reading): Explanation {
  const { statement, whole, thresholds } = reading;
  const judged = takenFor(statement) === 'statement';
  const limits = (label: string) => ({
    probability: whole[label] ?? null,
    threshold: whole[label] === undefined ? null : (thresholds[label] ?? 0.5),
  });
  return {
    parts: (judged ? findParts(reading) : noParts()).map(({ part, status }) => ({
      id: part,
      verdict: status,
      ...limits(`missing:${part}`),
      count: null,
      ...signs(reading, PARTS[part]),
    })),
    flags: STATEMENT_CHECKS.map(({ flag, find, anyText }) => {
      const found = judged || anyText ? find(reading) : [];
      const bearing = FLAGS[flag];
      return {
        id: flag,
        verdict: found.length ? 'raised' : 'not raised',
        ...limits(flag),
        count: countFor(flag, statement),
        ...(bearing
          ? signs(reading, bearing)
          : { for: found.flatMap((at) => worded(reading, at)), against: [] }),
      };
    }),
  };
}

function countFor(flag: string, { text, words }: Reading['statement']) {
  if (flag === 'over-a-page') return { value: words, most: PAGE_WORDS, unit: 'words' } as const;
  if (flag === 'over-limit')
    return { value: text.trim().length, most: ERAS_CHARACTERS, unit: 'characters' } as const;
  return null;
}

function worded({ statement: { text } }: Reading, at: Span | 'absent'): Sign[] {
  if (at === 'absent') return [];
  const { start, end } = at;
  return [{ start, end, quote: text.slice(start, end), does: 'has the wording', probability: 1 }];
}

function signs(reading: Reading, bearing: Bearing): Record<'for' | 'against', Sign[]> {
  return {
    for: clearest(reading, bearing.for),
    against: clearest(reading, bearing.against).filter(({ probability }) => probability >= SPEAKS),
  };
}

function clearest({ statement, roles }: Reading, bear: Bearing['for']): Sign[] {
  const { text, sentences } = statement;
  const all = sentences.map(({ start, end }, i): Sign => {
    const sure = (role: Role | 'account') => roles[i]?.[role] ?? 0;
    const role = [...bear].sort((a, b) => sure(b) - sure(a))[0];
    const does = role && role !== 'account' ? ROLES[role] : 'tells of the setback';
    return { start, end, quote: text.slice(start, end), does, probability: role ? sure(role) : 0 };
  });
  const ranked = all.sort((a, b) => b.probability - a.probability);
  return ranked
    .filter(({ probability }, i) => i === 0 || probability >= SPEAKS)
    .slice(0, MOST_SIGNS);
}

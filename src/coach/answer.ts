import { secondsToSay } from './checks/answer/lengths.ts';
import { ANSWER_CHECKS } from './checks/answer.ts';
import { type Criterion, type Finding, findingOf } from './finding.ts';
import type { Reader, Reading } from './reading/reader.ts';
import type { Role } from './reading/roles.ts';
import { type Delivery, type DeliveryPorts, deliveryOf } from './speech/delivery.ts';
import type { Heard } from './speech/heard.ts';

/** A sentence of the person's that does something well, and what that is. */
export interface Strength {
  quote: string;
  does: string;
  /** How sure the reading is, 0 to 1; for choosing the best of several. */
  weight: number;
}

/** What is said of one answer. `seconds` is how long it took to say, or would take where it was typed. */
export interface AnswerReview {
  words: number;
  seconds: number;
  findings: Finding[];
  worked: Strength | undefined;
  /** How it was said, where it was heard. */
  spoken?: Delivery | undefined;
  source: 'rules' | 'model';
  /** Why a model that was to help did not; for the person to read. */
  notice?: string | undefined;
}

/** What a sentence of each role does well: `knowledge/rubric/strengths.yaml`. */
export type Strengths = Readonly<Partial<Record<Role, string>>>;

export interface AnswerPorts {
  reader: Reader;
  criteria: ReadonlyMap<string, Criterion>;
  strengths: Strengths;
  delivery(): DeliveryPorts;
}

/** Reviews an answer to a question by rules alone; `heard` is what its sound showed. Pure. */
export function reviewAnswer(
  question: string,
  answer: string,
  ports: AnswerPorts,
  heard?: Heard,
): AnswerReview {
  const seconds = heard?.seconds;
  const reading = { ...ports.reader(answer, 'answer', question), seconds };
  const findings = ANSWER_CHECKS.flatMap((check) => {
    const criterion = ports.criteria.get(check.flag);
    if (!criterion) throw new Error(`knowledge/rubric/answer has no "${check.flag}"`);
    return check
      .find(reading)
      .map((evidence) => findingOf(answer, criterion, check.level, evidence));
  });
  const { words } = reading.statement;
  return {
    words,
    seconds: seconds === undefined ? secondsToSay(words) : Math.round(seconds),
    findings,
    worked: strengthOf(reading, ports.strengths),
    ...(heard ? { spoken: deliveryOf(answer, words, heard, ports.delivery()) } : {}),
    source: 'rules',
  };
}

/** Below this a sentence is not praised: praise that was not earned is worse than none. */
const SURE = 0.6;

function strengthOf({ statement, roles }: Reading, strengths: Strengths): Strength | undefined {
  let best: Strength | undefined;
  statement.sentences.forEach(({ start, end, words }, i) => {
    const row = roles[i];
    if (!row || words < 5 || Math.max(row.b, row.h, row.r, row.e) > 0.3) return;
    for (const [role, does] of Object.entries(strengths)) {
      const weight = row[role as Role];
      if (weight >= SURE && weight > (best?.weight ?? 0)) {
        best = { quote: statement.text.slice(start, end), does, weight };
      }
    }
  });
  return best;
}

import type { Answer } from '../../src/coach/ask.ts';
import type { Coach } from '../../src/coach/coach.ts';
import { countWords } from '../../src/coach/text/tokens.ts';
import { type Half, loadLines } from './cases.ts';
import { loadMessages } from './training/trouble.ts';
import { type Share, tally, type Verdict } from './verdict.ts';

/** A labelled question; `must` is a list of groups of which each needs one alternative in the answer. */
export interface LabelledQuestion {
  id: string;
  question: string;
  answerable: boolean;
  must: string[][];
  mustNot: string[];
  expect?: string;
}

/** Every question of a half: all files whose names begin with `questions`. */
export function loadQuestionCases(half: Half): LabelledQuestion[] {
  return loadLines(half, 'questions') as LabelledQuestion[];
}

export interface QuestionFigures {
  answered: Share;
  declined: Share;
  crisis: Share;
  /** Messages in trouble that were met with care or with a line that offers help. */
  offered: Share;
  /** Harmless messages that were met with care, and those that were so much as offered help. */
  needless: { count: number; of: number };
  lines: { count: number; of: number };
  verdicts: Verdict[];
}

export function judgeQuestions(coach: Pick<Coach, 'ask'>, half: Half): QuestionFigures {
  const share = () => ({ right: 0, of: 0 });
  const figures: QuestionFigures = {
    answered: share(),
    declined: share(),
    crisis: share(),
    offered: share(),
    needless: { count: 0, of: 0 },
    lines: { count: 0, of: 0 },
    verdicts: [],
  };
  for (const item of loadQuestionCases(half)) {
    if (item.expect === 'crisis-support') continue;
    const reply = coach.ask(item.question);
    const right = item.answerable ? hasTheFacts(item, reply) : isDeclined(reply);
    tally(item.answerable ? figures.answered : figures.declined, right);
    figures.verdicts.push(questionVerdict(item, reply, right));
  }
  loadMessages(half).forEach(({ text, trouble }, i) => {
    const { kind, answer } = coach.ask(text);
    const cared = kind === 'crisis';
    const offered = answer.includes('988');
    if (trouble) {
      tally(figures.crisis, cared);
      tally(figures.offered, offered);
    } else {
      figures.needless.of++;
      figures.lines.of++;
      if (cared) figures.needless.count++;
      if (offered) figures.lines.count++;
    }
    const coachSays = cared ? 'care' : offered ? 'a line that offers help' : 'no care';
    figures.verdicts.push({
      id: `message ${i + 1}`,
      kind: 'message',
      text,
      asked: '',
      why: '',
      judgments: [
        {
          on: 'reply',
          label: trouble ? 'care' : 'no care',
          coach: coachSays,
          wrong: cared !== trouble,
        },
      ],
      marks: [],
    });
  });
  return figures;
}

function hasTheFacts(
  { must, mustNot }: LabelledQuestion,
  { kind, answer, passages }: Answer,
): boolean {
  const text = answer.toLowerCase();
  return (
    kind === 'answer' &&
    passages.length > 0 &&
    countWords(answer) <= 200 &&
    must.every((group) => group.some((words) => text.includes(words))) &&
    !mustNot.some((words) => text.includes(words))
  );
}

function isDeclined({ kind, passages }: Answer): boolean {
  return kind === 'declined' && passages.length === 0;
}

function questionVerdict(item: LabelledQuestion, reply: Answer, right: boolean): Verdict {
  const { kind, passages } = reply;
  const facts = right || !item.answerable ? '' : ' without the facts';
  const said =
    kind === 'answer' ? `answered${facts}` : kind === 'declined' ? 'declined' : 'met with care';
  const from = passages.map(({ id }) => id).join(', ');
  const must = item.must.map((group) => group.join(' or ')).join('; ');
  return {
    id: item.id,
    kind: 'question',
    text: item.question,
    asked: '',
    why: [must && `To be said: ${must}.`, from && `The coach went by: ${from}.`].join(' ').trim(),
    judgments: [
      {
        on: 'reply',
        label: item.answerable ? 'answered' : 'declined',
        coach: said,
        wrong: !right,
      },
    ],
    marks: [],
  };
}

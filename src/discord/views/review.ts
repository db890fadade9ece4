import type { Comparison } from '../../coach/compare.ts';
import { type Criterion, grouped } from '../../coach/finding.ts';
import type { LabelOf } from '../../coach/progress.ts';
import type { RaisedQuestion } from '../../coach/raised.ts';
import type { Review, ReviewedPart } from '../../coach/review.ts';
import { counted, inParagraphs } from '../../wording.ts';
import { tabButton } from '../turning.ts';
import { viewComparison } from './compare.ts';
import { quotation } from './plain.ts';
import { type Block, type Button, divider, type Pictured, type Screen, text } from './screen.ts';
import { noticeBlocks, readingButtons, readingList, type TitleOf, viewGroup } from './words.ts';

/** What a review's view needs beside the review: the rubric's words for parts, and titles. */
export interface ReviewTexts {
  parts: ReadonlyMap<string, Criterion>;
  titleOf: TitleOf;
  /** What was read, where that is in doubt. */
  note?: string | undefined;
  labelOf: LabelOf;
  /** What became of an older draft's faults. */
  comparison?: Comparison | undefined;
  /** What an interviewer would ask about it, and the button that makes that an interview. */
  raised: readonly RaisedQuestion[];
  aboutMine: Button;
  /** The draft as a strip, where it could be drawn. */
  strip?: Pictured | undefined;
}

/**
 * A review in tabs: at a glance with the one thing to fix first; the rest with all quotes; what to
 * read and think about; what it would be asked about. `id` is the tabs' own, `further` are buttons that stay below each, `raises` is
 * the question to practise.
 */
export function viewReview(
  review: Review,
  texts: ReviewTexts,
  id: string,
  further: readonly Button[] = [],
  raises?: string,
): Record<string, Screen> {
  const [first, ...rest] = grouped(review.faults);
  const judged = review.taken === 'statement';
  // What is no statement lacks nothing; who has only a line is helped on by the questions.
  const needed = judged || review.taken === 'fragment' ? review.parts : [];
  const lacking = needed.filter(({ status }) => status !== 'present');
  const notes = grouped(review.notes);
  const others = rest.length + notes.length;
  const reading = readingOf(review, lacking, texts);
  const glance = tabButton('At a glance', id, 'glance');
  const more = tabButton(
    others ? `The rest (${others}) and quotes` : 'The parts, quoted',
    id,
    'rest',
  );
  const read = tabButton('To read and think about', id, 'reading');
  const asked = texts.raised.length ? [tabButton('What you’d be asked', id, 'asked')] : [];
  return {
    glance: {
      blocks: [
        ...(texts.note ? [text(`-# ${texts.note}`)] : []),
        ...(texts.strip ? [texts.strip.block] : []),
        ...(texts.comparison ? [...viewComparison(texts.comparison, texts.labelOf), divider] : []),
        ...(judged
          ? [
              text(
                `**Your statement at a glance**\n${review.parts.map((p) => row(p, texts)).join('\n')}`,
              ),
              divider,
            ]
          : []),
        text('**Fix this first**'),
        fixFirst(first, lacking, texts),
        divider,
        text(figures(review)),
        ...(raises ? [text(`**It raises the question**\n${quotation(raises)}`)] : []),
        ...noticeBlocks(review),
      ],
      buttons: [more, read, ...asked, ...further],
      ...(texts.strip ? { files: [texts.strip.file] } : {}),
    },
    rest: {
      blocks: [
        ...rest.map((group) => viewGroup(group)),
        ...(notes.length
          ? [text('**Worth a look**'), ...notes.map((group) => viewGroup(group))]
          : []),
        ...(others ? [divider] : []),
        text(judged ? '### What stands, in your words' : 'I judged nothing more in this.'),
        ...review.parts.flatMap((part) => standing(part, texts)),
      ],
      buttons: [glance, read, ...asked, ...further],
    },
    reading: {
      blocks: readingBlocks(reading, lacking, texts),
      buttons: [glance, more, ...asked, ...readingButtons(reading, texts.titleOf), ...further],
    },
    ...(asked.length
      ? {
          asked: {
            blocks: viewRaised(texts.raised),
            buttons: [texts.aboutMine, glance, more, read],
          },
        }
      : {}),
  };
}

/** The questions, each with the words that raise it. */
function viewRaised(raised: readonly RaisedQuestion[]): Block[] {
  return [
    text('**What an interviewer would ask about it**'),
    ...raised.map(({ ask, quote }, i) => text(`${i + 1}. ${ask}\n${quotation(quote)}`)),
  ];
}

const MARK = { present: '✅', weak: '🟡', missing: '⬜' } as const;
const SAYS = { present: 'there', weak: 'there, but it would not convince yet', missing: 'missing' };

function row({ part, status, paragraphs }: ReviewedPart, { parts }: ReviewTexts): string {
  const where = inParagraphs(paragraphs);
  return `${MARK[status]} ${parts.get(part)?.label ?? part}: ${SAYS[status]}${where && `, ${where}`}`;
}

function fixFirst(
  first: Parameters<typeof viewGroup>[0] | undefined,
  lacking: readonly ReviewedPart[],
  { parts }: ReviewTexts,
): Block {
  if (first) return viewGroup(first);
  const part = lacking[0] && parts.get(lacking[0].part);
  if (part) return text(`**${part.label}: ${lacking[0]?.status}**\n${part.why}\n→ ${part.advice}`);
  return text(
    'Nothing that I can point at. Have two people read it: one who knows you, and one who does not.',
  );
}

function standing({ part, status, quote }: ReviewedPart, { parts }: ReviewTexts): Block[] {
  if (status === 'missing') return [];
  return [text(`**${parts.get(part)?.label ?? part}**\n${quotation(quote)}`)];
}

function figures({ words, characters, parts, inOrder, setback, source, taken }: Review): string {
  const share = setback.words
    ? `${counted(setback.words, 'word')} (${Math.round(setback.share * 100)}%) about the setback`
    : 'nothing about a setback';
  const several = parts.filter(({ status }) => status !== 'missing').length > 1;
  const order = inOrder
    ? '; the parts come in the usual order'
    : '; the parts are not in the usual order';
  return [
    `-# ${counted(words, 'word')} (one page is about 600 to 850), ${counted(characters, 'character')} (ERAS takes 28,000; check the live form)`,
    ...(taken === 'statement' ? [`-# ${share}${several ? order : ''}`] : []),
    source === 'rules'
      ? '-# Read by rules that can be wrong: a quote of yours stands beside all they say, so judge for yourself.'
      : '-# Read by a model within the rules; a quote of yours stands beside all it says.',
  ].join('\n');
}

function readingBlocks(
  reading: readonly string[],
  lacking: readonly ReviewedPart[],
  { parts, titleOf }: ReviewTexts,
): Block[] {
  const list = readingList(reading, titleOf);
  const criteria = lacking.flatMap(({ part }) => parts.get(part) ?? []);
  const questions = criteria.map(({ label, question }) => `**${label}**\n${question}`);
  return [
    text(`**To read**\n${list || 'Nothing in particular; the statement stands.'}`),
    ...(questions.length ? [divider, text(['**To think about**', ...questions].join('\n'))] : []),
  ];
}

/** Passages on what was found and on what is missing, by their ids. */
function readingOf(
  { faults, notes }: Review,
  lacking: readonly ReviewedPart[],
  { parts }: ReviewTexts,
): string[] {
  const criteria = lacking.flatMap(({ part }) => parts.get(part) ?? []);
  return [...faults, ...notes, ...criteria].map(({ reading }) => reading);
}

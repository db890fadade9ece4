import { type Criterion, type Finding, grouped } from '../../coach/finding.ts';
import type { RaisedQuestion } from '../../coach/raised.ts';
import type { Review, ReviewedPart } from '../../coach/review.ts';
import { counted, inParagraphs } from '../../wording.ts';
import { quoted, type Style } from '../style.ts';
import { heading, noticeLine, readingList, type TitleOf } from './common.ts';

/** What a review's view needs beside the review: the rubric's words for parts, and titles. */
export interface ReviewTexts {
  parts: ReadonlyMap<string, Criterion>;
  titleOf: TitleOf;
  /** The question that the draft raises, and the record to practise it with. */
  practice(review: Review): {
    question: { id: string; ask: string } | undefined;
    situation?: string | undefined;
  };
  raised(review: Review): readonly RaisedQuestion[];
}

/**
 * A review for the terminal, in the order that helps: what stands, the one thing to fix first,
 * the rest, figures, what to read, a question for each part that is missing, and one to practise.
 */
export function viewReview(review: Review, texts: ReviewTexts, style: Style): string {
  const [first, ...rest] = grouped(review.faults);
  const judged = review.taken === 'statement';
  const lacking = review.parts.filter(({ status }) => status !== 'present');
  const readings = [
    ...review.faults.map(({ reading }) => reading),
    ...(judged ? lacking : []).map(({ part }) => texts.parts.get(part)?.reading ?? ''),
  ];
  return [
    judged ? stands(review, texts, style) : '',
    fixFirst(first, lacking, texts, style),
    rest.length
      ? `${heading('The rest', style)}\n${rest.map((group) => viewGroup(group, style)).join('\n\n')}`
      : '',
    review.notes.length
      ? `${heading('Worth a look', style)}\n${grouped(review.notes)
          .map((group) => viewGroup(group, style))
          .join('\n\n')}`
      : '',
    figures(review, style),
    readingList(readings, texts.titleOf, style),
    // What is no statement lacks nothing; who has only a line is helped on by the questions.
    judged || review.taken === 'fragment' ? questions(lacking, texts, style) : '',
    judged ? raises(texts.raised(review), style) : '',
    judged ? practise(texts.practice(review), style) : '',
    noticeLine(review, style),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function raises(questions: readonly RaisedQuestion[], style: Style): string {
  if (!questions.length) return '';
  const lines = questions.map(
    ({ ask, quote }, i) =>
      `${style.wrap(ask, 5, `  ${i + 1}.`)}\n${style.dim(style.wrap(quoted(quote, 110), 6))}`,
  );
  const command = style.dim(
    style.wrap('Make them the next interview: coach interview --about DRAFT', 2),
  );
  return `${heading('What an interviewer would ask about it', style)}\n${lines.join('\n')}\n${command}`;
}

function practise(
  { question, situation }: ReturnType<ReviewTexts['practice']>,
  style: Style,
): string {
  if (!question) return '';
  const command = `coach interview --question ${question.id}${situation ? ` --situation ${situation}` : ''}`;
  return `${heading('And from the question bank', style)}\n${style.wrap(question.ask, 2)}\n${style.dim(style.wrap(`Practise it: ${command}`, 2))}`;
}

const MARK = { present: '✓', weak: '~', missing: '✗' } as const;

function stands({ parts }: Review, texts: ReviewTexts, style: Style): string {
  const rows = parts.map(({ part, status, paragraphs, quote }) => {
    const label = (texts.parts.get(part)?.label ?? part).padEnd(26);
    const colour = status === 'present' ? style.good : style.warn;
    const where = inParagraphs(paragraphs);
    const row = style.wrap(
      `${colour(`${MARK[status]} ${label}`)} ${status} ${where ? style.dim(`in ${where}`) : ''}`,
      2,
    );
    return status === 'missing' ? row : `${row}\n${style.dim(style.wrap(quoted(quote, 110), 6))}`;
  });
  return `${heading('What stands', style)}\n${rows.join('\n')}`;
}

function fixFirst(
  first: Finding[] | undefined,
  lacking: readonly ReviewedPart[],
  texts: ReviewTexts,
  style: Style,
): string {
  const title = heading('Fix this first', style);
  if (first) return `${title}\n${viewGroup(first, style)}`;
  const part = lacking[0] && texts.parts.get(lacking[0].part);
  if (part) {
    const body = `${style.warn(part.label)}: ${lacking[0]?.status}\n${part.why}\n${part.advice}`;
    return `${title}\n${style.wrap(body, 2)}`;
  }
  return `${title}\n${style.wrap('Nothing that I can point at. Have two people read it: one who knows you, and one who does not.', 2)}`;
}

function viewGroup(group: readonly Finding[], style: Style): string {
  const [{ label, why, advice, question }] = group as [Finding];
  const quotes = group.filter(({ quote }) => quote);
  return [
    `  ${style.warn(label)}`,
    ...quotes.map(({ quote }) => style.accent(style.wrap(quoted(quote), 4))),
    style.wrap(why, 4),
    style.wrap(`→ ${advice}`, 4),
    style.wrap(`? ${question}`, 4),
  ].join('\n');
}

function figures(review: Review, style: Style): string {
  const { words, characters, inOrder, setback, taken } = review;
  const share = setback.words
    ? `${counted(setback.words, 'word')} (${Math.round(setback.share * 100)}%) about the setback`
    : 'nothing about a setback';
  const several = review.parts.filter(({ status }) => status !== 'missing').length > 1;
  const order = inOrder
    ? '; the parts come in the usual order'
    : '; the parts are not in the usual order';
  const read = taken === 'statement' ? `; ${share}${several ? order : ''}` : '';
  const line = `${counted(words, 'word')} (one page is about 600 to 850), ${counted(characters, 'character')} (ERAS takes 28,000; check the live form)${read}.`;
  return `${heading('Figures', style)}\n${style.wrap(line, 2)}`;
}

function questions(lacking: readonly ReviewedPart[], texts: ReviewTexts, style: Style): string {
  const asked = lacking.flatMap(({ part }) => texts.parts.get(part) ?? []);
  if (!asked.length) return '';
  const lines = asked.map(({ label, question }) => style.wrap(`${label}: ${question}`, 2));
  return `${heading('To think about', style)}\n${lines.join('\n')}`;
}

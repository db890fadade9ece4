import { type Span, trimmed } from './span.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** What `Intl.Segmenter` takes for an end although the sentence goes on. */
const GOES_ON =
  /(?:^|[\s("“‘[])(?:Dr|Drs|Mr|Mrs|Ms|Mx|Prof|St|Sr|Jr|vs|e\.g|i\.e|etc|approx|Fig|Dept|Lt|Col|Sgt|Capt|Rev|Mme|[A-Z](?:\.[A-Z])*)\.\s*$/;
/** "No." is a number sign before a number, and an answer elsewhere. */
const NUMBER_SIGN = /\bNo\.\s*$/;
const LOWER_START = /^["“‘'(]*\p{Ll}/u;
/** So far is looked ahead for it: to look at all the rest for each sentence takes a long text seconds. */
const AHEAD = 40;
const ENDS = /[.!?…]["'”’)\]]*\s*$/;

/**
 * The sentences inside one paragraph. Soft line breaks and titles ("Dr. Smith") do not end one;
 * a run-on without punctuation stays whole unless it passes `LONGEST` characters.
 */
export function sentences(text: string, paragraph: Span): Span[] {
  const whole = text.slice(paragraph.start, paragraph.end);
  const flat = whole.replace(/[\r\n\v\f\u0085\u2028\u2029]/g, ' ');
  const heading = headingOf(whole);
  const spans: Span[] = [];
  let open: Span | undefined;
  if (heading) spans.push({ start: 0, end: heading });
  for (const { index: at, segment } of segmenter.segment(flat.slice(heading))) {
    const index = heading + at;
    const end = index + segment.length;
    open = open ? { start: open.start, end } : { start: index, end };
    if (GOES_ON.test(segment) || !ENDS.test(segment)) continue;
    if (NUMBER_SIGN.test(segment) && /\d/.test(flat[end] ?? '')) continue;
    if (LOWER_START.test(flat.slice(end, end + AHEAD)) && !/[.!?]\s*$/.test(segment)) continue;
    spans.push(open);
    open = undefined;
  }
  if (open) spans.push(open);
  return spans
    .flatMap((span) => split(flat, span))
    .map(({ start, end }) =>
      trimmed(text, { start: start + paragraph.start, end: end + paragraph.start }),
    )
    .filter(({ start, end }) => end > start);
}

/** Where a title ends that stands in a line of its own above the paragraph; 0 where there is none. */
function headingOf(paragraph: string): number {
  const [first = '', second = '', ...others] = paragraph.split('\n');
  const widest = [second, ...others].reduce((most, { length }) => Math.max(most, length), 0);
  const titled = /^[#\s]*\p{Lu}/u.test(first) && first.trim().split(/\s+/).length <= 8;
  const apart = first.length < widest * 0.6 && /^\s*["“'‘]?\p{Lu}/u.test(second);
  return titled && apart && !/[.!?…,;:–—-]["'”’)\]]*\s*$/.test(first) ? first.length : 0;
}

/** Longer than any sentence meant as one: dictated run-ons are read in pieces of about this size. */
const LONGEST = 420;
const CLAUSE = /(?:[,;:–—](?!\d)| (?=(?:and|but|so|then|because|which) ))/g;

function split(flat: string, span: Span): Span[] {
  if (span.end - span.start <= LONGEST) return [span];
  const spans: Span[] = [];
  let start = span.start;
  for (const match of flat.slice(span.start, span.end).matchAll(CLAUSE)) {
    const at = span.start + match.index + 1;
    if (at - start >= LONGEST / 3) {
      spans.push({ start, end: at });
      start = at;
    }
  }
  spans.push({ start, end: span.end });
  return spans;
}

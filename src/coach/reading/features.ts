import type { Sentence, Statement } from '../text/statement.ts';
import type { Hit, Matcher } from './lexicon.ts';

/** The named traits that a linear model weighs, with their strength (1 for a trait that is simply there). */
export type Features = ReadonlyMap<string, number>;

/**
 * What a sentence shows of itself and of its surroundings: its words and word pairs, the
 * concepts in it and the order they come in, its subject and tense, and the concepts of the
 * sentences before and after it. `kind` tells drafts and spoken answers apart.
 * They come one after the other: of a text of 30,000 sentences all at once are hundreds of megabytes.
 */
export function* sentenceFeatures(
  statement: Statement,
  matcher: Matcher,
  kind: 'statement' | 'answer',
): Generator<Features> {
  const { sentences } = statement;
  const hits = sentences.map((sentence) => matcher(sentence.tokens));
  const concepts = hits.map((list) => [...new Set(list.map(({ concept }) => concept))]);
  let namedBefore = false;
  for (const [index, sentence] of sentences.entries()) {
    const found = new Map<string, number>([[`kind:${kind}`, 1]]);
    words(sentence, found);
    order(hits[index] ?? [], found);
    grammar(sentence, found);
    place(statement, index, found);
    for (const concept of concepts[index] ?? []) found.set(`c:${concept}`, 1);
    for (const concept of concepts[index - 1] ?? []) found.set(`before:${concept}`, 1);
    for (const concept of concepts[index + 1] ?? []) found.set(`after:${concept}`, 1);
    if (namedBefore) found.set('setback-named-before', 1);
    const here = concepts[index] ?? [];
    if (here.includes('exam') && (here.includes('fail') || here.includes('score')))
      namedBefore = true;
    yield found;
  }
}

function words({ tokens }: Sentence, found: Map<string, number>): void {
  let previous = '^';
  for (const { form } of tokens) {
    found.set(`w:${form}`, 1);
    found.set(`b:${previous} ${form}`, 1);
    if (form.length > 6) found.set(`p:${form.slice(0, 5)}`, 1);
    previous = form;
  }
}

/** Which concept comes before which: "the school … never … taught" is not "I never taught the school". */
function order(hits: readonly Hit[], found: Map<string, number>): void {
  for (let i = 0; i < hits.length; i++) {
    for (let j = i + 1; j < hits.length; j++) {
      const [first, second] = [hits[i] as Hit, hits[j] as Hit];
      if (second.at - first.at > 12) break;
      if (first.concept !== second.concept) found.set(`o:${first.concept}>${second.concept}`, 1);
    }
  }
}

const FIRST_PERSON = new Set(['i', "i'm", "i'd", "i've", "i'll", 'my', 'me', 'mine', 'myself']);
const WE = new Set(['we', 'us', 'our', "we'd", "we're", 'ours']);
const OTHERS = new Set(['he', 'she', 'they', 'it', 'his', 'her', 'their', 'them', 'him']);
const MODAL = new Set(['will', 'would', "i'll", "i'd", 'hope', 'want', 'wish', 'goal', 'plan']);
const NEGATION = /^(?:not|never|no|nobody|nothing|none|without)$|n't$/;

function grammar({ tokens, words: length }: Sentence, found: Map<string, number>): void {
  const forms = tokens.map(({ form }) => form);
  const first = forms.find((form) => /\p{L}|\p{N}/u.test(form)) ?? '';
  found.set(`first:${first}`, 1);
  const count = (set: Set<string>) => forms.filter((form) => set.has(form)).length;
  if (!count(FIRST_PERSON)) found.set('no-first-person', 1);
  if (count(FIRST_PERSON) > 2) found.set('much-first-person', 1);
  if (count(WE)) found.set('we', 1);
  if (count(OTHERS)) found.set('others', 1);
  if (count(MODAL)) found.set('modal', 1);
  if (forms.some((form) => NEGATION.test(form))) found.set('negated', 1);
  if (forms.some((form) => form === '"' || form === '“')) found.set('quotes-someone', 1);
  if (forms.filter((form) => form.startsWith('#')).length > 1) found.set('many-numbers', 1);
  if (forms.at(-1)?.startsWith('?')) found.set('asks', 1);
  found.set(length < 8 ? 'short' : length > 30 ? 'long' : 'middling', 1);
}

function place(
  { sentences, paragraphs }: Statement,
  index: number,
  found: Map<string, number>,
): void {
  const share = index / Math.max(1, sentences.length - 1);
  found.set(`place:${Math.min(4, Math.floor(share * 5))}`, 1);
  const { paragraph } = sentences[index] as Sentence;
  if (paragraph === 0) found.set('first-paragraph', 1);
  if (paragraphs.length > 1 && paragraph === paragraphs.length - 1) found.set('last-paragraph', 1);
  if (sentences[index - 1]?.paragraph !== paragraph) found.set('opens-paragraph', 1);
  if (sentences[index + 1]?.paragraph !== paragraph) found.set('closes-paragraph', 1);
}

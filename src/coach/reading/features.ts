import type { Sentence, Statement } from '../text/statement.ts';
import type { Hit, Matcher } from './lexicon.ts';

/** The named traits that a linear model weighs, with their strength (1 for a trait that is simply there). */
export type Features = ReadonlyMap<string, number>;

/**
 * What a sentence shows of itself and of its surroundings: its words and word pairs, the
 * concepts in it and the order they come in, its subject and tense, and the concepts of the
 * sentences before and after it. `kind` tells drafts and spoken answers apart.
 */
export function sentenceFeatures(
  statement: Statement,
  matcher: Matcher,
  kind: 'statement' | 'answer',
): Features[] {
  const { sentences } = statement;
  const hits = sentences.map((sentence) => matcher(sentence.tokens));
  const concepts = hits.map((list) => [...new Set(list.map(({ concept }) => concept))]);
  let namedBefore = false;
  return sentences.map((sentence, index) => {
    const found = new Set<string>([`kind:${kind}`]);
    words(sentence, found);
    order(hits[index] ?? [], found);
    grammar(sentence, found);
    place(statement, index, found);
    for (const concept of concepts[index] ?? []) found.add(`c:${concept}`);
    for (const concept of concepts[index - 1] ?? []) found.add(`before:${concept}`);
    for (const concept of concepts[index + 1] ?? []) found.add(`after:${concept}`);
    if (namedBefore) found.add('setback-named-before');
    const here = concepts[index] ?? [];
    if (here.includes('exam') && (here.includes('fail') || here.includes('score')))
      namedBefore = true;
    return new Map([...found].map((name) => [name, 1]));
  });
}

function words({ tokens }: Sentence, found: Set<string>): void {
  let previous = '^';
  for (const { form } of tokens) {
    found.add(`w:${form}`);
    found.add(`b:${previous} ${form}`);
    if (form.length > 6) found.add(`p:${form.slice(0, 5)}`);
    previous = form;
  }
}

/** Which concept comes before which: "the school … never … taught" is not "I never taught the school". */
function order(hits: readonly Hit[], found: Set<string>): void {
  for (let i = 0; i < hits.length; i++) {
    for (let j = i + 1; j < hits.length; j++) {
      const [first, second] = [hits[i] as Hit, hits[j] as Hit];
      if (second.at - first.at > 12) break;
      if (first.concept !== second.concept) found.add(`o:${first.concept}>${second.concept}`);
    }
  }
}

const FIRST_PERSON = new Set(['i', "i'm", "i'd", "i've", "i'll", 'my', 'me', 'mine', 'myself']);
const WE = new Set(['we', 'us', 'our', "we'd", "we're", 'ours']);
const OTHERS = new Set(['he', 'she', 'they', 'it', 'his', 'her', 'their', 'them', 'him']);
const MODAL = new Set(['will', 'would', "i'll", "i'd", 'hope', 'want', 'wish', 'goal', 'plan']);
const NEGATION = /^(?:not|never|no|nobody|nothing|none|without)$|n't$/;

function grammar({ tokens, words: length }: Sentence, found: Set<string>): void {
  const forms = tokens.map(({ form }) => form);
  const first = forms.find((form) => /\p{L}|\p{N}/u.test(form)) ?? '';
  found.add(`first:${first}`);
  const count = (set: Set<string>) => forms.filter((form) => set.has(form)).length;
  if (!count(FIRST_PERSON)) found.add('no-first-person');
  if (count(FIRST_PERSON) > 2) found.add('much-first-person');
  if (count(WE)) found.add('we');
  if (count(OTHERS)) found.add('others');
  if (count(MODAL)) found.add('modal');
  if (forms.some((form) => NEGATION.test(form))) found.add('negated');
  if (forms.some((form) => form === '"' || form === '“')) found.add('quotes-someone');
  if (forms.filter((form) => form.startsWith('#')).length > 1) found.add('many-numbers');
  if (forms.at(-1)?.startsWith('?')) found.add('asks');
  found.add(length < 8 ? 'short' : length > 30 ? 'long' : 'middling');
}

function place({ sentences, paragraphs }: Statement, index: number, found: Set<string>): void {
  const share = index / Math.max(1, sentences.length - 1);
  found.add(`place:${Math.min(4, Math.floor(share * 5))}`);
  const { paragraph } = sentences[index] as Sentence;
  if (paragraph === 0) found.add('first-paragraph');
  if (paragraphs.length > 1 && paragraph === paragraphs.length - 1) found.add('last-paragraph');
  if (sentences[index - 1]?.paragraph !== paragraph) found.add('opens-paragraph');
  if (sentences[index + 1]?.paragraph !== paragraph) found.add('closes-paragraph');
}

import { compileLexicon, type Lexicon } from '../../coach/reading/lexicon.ts';
import { tokens } from '../../coach/text/tokens.ts';

/** A text as the search compares it: stems, concepts, and pairs of words as they stand. */
export type Terms = ReadonlySet<string>;

/** Words that tell nothing of what a question is about. */
const STOP = new Set(
  `a an and are as at be been but by did do does doing for from had has have having he her him his how i
  i'm i'd i've i'll if im in into is it it's its just like me my of on or so some than that that's the their
  them then there they this to u ur was we were what when where which who will with would you your gonna
  wanna lol tbh pls please help anyone any really actually thing things get got go going also am can should
  could about not no don't dont n r bc cuz cause because idk ok okay kinda sort still even only much`.split(
    /\s+/,
  ),
);

/** Makes the function that turns text into terms. */
export function createTermFinder(lexicon: Lexicon): (text: string) => Terms {
  const matcher = compileLexicon(lexicon);
  return (text) => {
    const list = tokens(text, { start: 0, end: text.length }).filter(({ form }) =>
      /[\p{L}\p{N}]/u.test(form),
    );
    const terms = new Set<string>();
    let previous = '';
    for (const { form } of list) {
      if (!STOP.has(form)) terms.add(stem(form));
      if (previous) terms.add(`${previous} ${form}`);
      previous = form;
    }
    for (const { concept } of matcher(list)) terms.add(`~${concept}`);
    return terms;
  };
}

/**
 * A light stemmer for English: plurals, -ing, -ed, -ly. Meaning and not grammar is compared, so a
 * coarse cut serves; short words are left alone.
 */
export function stem(word: string): string {
  const bare = word.replace(/'s$|'$/, '');
  if (bare.length < 5 || bare.startsWith('#')) return bare.replace(/([^su])s$/, '$1');
  return bare
    .replace(/ies$/, 'y')
    .replace(/(?:ations?|ational)$/, 'at')
    .replace(/(?:ing|ed|ly|es|ment|ments|s)$/, '')
    .replace(/(?:e|y)$/, '')
    .replace(/([bdglmnprt])\1$/, '$1');
}

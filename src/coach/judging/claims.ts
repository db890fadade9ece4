import { wordsOf } from './remark.ts';

/** Words that carry no claim of their own. */
const LIGHT = new Set(
  `the and for you are not but can all any has had was who how may out one its let too use get got now see say why our
  did she her his him new own off per yet nor that this these those with from have been will would could should must also just only even more most than then they
  them their there your yours into onto over about after before because while when where which what whether does
  doing done make makes made take takes taken give gives given some such each other another both very much many still came come comes
  often usually likely rather instead against between through being were here need needs want wants keep keeps know
  means mean help helps says said tell tells show shows look looks good well best better`.split(
    /\s+/,
  ),
);
/** Words shorter than this tell little. */
const LETTERS = 4;

/** A coarse stem is enough to compare one text with its paraphrase. */
export function stem(word: string): string {
  return word
    .replace(/'s$/, '')
    .replace(/(?:ations?|ments?|ings?|ies|ed|es|ly|s)$/, '')
    .slice(0, 6);
}

/** The stems of the words that claim something, in their order. */
export function claimsIn(text: string): string[] {
  return wordsOf(text)
    .filter((word) => word.length >= LETTERS && !LIGHT.has(word) && !/\d/.test(word))
    .map(stem);
}

export const sentencesOf = (text: string) => text.split(/(?<=[.!?;])\s+|\n+/).filter(Boolean);
const CLAUSE =
  /[;:()—–]|,(?!\d)|\s(?:and|but|or|while|whereas|because|so|if|when|unless|until|than)\s/i;
export const clausesOf = (text: string) => text.split(CLAUSE).filter((one) => /\p{L}/u.test(one));

const NUMBER_WORDS =
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred'.split(
    ' ',
  );
const VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 40, 50, 100];
/** The numbers in the names of exams count nothing. */
const EXAM = /\b(?:steps?|levels?|part) ?(?:[123]|one|two|three)\b/gi;

/** Numbers as digits; "one" is left out, as it is mostly a pronoun. */
export function numbersOf(text: string): string[] {
  const digits = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const words = wordsOf(text).flatMap((word) => {
    const at = NUMBER_WORDS.indexOf(word);
    return at > 0 ? [String(VALUES[at])] : [];
  });
  return [
    ...digits.map((number) => number.replace(/,(?=\d{3}\b)/g, '').replace(/[.,]$/, '')),
    ...words,
  ];
}

/** Which numbers are said of a thing, in the sentences or clauses of a text. */
function pairsIn(stretches: readonly string[]): Map<string, Set<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const stretch of stretches) {
    const plain = stretch.replace(EXAM, ' ');
    const numbers = numbersOf(plain);
    if (!numbers.length) continue;
    for (const thing of claimsIn(plain)) {
      const said = pairs.get(thing) ?? new Set();
      for (const number of numbers) said.add(number);
      pairs.set(thing, said);
    }
  }
  return pairs;
}

/**
 * Whether each number is said of a thing of which the source says it: "1+5 years" of the
 * integrated path isn't moved to the independent one.
 */
export function numbersStayWithTheirThings(sentence: string, source: string): boolean {
  const sentences = sentencesOf(source);
  const nearby = pairsIn(sentences);
  const close = pairsIn(sentences.flatMap(clausesOf));
  for (const clause of clausesOf(sentence)) {
    const plain = clause.replace(EXAM, ' ');
    for (const number of numbersOf(plain)) {
      const things = claimsIn(plain).filter((thing) => nearby.has(thing));
      if (things.length && !things.some((thing) => nearby.get(thing)?.has(number))) return false;
      const elsewhere = things.filter(
        (thing) => close.has(thing) && !close.get(thing)?.has(number),
      );
      const numbered = [...close].some(([, said]) => said.has(number));
      if (numbered && elsewhere.length && elsewhere.length === things.length) return false;
    }
  }
  return true;
}

const NEGATION =
  /\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|avoid|rather than|instead of|hardly|rarely|seldom|\w+n't)\b/i;
/** "Not until", "not only", "no more than": a condition or a measure, and no denial. */
const NO_DENIAL =
  /\b(?:not (?:only|just|until|before|unless|all|always|every)|no (?:more|less|fewer|later|sooner|longer) than|no matter|not (?:more|less) than)\b/gi;

interface Claim {
  things: Set<string>;
  denied: boolean;
}

function claimOf(clause: string): Claim {
  return {
    things: new Set(claimsIn(clause)),
    denied: NEGATION.test(clause.replaceAll('’', "'").replace(NO_DENIAL, ' ')),
  };
}

/** All that a text claims: each sentence whole, its clauses, and what a list after a colon denies. */
function claimsOf(text: string): Claim[] {
  return sentencesOf(text).flatMap((sentence) => {
    const [lead = '', ...listed] = sentence.split(/:\s/);
    // "Avoid: …" denies all that it lists; a whole sentence before a colon does not.
    const { denied, things } = claimOf(lead);
    const listDenied = denied && things.size < 3;
    return [
      claimOf(sentence),
      ...clausesOf(lead).map(claimOf),
      ...[listed.join(': '), ...listed.flatMap(clausesOf)].map((piece) => {
        const claim = claimOf(piece);
        return { ...claim, denied: claim.denied || listDenied };
      }),
    ];
  });
}

/** From this share of a clause's words on, another clause says the same, or its opposite. */
const SAME = 0.75;

/**
 * Whether a sentence denies what its source says in the same words, or says what that denies. It
 * tells a "not" that was dropped or put in; a contradiction in other words it can't tell.
 */
export function contradicts(sentence: string, source: string): boolean {
  const claims = claimsOf(source);
  const said = claimsOf(sentence).filter(({ things }) => things.size > 1);
  return said.some(({ things, denied }) => {
    const same = claims.filter((claim) => {
      const common = [...things].filter((thing) => claim.things.has(thing)).length;
      return common >= 2 && common / Math.max(things.size, claim.things.size) >= SAME;
    });
    return same.length > 0 && same.every((claim) => claim.denied !== denied);
  });
}

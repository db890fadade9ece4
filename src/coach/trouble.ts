import { asksForMeans } from './means.ts';
import type { Features } from './reading/features.ts';
import { type HashedModel, predictHashed } from './reading/hashed.ts';
import { compileLexicon, type Lexicon } from './reading/lexicon.ts';
import { isSmallTalk } from './small-talk.ts';
import { parseStatement } from './text/statement.ts';
import { type Token, tokens } from './text/tokens.ts';

/** Whether somebody may be in danger: `possible` is too likely to say nothing and too unlikely to say nothing else. */
export type Trouble = 'likely' | 'possible' | 'none';

/**
 * How a text comes: by itself, as an interview answer, which is told at length, or as a question
 * that the search knows well.
 */
export type Comes = 'alone' | 'spoken' | 'recognised';
export type TroubleFinder = (text: string, comes?: Comes) => Trouble;

/** What finding trouble needs: a trained model, its threshold, and the word lists. */
export interface TroubleModel {
  hashed: HashedModel;
  threshold: number;
}

/**
 * Makes the function that tells whether a message shows self-harm or a wish to be dead, the
 * writer's own or a friend's. Each sentence is judged alone and with the whole message, because
 * trouble is often said in passing. To miss one is far worse than to care once too often.
 */
export function createTroubleFinder(
  { hashed, threshold }: TroubleModel,
  lexicon: Lexicon,
): TroubleFinder {
  const featuresOf = createTroubleFeatures(lexicon);
  return troubleFrom(threshold, (text, spoken) =>
    chanceOfTrouble(text, spoken, hashed, featuresOf),
  );
}

/** The same from the probability of trouble in a text, wherever it comes from. */
export function troubleFrom(
  threshold: number,
  chanceOf: (text: string, spoken: boolean) => number,
): TroubleFinder {
  return (text, comes = 'alone') => {
    if (asksForMeans(text)) return 'likely';
    if (isSmallTalk(text)) return 'none';
    const chance = chanceOf(text, comes === 'spoken');
    if (chance >= threshold * SURER[comes]) return 'likely';
    return chance >= threshold * DOUBT[comes] ? 'possible' : 'none';
  };
}

/** A single word tells of trouble only if it is a word for it. */
function saysHardlyAnything(whole: Features = new Map()): boolean {
  const found = [...whole.keys()];
  const words = found.filter((name) => name.startsWith('w:')).length;
  return words < 2 && !found.some((name) => name.startsWith('c:'));
}

/** From so many stretches on, a text is longer than the messages that the threshold was set on. */
const MANY = 12;

/**
 * The highest of many chances is high by chance: of a minute of ordinary talk some stretch nearly
 * always reads like something. The odds are divided by the square of how many times too many there
 * are: on 12 answers written for this (not for training) care falls from 6 to 2, on the 120 of the
 * report half from 38 to 4; of 60 messages in trouble put into the middle of an answer 59 are still
 * met with care or with a line that offers it.
 */
function amongMany(chance: number, stretches: number): number {
  const times = Math.max(1, stretches / MANY) ** 2;
  return chance / (chance + (1 - chance) * times);
}

/**
 * How many thresholds must be reached for care to take the place of all else; below that the line
 * with a helpline stands above the feedback or the answer. An interview is not interrupted, nor a
 * plain question turned away, for a slight doubt.
 */
const SURER: Readonly<Record<Comes, number>> = { alone: 0.85, spoken: 4, recognised: 5 };

/**
 * From this share of the threshold on, a line with a helpline stands above the answer. Above the feedback
 * on an answer it needs the threshold itself: with less it stood over a quarter of ordinary ones.
 */
const DOUBT: Readonly<Record<Comes, number>> = { alone: 0.3, spoken: 1, recognised: 0.3 };

/** The highest probability among the whole message, each of its sentences, and each stretch of it. */
export function chanceOfTrouble(
  text: string,
  spoken: boolean,
  hashed: HashedModel,
  featuresOf: (list: readonly Token[]) => Features,
): number {
  const rows = stretches(text).map(featuresOf);
  const most = saysHardlyAnything(rows[0]) ? 0 : highest(hashed, rows);
  return spoken ? amongMany(most, rows.length) : most;
}

function highest(hashed: HashedModel, rows: readonly Features[]): number {
  return Math.max(...rows.map((row) => predictHashed(hashed, row)));
}

/** A clause or so, in tokens, and how far one stretch begins after another. */
const STRETCH = 11;
const STRIDE = 4;

/** The message as it is judged: whole, by sentences, and by overlapping stretches of a clause or so. */
export function stretches(text: string): Token[][] {
  const all = tokens(text, { start: 0, end: text.length });
  const { sentences } = parseStatement(text);
  const lists = [all, ...sentences.map((sentence) => sentence.tokens)];
  for (let at = 0; all.length > STRETCH && at < all.length - STRIDE; at += STRIDE) {
    lists.push(all.slice(at, at + STRETCH));
  }
  return lists;
}

/** Words this far apart still count as said together: "want … to … die". */
const REACH = 5;

/** Words, word pairs and triples, pairs a little apart, and the concepts of `knowledge/lexicon/trouble/`. */
export function createTroubleFeatures(lexicon: Lexicon): (list: readonly Token[]) => Features {
  const matcher = compileLexicon(lexicon);
  return (typed) => {
    const found = new Map<string, number>();
    const said = typed.filter(({ form }) => SAYS.test(form));
    const list = joined(said).map((token) => ({ ...token, form: token.form.replaceAll("'", '') }));
    const forms = list.map(({ form }) => form);
    forms.forEach((form, i) => {
      found.set(`w:${form}`, 1);
      if (i > 0) found.set(`b:${forms[i - 1]} ${form}`, 1);
      if (i > 1) found.set(`t:${forms[i - 2]} ${forms[i - 1]} ${form}`, 1);
      for (const piece of pieces(form)) found.set(piece, PIECE);
      for (const later of forms.slice(i + 2, i + REACH)) found.set(`s:${form} ${later}`, 1);
    });
    const concepts = [...new Set(matcher(list).map(({ concept }) => concept))];
    for (const concept of concepts) {
      found.set(`c:${concept}`, 1);
      for (const other of concepts) if (concept < other) found.set(`${concept}+${other}`, 1);
    }
    return found;
  };
}

/** Pieces of words carry over to other forms and to typing errors; there are many, so each counts less. */
const PIECE = 0.25;

/** Three and four letters in a row, the word's ends marked. */
function pieces(form: string): string[] {
  if (form.length < 4) return [];
  const word = `^${form}$`;
  const starts = Array.from({ length: word.length - 2 }, (_, i) => i);
  return starts.flatMap((i) => [`3:${word.slice(i, i + 3)}`, `4:${word.slice(i, i + 4)}`]);
}

/** Letters, digits and emoji; punctuation says nothing of trouble. */
const SAYS = /[\p{L}\p{N}#\p{Extended_Pictographic}]/u;

/** Single letters in a row are one word, spaced out to get past filters: "k m s". */
function joined(list: readonly Token[]): Token[] {
  const result: Token[] = [];
  let run: Token[] = [];
  const close = () => {
    const [first] = run;
    if (first && run.length > 2) result.push({ ...first, form: run.map((t) => t.form).join('') });
    else result.push(...run);
    run = [];
  };
  for (const token of list) {
    if (/^\p{L}$/u.test(token.form)) run.push(token);
    else {
      close();
      result.push(token);
    }
  }
  close();
  return result;
}

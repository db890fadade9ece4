import type { Trouble, TroubleFinder } from './trouble.ts';

/** A passage as an answer needs it; see `knowledge/strategy/`. */
export interface Passage {
  id: string;
  topic: string;
  title: string;
  body: string;
  /** The body's key facts in one line; '' where none is written. */
  short: string;
  source: { id: string; section: string };
  season?: string;
}

export interface Ranked {
  passage: Passage;
  /** The probability that it is what was asked for; over all passages they add up to 1. */
  score: number;
}

/** What was found for a question: what the coach covers, and what it knows that it does not. */
export interface Found {
  covered: Ranked[];
  /** Topics that the coach leaves to others, closest first. */
  outside: Ranked[];
}

export interface AskPorts {
  /** Whether somebody may be in trouble. Asked first, and before anything else is done. */
  trouble: TroubleFinder;
  find(question: string): Found;
  /** What is said to somebody in trouble: `knowledge/care.md`. */
  care: string;
  /** One line that offers help, above the answer to whom it may concern. */
  perhapsCare: string;
}

export interface Answer {
  kind: 'answer' | 'declined' | 'crisis';
  answer: string;
  passages: readonly Passage[];
  source: 'rules' | 'model';
  /** Why a model that was to help did not; for the person to read. */
  notice?: string | undefined;
}

/** The longest answer, in words. */
export const MOST_ANSWER_WORDS = 200;

/** Where so much of the probability lies on what is left to others, the coach declines. */
const LEFT_TO_OTHERS = 0.35;
/** Below this the best passage is no better than a guess. */
const A_GUESS = 0.03;
/** A further passage is shown in full if it is at least this likely beside the first, else in short. */
const AS_LIKELY = 0.9;
/** A further passage is named at all if it is at least this likely beside the first. */
const NEARLY_AS_LIKELY = 0.03;
/** The most passages that one answer rests on. */
const MOST_PASSAGES = 5;

/** Answers a strategy question from passages, or declines, or cares. Pure. */
export function answerQuestion(
  question: string,
  earlier: string | undefined,
  ports: AskPorts,
): Answer {
  const result = { passages: [], source: 'rules' } as const;
  const trouble = troubleIn(question, ports);
  if (trouble === 'likely') return { ...result, kind: 'crisis', answer: ports.care };
  const above = trouble === 'possible' ? ports.perhapsCare : '';
  return { ...result, ...strategyFor(inItsLight(question, earlier), ports, above) };
}

/** From this share of the probability on, the search knows a question well, be it one that is left to others. */
const RECOGNISED = 0.55;

/** Whether somebody may be in trouble; a slight doubt about a well-known question is only a doubt. */
export function troubleIn(
  question: string,
  { trouble, find }: Pick<AskPorts, 'trouble' | 'find'>,
): Trouble {
  const found = trouble(question);
  if (found !== 'likely') return found;
  const { covered, outside } = find(question);
  const best = Math.max(covered[0]?.score ?? 0, outside[0]?.score ?? 0);
  return best < RECOGNISED ? found : trouble(question, 'recognised');
}

/** What is searched for: a follow-up of a few words together with what it follows up. */
export function inItsLight(question: string, earlier: string | undefined): string {
  return earlier && isShort(question) ? `${earlier}\n${question}` : question;
}

/** A follow-up of a few words ("and if it's a fail?") has its subject in what was asked before. */
const FEW_WORDS = 9;

/** Words that point back, or go on from what was said. */
const POINTING =
  /^(?:and|but|so|or|then|ok(?:ay)?|what|how) about\b|^(?:and|but|so|or|then|why)\b|\b(?:that|it|this|these|those|they|them)\b/iu;

/** Whether a question of a few words can't be understood alone, for a talk in which nobody says so. */
export function leansOnEarlier(question: string): boolean {
  return isShort(question) && POINTING.test(question.trim());
}

function isShort(question: string): boolean {
  return wordsOf(question) <= FEW_WORDS;
}

function strategyFor(
  question: string,
  ports: AskPorts,
  above: string,
): Pick<Answer, 'kind' | 'answer' | 'passages'> {
  const begin = above && `${above}\n\n`;
  const { covered, outside } = ports.find(question);
  const best = covered[0];
  const elsewhere = outside.reduce((sum, { score }) => sum + score, 0);
  if (!best || best.score < A_GUESS || elsewhere > LEFT_TO_OTHERS) {
    const reason = elsewhere > LEFT_TO_OTHERS ? outside[0]?.passage.body : undefined;
    return { kind: 'declined', answer: begin + declineNear(covered, reason), passages: [] };
  }
  const told = choose(covered, MOST_ANSWER_WORDS - wordsOf(above));
  return {
    kind: 'answer',
    answer: begin + told.map(({ text }) => text).join('\n\n'),
    passages: told.map(({ passage }) => passage),
  };
}

const NOT_COVERED =
  'I have nothing I could stand on for that, so I will not guess. My passages cover applying to interventional radiology from a medical school abroad with an exam record to explain.';

/** Says why there is no answer, and what is covered nearby. */
export function declineNear(covered: readonly Ranked[], reason: string = NOT_COVERED): string {
  const topics = [...new Set(covered.slice(0, 6).map(({ passage }) => passage.topic))].slice(0, 3);
  return `${reason}\n\nWhat I can speak to: ${topics.join('; ')}.`;
}

interface Told {
  passage: Passage;
  text: string;
}

/**
 * The best passage, and others that come close while the whole stays within the limit: what is
 * about as likely in full, the rest in short, so that a search that is unsure still reaches far.
 */
function choose(covered: readonly Ranked[], room: number): Told[] {
  const best = covered[0] as Ranked;
  const told: Told[] = [{ passage: best.passage, text: best.passage.body }];
  let words = wordsOf(best.passage.body);
  for (const { passage, score } of covered.slice(1)) {
    if (told.length === MOST_PASSAGES || score < best.score * NEARLY_AS_LIKELY) break;
    const text = score < best.score * AS_LIKELY ? inShort(passage) : passage.body;
    if (!text || words + wordsOf(text) > room) continue;
    told.push({ passage, text });
    words += wordsOf(text);
  }
  return told;
}

function inShort({ title, short }: Passage): string {
  return short && `**${title}:** ${short}`;
}

function wordsOf(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

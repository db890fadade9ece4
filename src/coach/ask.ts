/** A passage as an answer needs it; see `knowledge/strategy/`. */
export interface Passage {
  id: string;
  topic: string;
  title: string;
  body: string;
  source: { id: string; section: string };
  season?: string;
}

export interface Ranked {
  passage: Passage;
  /** How well it answers, from 0; about 1 is as close as one of its own wordings. */
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
  inTrouble(text: string): boolean;
  find(question: string): Found;
  /** What is said to somebody in trouble: `knowledge/care.md`. */
  care: string;
}

export interface Answer {
  kind: 'answer' | 'declined' | 'crisis';
  answer: string;
  passages: readonly Passage[];
  source: 'rules' | 'model';
}

/** The longest answer, in words. */
export const MOST_ANSWER_WORDS = 200;

/** Below this nothing is close enough to stand on; set on the development questions. */
export const CLOSE_ENOUGH = 0.12;
/** A further passage is shown only if it answers nearly as well as the first. */
const NEARLY_AS_WELL = 0.62;
/** How much closer a topic that is left to others has to be before it decides. */
const OUTSIDE_WINS = 1;

/** Answers a strategy question from passages, or declines, or cares. Pure. */
export function answerQuestion(question: string, ports: AskPorts): Answer {
  const result = { passages: [], source: 'rules' } as const;
  if (ports.inTrouble(question)) return { ...result, kind: 'crisis', answer: ports.care };
  const { covered, outside } = ports.find(question);
  const best = covered[0];
  const left = outside[0];
  const beaten = left !== undefined && left.score > (best?.score ?? 0) * OUTSIDE_WINS;
  if (!best || best.score < CLOSE_ENOUGH || beaten) {
    const reason = beaten && left.score >= CLOSE_ENOUGH ? left.passage.body : NOT_COVERED;
    return { ...result, kind: 'declined', answer: `${reason}\n\n${nearby(covered)}` };
  }
  const passages = choose(covered);
  return {
    kind: 'answer',
    answer: passages.map(({ body }) => body).join('\n\n'),
    passages,
    source: 'rules',
  };
}

const NOT_COVERED =
  'I have nothing I could stand on for that, so I will not guess. My passages cover applying to interventional radiology from a medical school abroad with an exam record to explain.';

function nearby(covered: readonly Ranked[]): string {
  const topics = [...new Set(covered.slice(0, 6).map(({ passage }) => passage.topic))].slice(0, 3);
  return `What I can speak to: ${topics.join('; ')}.`;
}

/** The best passage, and others that come close while the whole stays within the limit. */
function choose(covered: readonly Ranked[]): Passage[] {
  const best = covered[0] as Ranked;
  const chosen = [best.passage];
  let words = wordsOf(best.passage);
  for (const { passage, score } of covered.slice(1, 4)) {
    if (score < best.score * NEARLY_AS_WELL) break;
    if (words + wordsOf(passage) > MOST_ANSWER_WORDS) continue;
    chosen.push(passage);
    words += wordsOf(passage);
  }
  return chosen;
}

function wordsOf({ body }: Passage): number {
  return body.split(/\s+/).filter(Boolean).length;
}

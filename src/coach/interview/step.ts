import type { AnswerReview } from '../answer.ts';
import type { Heard } from '../speech/heard.ts';
import { available, followUpFor, nextQuestion } from './choose.ts';
import { debriefOf } from './debrief.ts';
import { leadOf, type Manner } from './manner.ts';
import type { Difference, Say } from './say.ts';
import type { Event, Question, Session, Turn } from './session.ts';
import { isUnscored } from './unscored.ts';

/** What an interview needs from outside; both are pure functions or plain data. */
export interface InterviewPorts {
  bank: readonly Question[];
  review(question: string, answer: string, heard?: Heard): AnswerReview;
  /** Drills for who has fewer faults than drills. */
  spareDrills: readonly string[];
  /** How interviewers of each manner speak. */
  manners?: ReadonlyMap<string, Manner>;
}

export interface Stepped {
  session: Session;
  say: Say[];
}

/**
 * Takes one event in. Pure: neither the session given nor anything outside is changed. An event
 * whose id was seen before, or one that does not fit the state, changes nothing but `seen`.
 */
export function step(session: Session, event: Event, ports: InterviewPorts): Stepped {
  const { help } = event;
  if (!help || help.at !== session.at) return take(session, event, ports);
  const { review, ask } = help;
  const stepped = take(session, event, review ? { ...ports, review: () => review } : ports);
  const opened = stepped.session.turns.length > session.turns.length;
  return ask && opened ? reworded(stepped, ask) : stepped;
}

/** The turn that was opened, in the words of a model. */
function reworded({ session, say }: Stepped, ask: string): Stepped {
  return {
    session: replace(session, { ...current(session), ask }),
    say: say.map((item) => (item.type === 'question' ? { ...item, ask } : item)),
  };
}

function take(session: Session, event: Event, ports: InterviewPorts): Stepped {
  if (session.seen.includes(event.id)) return { session, say: [] };
  const taken = { ...session, seen: [...session.seen, event.id] };
  if (taken.status === 'ended') return { session: taken, say: [{ type: 'over' }] };
  if (taken.status === 'new') {
    return event.type === 'start'
      ? advance(withinBank({ ...taken, status: 'asking' }, ports), ports)
      : { session: taken, say: [] };
  }
  switch (event.type) {
    case 'start':
      return { session: taken, say: [...lastFeedback(taken), question(taken, ports, true)] };
    case 'answer':
      return answer(taken, event, ports);
    case 'hint':
      return { session: taken, say: [{ type: 'hint', hint: bankOf(taken, ports)?.hint ?? '' }] };
    case 'skip':
      return skip(taken, ports);
    case 'retry':
      return retry(taken, event.turn, ports);
    case 'end':
      return finish(taken, ports);
  }
}

function answer(
  session: Session,
  { text, heard }: Extract<Event, { type: 'answer' }>,
  ports: InterviewPorts,
): Stepped {
  const turn = current(session);
  if (isUnscored(text)) {
    return { session, say: [{ type: 'unscored' }, question(session, ports, true)] };
  }
  const review = ports.review(askedIn(session, ports.bank), text, heard);
  const difference = compare(turn.attempts.at(-1)?.review, review);
  const answered = replace(session, { ...turn, attempts: [...turn.attempts, { text, review }] });
  const feedback: Say = { type: 'feedback', review, difference };
  const retried = session.at < session.turns.length - 1;
  const next = retried ? resume(answered, ports) : followUp(answered, review, ports);
  return { session: next.session, say: [feedback, ...next.say] };
}

/** What an answer is judged as an answer to: a follow-up is about what its question was about. */
export function askedIn(session: Session, bank: readonly Question[]): string {
  const { ask, questionId } = current(session);
  const origin = bank.find(({ id }) => id === questionId)?.ask ?? '';
  return origin === ask ? ask : `${origin} ${ask}`.trim();
}

/** What was said of the last answer, for who comes back to an interview. */
function lastFeedback({ turns }: Session): Say[] {
  const attempts = turns.findLast((turn) => turn.attempts.length)?.attempts ?? [];
  const [before, last] = [attempts.at(-2), attempts.at(-1)];
  if (!last) return [];
  const difference = compare(before?.review, last.review);
  return [{ type: 'feedback', review: last.review, difference, again: true }];
}

/** After a retry the question that was waiting is put again. */
function resume(session: Session, ports: InterviewPorts): Stepped {
  const waiting = { ...session, at: session.turns.length - 1 };
  return { session: waiting, say: [question(waiting, ports, true)] };
}

function followUp(session: Session, review: AnswerReview, ports: InterviewPorts): Stepped {
  const turn = current(session);
  const origin = bankOf(session, ports);
  const ask = origin && followUpFor(origin, review.findings, turn, rounds(session));
  if (!ask) return advance(session, ports);
  return open(session, { questionId: turn.questionId, ask, followUp: true }, ports);
}

function skip(session: Session, ports: InterviewPorts): Stepped {
  const turn = current(session);
  // A retry that is given up leaves the answer that was there.
  const skipped = replace(session, { ...turn, skipped: turn.attempts.length === 0 });
  return session.at < session.turns.length - 1 ? resume(skipped, ports) : advance(skipped, ports);
}

function retry(session: Session, wanted: number | undefined, ports: InterviewPorts): Stepped {
  const last = session.turns.findLastIndex(({ attempts }) => attempts.length > 0);
  const at = wanted ?? last;
  if (!session.turns[at]?.attempts.length) {
    return { session, say: [{ type: 'nothing-to-retry' }, question(session, ports, true)] };
  }
  const back = { ...session, at };
  return { session: back, say: [question(back, ports, true)] };
}

/** No more rounds are promised than there are questions for. */
function withinBank(session: Session, { bank }: InterviewPorts): Session {
  const rounds = Math.min(session.settings.rounds, available(session.settings, bank));
  return { ...session, settings: { ...session.settings, rounds } };
}

function advance(session: Session, ports: InterviewPorts): Stepped {
  const next = nextQuestion(session, ports.bank);
  if (!next) return finish(session, ports);
  return open(session, { questionId: next.id, ask: next.ask, followUp: false }, ports);
}

function open(
  session: Session,
  asked: Pick<Turn, 'questionId' | 'ask' | 'followUp'>,
  ports: InterviewPorts,
): Stepped {
  const turns = [...session.turns, { ...asked, attempts: [], skipped: false }];
  const opened = { ...session, turns, at: turns.length - 1 };
  return { session: opened, say: [question(opened, ports, false)] };
}

/** Ends the session; with the debrief the texts of the answers go, and only figures stay. */
function finish(session: Session, ports: InterviewPorts): Stepped {
  const debrief = debriefOf(session, ports.spareDrills);
  const turns = session.turns.map((turn) => ({ ...turn, attempts: [] }));
  return {
    session: { ...session, status: 'ended', turns },
    say: [{ type: 'debrief', debrief, turns: session.turns }],
  };
}

function question(session: Session, { manners }: InterviewPorts, again: boolean): Say {
  const { ask, followUp: isFollowUp } = current(session);
  const upTo = session.turns.slice(0, session.at + 1);
  const lead = leadOf(session, manners?.get(session.settings.style ?? ''));
  const round = upTo.filter((turn) => !turn.followUp).length;
  return {
    type: 'question',
    ask,
    round,
    rounds: session.settings.rounds,
    followUp: isFollowUp,
    again,
    ...(lead ? { lead } : {}),
  };
}

function current(session: Session): Turn {
  return session.turns[session.at] as Turn;
}

function rounds({ turns }: Session): number {
  return turns.filter((turn) => !turn.followUp).length;
}

function bankOf(session: Session, { bank }: InterviewPorts): Question | undefined {
  return bank.find(({ id }) => id === current(session).questionId);
}

function replace(session: Session, turn: Turn): Session {
  return { ...session, turns: session.turns.map((old, i) => (i === session.at ? turn : old)) };
}

function compare(before: AnswerReview | undefined, after: AnswerReview): Difference | undefined {
  if (!before) return undefined;
  const faults = (review: AnswerReview) => [...new Set(review.findings.map(({ label }) => label))];
  const [old, now] = [faults(before), faults(after)];
  return {
    gone: old.filter((label) => !now.includes(label)),
    fresh: now.filter((label) => !old.includes(label)),
    stayed: now.filter((label) => old.includes(label)),
    seconds: after.seconds - before.seconds,
  };
}

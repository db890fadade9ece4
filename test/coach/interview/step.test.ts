import { describe, expect, it } from 'vitest';
import type { Event, Question } from '../../../src/coach/interview/session.ts';
import { PORTS, play } from './support.ts';

const question = (id: string): Question => ({
  id,
  theme: 'failure',
  ask: `Ask ${id}?`,
  situations: [],
  practises: [],
  raisedBy: [],
  hint: `Hint ${id}`,
  followUps: [
    { when: 'no-pivot', ask: `Pivot ${id}?` },
    { when: 'blame', ask: `Blame ${id}?` },
    { ask: `Open ${id}?` },
  ],
  reading: 'a#b',
});
const ports = { ...PORTS, bank: ['a', 'b', 'c'].map(question) };

/** Plays from the start; a text is an answer, a word after a slash an event. */
function talk(...said: string[]) {
  const events = said.map((one, i): Event => {
    const [, type, turn] = /^\/(\w+) ?(\d+)?$/.exec(one) ?? [];
    if (type === 'retry') return { id: `${i}`, type, turn: turn ? Number(turn) : undefined };
    if (type) return { id: `${i}`, type } as Event;
    return { id: `${i}`, type: 'answer', text: one };
  });
  return play({ rounds: 3, seed: 7 }, [{ id: 'start', type: 'start' }, ...events], ports);
}
const last = (...said: string[]) => talk(...said).at(-1)?.say ?? [];
const asked = (...said: string[]) => last(...said).flatMap((s) => (s.type === 'question' ? s : []));
const GOOD = 'I misjudged it and I changed how I work.';

describe('a follow-up', () => {
  const id = (text: string) => text.slice(-2, -1);
  const first = talk()[0]?.after.turns[0]?.questionId as string;
  it('is tied to the flag of the answer', () => {
    expect(asked(`They did it: blame. ${GOOD}`)[0]?.ask).toBe(`Blame ${first}?`);
    expect(asked(`It was so: no-pivot. ${GOOD}`)[0]?.ask).toBe(`Pivot ${first}?`);
  });
  it('is tied to the flag to mend first where there are several', () => {
    expect(asked(`It was no-pivot and blame. ${GOOD}`)[0]).toMatchObject({
      ask: `Blame ${first}?`,
      followUp: true,
      round: 1,
      again: false,
    });
  });
  it('is not followed up in turn', () => {
    const next = asked(`It was blame. ${GOOD}`, `It was blame. ${GOOD}`)[0];
    expect(next).toMatchObject({ followUp: false, round: 2 });
    expect(id(next?.ask ?? '')).not.toBe(first);
  });
  it('to an answer without flags comes every other round', () => {
    const rounds = [asked(GOOD)[0], asked(GOOD, GOOD)[0], asked(GOOD, GOOD, GOOD)[0]];
    expect(rounds.map((next) => [next?.round, next?.followUp])).toEqual([
      [2, false],
      [2, true],
      [3, false],
    ]);
  });
  it('never comes after a skip', () => {
    expect(asked('/skip')[0]).toMatchObject({ followUp: false, round: 2 });
  });
});

describe('coming back', () => {
  it('shows the feedback on the last answer again, and the question that waits', () => {
    const [feedback, question, ...more] = last(GOOD, '/start');
    expect(feedback).toMatchObject({ type: 'feedback', again: true });
    expect(question).toMatchObject({ type: 'question', round: 2, again: true });
    expect(more).toEqual([]);
  });
  it('before any answer shows the question alone', () => {
    expect(last('/start').map(({ type }) => type)).toEqual(['question']);
  });
});

describe('a retry', () => {
  const difference = (...said: string[]) =>
    last(...said).flatMap((s) => (s.type === 'feedback' ? [s.difference] : []))[0];
  it('puts the question again, and shows what changed', () => {
    expect(asked('blame and no-pivot it was', '/retry')[0]).toMatchObject({
      round: 1,
      again: true,
    });
    expect(
      difference('blame and no-pivot it was', '/retry', 'it was bitter no-pivot then'),
    ).toEqual({
      gone: ['label blame'],
      fresh: ['label bitter'],
      stayed: ['label no-pivot'],
      seconds: 0,
    });
  });
  it('counts the seconds from the try before', () => {
    expect(difference('one two three', '/retry', 'one two three four five')?.seconds).toBe(2);
    const third = difference(
      'one two three',
      '/retry',
      'one two',
      '/retry 0',
      'one two three four',
    );
    expect(third?.seconds).toBe(2);
  });
  it('shows no difference at the first try', () => {
    expect(difference(GOOD)).toBeUndefined();
  });
  it('goes back to the question that was waiting', () => {
    const [waiting] = asked(GOOD);
    expect(asked(GOOD, '/retry', GOOD)).toEqual([{ ...waiting, again: true }]);
    expect(asked(GOOD, '/retry', '/skip')).toEqual([{ ...waiting, again: true }]);
  });
  it('takes the turn that is named', () => {
    const turns = talk(GOOD, GOOD, GOOD).at(-1)?.after.turns ?? [];
    expect(asked(GOOD, GOOD, GOOD, '/retry 1')[0]?.ask).toBe(turns[1]?.ask);
  });
  it('of nothing says so and leaves the question standing', () => {
    for (const said of [['/retry'], ['/retry 0'], [GOOD, '/retry 1'], [GOOD, '/retry 99']]) {
      expect(last(...said).map(({ type }) => type)).toEqual(['nothing-to-retry', 'question']);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerReview } from '../../../src/coach/answer.ts';
import type { Debrief } from '../../../src/coach/interview/debrief.ts';
import type { Event } from '../../../src/coach/interview/session.ts';
import { events, type Moment, play, settings } from './support.ts';

/** What the person has heard by the end, counted from what was said alone. */
interface Heard {
  last: Map<string, AnswerReview>;
  skipped: Set<string>;
  debrief: Debrief | undefined;
}

function listen(moments: readonly Moment[]): Heard {
  const heard: Heard = { last: new Map(), skipped: new Set(), debrief: undefined };
  const ids = new Set<string>();
  let standing: string | undefined;
  for (const { event, say } of moments) {
    const fresh = !ids.has(event.id);
    ids.add(event.id);
    if (fresh && event.type === 'skip' && standing) heard.skipped.add(standing);
    for (const one of say) {
      if (one.type === 'question') standing = `${one.round}${one.followUp ? ' follow-up' : ''}`;
      if (one.type === 'feedback' && !one.again) heard.last.set(standing as string, one.review);
      if (one.type === 'debrief') [heard.debrief, standing] = [one.debrief, undefined];
    }
  }
  return heard;
}

const END: Event = { id: 'the end', type: 'end' };
const count = <T>(list: readonly T[], wanted: T) => list.filter((one) => one === wanted).length;

function everyDebrief(check: (debrief: Debrief, heard: Heard) => void): void {
  fc.assert(
    fc.property(settings, events, (chosen, list) => {
      const start: Event = { id: 'the start', type: 'start' };
      const heard = listen(play(chosen, [start, ...list, END]));
      expect(heard.debrief).toBeDefined();
      check(heard.debrief as Debrief, heard);
    }),
    { numRuns: 200 },
  );
}

describe('the figures of a debrief are what was heard', () => {
  it('answers and their mean length', () => {
    everyDebrief((debrief, { last }) => {
      const seconds = [...last.values()].map((review) => review.seconds);
      const mean = seconds.reduce((sum, one) => sum + one, 0) / (seconds.length || 1);
      expect(debrief.answered).toBe(last.size);
      expect(debrief.seconds).toBe(Math.round(mean));
    });
  });
  it('questions skipped', () => {
    everyDebrief((debrief, { last, skipped }) => {
      // Whether a skipped retry counts is asked below.
      if ([...skipped].some((key) => last.has(key))) return;
      expect(debrief.skipped).toBe(skipped.size);
    });
  });
  it('flags, each once an answer and by the last try', () => {
    everyDebrief(({ tallies }, { last }) => {
      const flags = [...last.values()].flatMap(({ findings }) => [
        ...new Set(findings.map(({ flag }) => flag)),
      ]);
      expect(new Map(tallies.map((tally) => [tally.flag, tally.count]))).toEqual(
        new Map(flags.map((flag) => [flag, count(flags, flag)])),
      );
      const counts = tallies.map((tally) => tally.count);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
      for (const { flag, label } of tallies) expect(label).toBe(`label ${flag}`);
    });
  });
  it('the habit, where a flag came twice', () => {
    everyDebrief(({ habit, tallies }) => {
      const most = Math.max(0, ...tallies.map((tally) => tally.count));
      if (most < 2) return expect(habit).toBeUndefined();
      expect(habit?.count).toBe(most);
      expect(habit?.advice).toBe(`advice ${habit?.flag}`);
      expect(habit?.why).toBe(`why ${habit?.flag}`);
    });
  });
  it('the best sentence of the last tries', () => {
    everyDebrief(({ best }, { last }) => {
      const worked = [...last.values()].flatMap((review) => review.worked ?? []);
      const most = Math.max(0, ...worked.map(({ weight }) => weight));
      expect(best?.weight ?? 0).toBe(most);
      if (best) expect(worked).toContainEqual(best);
    });
  });
  it('three drills and at most three readings, none twice, the worst fault first', () => {
    everyDebrief(({ drills, reading, tallies }) => {
      expect(drills).toHaveLength(3);
      expect(new Set(drills).size).toBe(3);
      const flags = tallies.map(({ flag }) => flag).slice(0, 3);
      expect(drills.slice(0, flags.length)).toEqual(flags.map((flag) => `drill ${flag}`));
      expect(reading).toEqual(flags.map((flag) => `reading#${flag}`));
    });
  });
});

describe('a retry that is given up', () => {
  it('leaves the question answered, and not skipped', () => {
    const list: Event[] = [
      { id: '1', type: 'start' },
      { id: '2', type: 'answer', text: 'I went on and on and then I stopped.' },
      { id: '3', type: 'retry' },
      { id: '4', type: 'skip' },
      END,
    ];
    const { debrief } = listen(play({ rounds: 3, seed: 1 }, list));
    expect(debrief).toMatchObject({ answered: 1, skipped: 0 });
  });
});

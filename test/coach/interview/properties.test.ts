import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/coach/interview/session.ts';
import { step } from '../../../src/coach/interview/step.ts';
import { CANARY, events, type Moment, PORTS, play, settings } from './support.ts';

/** Checks something at every moment of any interview. */
function always(check: (moment: Moment, moments: Moment[]) => void): void {
  fc.assert(
    fc.property(settings, events, (chosen, list) => {
      const moments = play(chosen, list);
      for (const moment of moments) check(moment, moments);
    }),
    { numRuns: 150 },
  );
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

const isMain = ({ followUp }: { followUp: boolean }) => !followUp;

describe('any sequence of events', () => {
  it('leaves the session that was given as it was', () => {
    always(({ event, before }) => {
      step(frozen(structuredClone(before)), frozen({ ...event }), PORTS);
    });
  });
  it('counts each id once', () => {
    always(({ event, before, after, say }) => {
      if (!before.seen.includes(event.id)) return;
      expect(say).toEqual([]);
      expect(after).toEqual(before);
    });
  });
  it('delivered twice says and keeps the same', () => {
    fc.assert(
      fc.property(settings, events, (chosen, list) => {
        const once = play(chosen, list).flatMap(({ say }) => say);
        const twice = play(
          chosen,
          list.flatMap((event) => [event, event]),
        ).flatMap(({ say }) => say);
        expect(twice).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });
  it('gives deeply equal sessions and words from the same seed', () => {
    fc.assert(
      fc.property(settings, events, (chosen, list) => {
        expect(play(chosen, list)).toEqual(play({ ...chosen }, structuredClone(list)));
      }),
      { numRuns: 60 },
    );
  });
  it('can be stored as JSON between any two events', () => {
    always(({ event, before, after, say }) => {
      const stored = JSON.parse(JSON.stringify(before)) as Session;
      expect(JSON.stringify(step(stored, event, PORTS))).toBe(
        JSON.stringify({ session: after, say }),
      );
    });
  });
});

describe('while asking', () => {
  it('stands at a turn that exists, and the last turn waits for its answer', () => {
    always(({ after }) => {
      if (after.status !== 'asking') return;
      expect(Number.isInteger(after.at)).toBe(true);
      expect(after.turns[after.at]).toBeDefined();
      expect(after.turns.at(-1)?.attempts).toEqual([]);
    });
  });
  it('asks no main question twice, and no more of them than rounds', () => {
    always(({ after }) => {
      const ids = after.turns.filter(isMain).map(({ questionId }) => questionId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeLessThanOrEqual(after.settings.rounds);
      expect(after.settings.rounds).toBeLessThanOrEqual(12);
    });
  });
  it('follows up only an answer to the question just before, and once', () => {
    always(({ after }) => {
      after.turns.forEach((turn, i) => {
        if (!turn.followUp) return;
        const asked = after.turns[i - 1];
        expect(asked?.followUp).toBe(false);
        expect(asked?.questionId).toBe(turn.questionId);
        if (after.status === 'asking') expect(asked?.attempts.length).toBeGreaterThan(0);
      });
    });
  });
  it('always leaves a question standing, unless it was only a hint that was asked for', () => {
    always(({ event, before, after, say }) => {
      if (before.seen.includes(event.id) || after.status !== 'asking') return;
      if (event.type === 'hint') expect(say.map(({ type }) => type)).toEqual(['hint']);
      else {
        const last = say.at(-1);
        expect(last?.type === 'question' && last.ask).toBe(after.turns[after.at]?.ask);
      }
    });
  });
});

describe('after the end', () => {
  it('nothing but the end is said, and the status stays', () => {
    always(({ event, before, after, say }) => {
      if (before.status !== 'ended') return;
      expect(after).toEqual({ ...before, seen: after.seen });
      const again = before.seen.includes(event.id);
      expect(say).toEqual(again ? [] : [{ type: 'over' }]);
    });
  });
  it('no word of an answer is anywhere in the session', () => {
    always(({ after }) => {
      if (after.status === 'ended') expect(JSON.stringify(after)).not.toContain(CANARY);
    });
  });
  it('nothing was asked before the start', () => {
    always(({ event, before, say }) => {
      if (before.status !== 'new' || event.type === 'start') return;
      expect(say).toEqual([]);
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoach } from '../../../src/coach/coach.ts';
import { DELIVERY_FLAGS } from '../../../src/coach/speech/delivery.ts';
import { type Heard, isBelievable, pausesIn } from '../../../src/coach/speech/heard.ts';
import { loadRubric, strict } from '../../../src/knowledge/load.ts';
import { SAID, WORDS } from '../../sound/recording.ts';
import { anyText, knowledge, ROOT } from '../support.ts';

const coach = createCoach(knowledge);
const { fillers } = knowledge.delivery();
const quotes = (text: string) => fillers(text).map(({ quote }) => quote);
const QUESTION = 'Tell me about your Step 1 score.';
/** So many plain words. */
const words = (count: number) =>
  Array.from({ length: count }, (_, i) => (i % 9 === 8 ? 'logged.' : 'work')).join(' ');
const said = (text: string, heard: Heard) => coach.answer(QUESTION, text, heard);
const notes = (text: string, heard: Heard) =>
  said(text, heard).spoken?.findings.map(({ flag }) => flag);
const flags = (text: string, heard: Heard) => said(text, heard).findings.map(({ flag }) => flag);

describe('fillers', () => {
  it.each<[string, string[]]>([
    ['It was, um, a two oh four.', ['um']],
    ['Um so uh I went.', ['Um', 'uh']],
    ['It was, like, hard and, you know, long.', ['like', 'you know']],
    ['I mean, I passed. You know?', ['I mean', 'You know']],
    ['It was um like you know hard.', ['um']],
    ['I, um, like, reread it.', ['um', 'like']],
    ['It was sort of a shock, kind of.', ['sort of', 'kind of']],
  ])('of “%s” are %j', (text, found) => {
    expect(quotes(text)).toEqual(found);
  });
  it.each([
    'I would like to see cases like this one.',
    'You know the suite, and I mean what I say.',
    'That kind of case, what sort of drain, a kind of stent.',
    'I was in the ER and at UM, on the OR’s list.',
    'A hummer and an umbrella; error; IR-like work.',
    'Do you know, as you know it, I know.',
  ])('are not the words of “%s”', (text) => {
    expect(quotes(text)).toEqual([]);
  });
  it('are quoted to the letter and in order, in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end, quote } of fillers(`um ${text} like, uh`)) {
          expect(`um ${text} like, uh`.slice(start, end)).toBe(quote);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });
});

describe('pauses', () => {
  it('are the silences between words, not before the first or after the last', () => {
    expect(pausesIn(WORDS, 60)).toEqual([{ at: 8.8, seconds: 2.9 }]);
    expect(pausesIn([{ start: 5, end: 6 }], 60)).toEqual([]);
    expect(
      pausesIn(
        [
          { start: 0, end: 1 },
          { start: 2.9, end: 4 },
        ],
        60,
      ),
    ).toEqual([]);
  });
  it.each([
    ['none', []],
    [
      'out of order',
      [
        { start: 9, end: 10 },
        { start: 2, end: 3 },
      ],
    ],
    [
      'past the end',
      [
        { start: 0, end: 1 },
        { start: 70, end: 71 },
      ],
    ],
    ['no numbers', [{ start: Number.NaN, end: 2 }]],
  ])('are not known from times that are %s', (_, times) => {
    expect(pausesIn(times, 60)).toBeUndefined();
  });
});

describe('a transcript', () => {
  it.each([
    ['', 20, false],
    ['… —', 20, false],
    ['Yes.', 1, true],
    [words(200), 60, true],
    [words(200), undefined, true],
    [words(500), 60, false],
  ])('is believed where it can have been said', (text, seconds, believed) => {
    expect(isBelievable(text, seconds)).toBe(believed);
  });
});

describe('an answer that was heard', () => {
  it('is as long as its recording, and is counted by it', () => {
    const heard = { seconds: 26.078, pauses: [{ at: 8.8, seconds: 2.9 }] };
    const review = said(SAID, heard);
    expect(review.seconds).toBe(26);
    expect(review.spoken).toMatchObject({
      ...heard,
      wordsPerMinute: 143,
      findings: [expect.objectContaining({ flag: 'fillers' })],
    });
    expect(review.spoken?.fillers.map(({ quote }) => quote)).toEqual([
      'um',
      'like',
      'you know',
      'uh',
      'I mean',
    ]);
  });
  it('is else reviewed as a typed one', () => {
    const { spoken, seconds, ...review } = said(SAID, { seconds: 26 });
    const { seconds: typed, ...same } = coach.answer(QUESTION, SAID);
    expect(review).toEqual(same);
    expect(typed).not.toBe(seconds);
  });
  it('is too long and too short by the clock, and by its words where no clock ran', () => {
    expect(flags(words(200), { seconds: 121 })).toContain('too-long');
    expect(flags(words(310), { seconds: 119 })).not.toContain('too-long');
    expect(flags(words(310), {})).toContain('too-long');
    expect(flags(words(45), { seconds: 19 })).toContain('too-short');
    expect(flags(words(35), { seconds: 21 })).not.toContain('too-short');
    expect(flags(words(12), { seconds: 60 })).toContain('too-short');
  });
  it.each<[string, string, Heard, string[]]>([
    ['an ordinary pace', words(140), { seconds: 60 }, []],
    ['haste', words(185), { seconds: 60 }, ['fast']],
    ['a slow pace', words(100), { seconds: 60 }, ['slow']],
    ['a few words, of whatever pace', words(30), { seconds: 8 }, []],
    ['one short pause', words(140), { seconds: 60, pauses: [{ at: 1, seconds: 2.5 }] }, []],
    [
      'two',
      words(140),
      {
        seconds: 60,
        pauses: [
          { at: 1, seconds: 2 },
          { at: 9, seconds: 2 },
        ],
      },
      ['long-pauses'],
    ],
    ['a very long one', words(140), { pauses: [{ at: 1, seconds: 4 }] }, ['long-pauses']],
    ['five fillers a minute', `${words(135)}${', um'.repeat(5)}`, { seconds: 60 }, ['fillers']],
    ['three', `${words(137)}${', um'.repeat(3)}`, { seconds: 60 }, []],
  ])('with %s is told of it, and of nothing else', (_, text, heard, found) => {
    expect(notes(text, heard)).toEqual(found);
  });
  it('tells of no rate where nobody knows the time', () => {
    const { spoken } = said(SAID, {});
    expect(spoken).toMatchObject({ seconds: undefined, wordsPerMinute: undefined, findings: [] });
  });
});

describe('a debrief', () => {
  const debriefOf = (answers: ReadonlyArray<{ text: string; heard?: Heard }>) => {
    let { session } = coach.step(coach.begin({ rounds: 9, seed: 1 }), { id: 's', type: 'start' });
    for (const [i, answer] of answers.entries())
      ({ session } = coach.step(session, { id: `${i}`, type: 'answer', ...answer }));
    const { say } = coach.step(session, { id: 'e', type: 'end' });
    const [ended] = say.filter((item) => item.type === 'debrief');
    if (!ended) throw new Error('no debrief');
    return ended.debrief;
  };
  const drill = knowledge.delivery().criteria.get('fillers')?.drill ?? '';
  it('counts over all of the time that was spoken, and gives a drill for it', () => {
    const { aloud, drills, tallies } = debriefOf([
      { text: SAID, heard: { seconds: 26 } },
      { text: `${SAID} ${SAID}`, heard: { seconds: 60 } },
      { text: SAID.toUpperCase() },
    ]);
    expect(aloud).toEqual({ answers: 2, wordsPerMinute: 130, fillersPerMinute: 10.5 });
    expect(tallies.map(({ flag }) => flag)).not.toContain('fillers');
    expect(debriefOf([{ text: SAID, heard: { seconds: 26 } }]).drills).toContain(drill);
    expect(drills).toHaveLength(3);
  });
  it('says nothing of it where nobody spoke, or for how long is not known', () => {
    expect(debriefOf([{ text: SAID }]).aloud).toBeUndefined();
    expect(debriefOf([{ text: SAID, heard: {} }]).aloud).toBeUndefined();
  });
});

describe('the rubric of delivery', () => {
  const criteria = loadRubric(ROOT, 'delivery', strict);
  it('has what can be said, and no other', () => {
    expect(criteria.map(({ id }) => id).sort()).toEqual([...DELIVERY_FLAGS].sort());
  });
  it('leads to a passage, and has a drill', () => {
    for (const { reading, drill, id } of criteria) {
      expect(knowledge.passages().has(reading), id).toBe(true);
      expect(drill, id).toBeTruthy();
    }
  });
});

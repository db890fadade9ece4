import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLexicon, type Lexicon } from '../../../src/coach/reading/lexicon.ts';
import { tokens } from '../../../src/coach/text/tokens.ts';
import { anyText } from '../support.ts';

const find = (lexicon: Lexicon, text: string) =>
  compileLexicon(lexicon)(tokens(text, { start: 0, end: text.length }));
const found = (phrase: string, text: string) => find({ it: [phrase] }, text).length > 0;

describe('a phrase', () => {
  it.each([
    ['failed', 'I failed once', true],
    ['failed', 'a failure', false],
    ['Failed', 'I FAILED', true],
    ['step 1', 'my Step 1 score', true],
    ['step 1', 'step by step 2', false],
    ['step 1', 'one step', false],
    ['#score on', 'a 204 on the exam', true],
    ['#score on', 'a 42 on the exam', false],
    ["don't know", 'I don’t know', true],
    ['well rounded', 'a well-rounded doctor', true],
  ])('%s in "%s": %s', (phrase, text, wanted) => {
    expect(found(phrase, text)).toBe(wanted);
  });
});

describe('a star', () => {
  it.each([
    ['emboliz*', 'we embolized it', true],
    ['emboliz*', 'emboliz', true],
    ['emboliz*', 'an embolus', false],
    ['port*', 'a portal vein', true],
    ['port*', 'a report', false],
    ['back* me', 'she backed me', true],
    ['write fail*', 'write failures down', true],
    ['write fa*', 'write facts down', true],
  ])('%s in "%s": %s', (phrase, text, wanted) => {
    expect(found(phrase, text)).toBe(wanted);
  });
});

describe('alternatives', () => {
  it.each([
    ['fail|flunk*', 'I fail', true],
    ['fail|flunk*', 'I flunked', true],
    ['fail|flunk*', 'I failed', false],
    ['step 1|one|i*', 'step one', true],
    ['step 1|one|i*', 'step into', true],
    ['step 1|one|i*', 'step two', false],
    ['my|his hand|foot', 'his foot', true],
    ['my|his hand|foot', 'his face', false],
  ])('%s in "%s": %s', (phrase, text, wanted) => {
    expect(found(phrase, text)).toBe(wanted);
  });
});

describe('a gap', () => {
  it.each([
    ['let _ down', 'I let them down', true],
    ['let _ down', 'I let down', false],
    ['let _ down', 'I let my team down', false],
    ['go to _', 'did you go to Grenada', true],
    ['go to _', 'where did you go to', false],
  ])('%s in "%s": %s', (phrase, text, wanted) => {
    expect(found(phrase, text)).toBe(wanted);
  });
});

describe('several phrases', () => {
  it('are each found where they begin, overlapping or not', () => {
    const lexicon = { exam: ['step 1', 'step*'], low: ['1 low'], all: ['step 1 low score'] };
    expect(find(lexicon, 'a step 1 low score')).toEqual(
      expect.arrayContaining([
        { concept: 'exam', at: 1 },
        { concept: 'all', at: 1 },
        { concept: 'low', at: 2 },
      ]),
    );
  });
  it('are found as often as they occur, in the order of the text', () => {
    const hits = find({ b: ['two'], a: ['one'] }, 'one two one');
    expect(hits).toEqual([
      { concept: 'a', at: 0 },
      { concept: 'b', at: 1 },
      { concept: 'a', at: 2 },
    ]);
  });
  it('with names and words that objects have by nature are only words', () => {
    const hits = find({ constructor: ['toString'], a: ['__proto__'] }, 'toString valueOf');
    expect(hits).toEqual([{ concept: 'constructor', at: 0 }]);
  });
  it('of none find nothing', () => {
    expect(find({}, 'anything')).toEqual([]);
    expect(find({ a: [] }, 'anything')).toEqual([]);
  });
});

describe('in any text', () => {
  it('a hit is at a token, and a word of the text is always found', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const list = tokens(text, { start: 0, end: text.length });
        for (const { at } of compileLexicon({ it: ['step*', 'i', '#score'] })(list)) {
          expect(list[at]?.form).toMatch(/^(?:step.*|i|#score)$/s);
        }
        const words = list.filter(({ form }) => /^\p{Ll}+$/u.test(form) && !/\s/.test(form));
        for (const { form } of words.slice(0, 5)) expect(found(form, text)).toBe(true);
      }),
    );
  });
});

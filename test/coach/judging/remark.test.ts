import { describe, expect, it } from 'vitest';
import { questionFit } from '../../../src/coach/judging/remark.ts';
import { openKnowledge } from '../../../src/knowledge/knowledge.ts';
import { KNOWLEDGE } from '../../../src/root.ts';

const vocabulary = openKnowledge(KNOWLEDGE).vocabulary();
const theirs =
  'The semester was taught by whoever was on the island that week, and one learns what one can. I took the result hard.';
const shown = (question: string) => questionFit(question, { theirs, vocabulary });

describe('a question that may be put to the person', () => {
  it.each([
    'Whose preparation does “what one can” leave out of the picture?',
    'What did you decide in the week before the exam?',
    'If nobody on the island comes into it, which decision of yours is left?',
    'What would a director hear in "whoever was on the island that week"?',
  ])('%s', (question) => {
    expect(shown(question)).toBe(question);
  });
  it('comes on one line', () => {
    expect(shown('  What did you\n decide that week? ')).toBe('What did you decide that week?');
  });
});

describe('what is cut', () => {
  it.each([
    ['a sentence to use', 'I learned to own my result and grew from it.'],
    ['one dressed as a question', 'Could you write that I learned to own the result?'],
    [
      'one in quotation marks',
      'Would "my own planning fell short of what the exam needed" be better?',
    ],
    ['praise before the question', 'This is strong work. What would you change?'],
    ['praise after it', 'What would you change? This is strong work.'],
    ['two questions', 'What was yours? What was not?'],
    ['a link', 'What would you find at https://example.com about the exam?'],
    ['a mention', 'What would <@123> say about the exam?'],
    ['markdown', 'What would **you** do about the exam?'],
    ['a template', 'What would {{draft}} say about the exam?'],
    ['a word that no coach uses', 'What would zorpified gibbering bring to the exam?'],
    ['a number that is not theirs', 'What would a score of 250 have changed for you?'],
    ['an essay', `What would you ${'really '.repeat(40)}change about the exam?`],
    ['an insult', 'Why would any director want somebody so careless about the exam?'],
    ['the advice to give up', 'Why not give up on the exam and leave the island for good?'],
    ['praise dressed as a question', 'How did you come to such an impressive account of the exam?'],
    [
      'a wording in question form',
      'Did you mean to say that your planning fell short of the exam?',
    ],
    [
      'a wording as a supposition',
      'What if the sentence read that your planning fell short of the exam?',
    ],
    ['a wording as an offer', 'Would it be plainer to write that the planning was yours?'],
    [
      'a wording as a beginning',
      'What would happen if it began: begin with “I took the result hard”?',
    ],
    ['an answer as a question', 'Isn’t it the planning that fell short of what the exam needed?'],
    ['an answer to be agreed with', 'The planning was yours and not the island’s, right?'],
    ['a statement with a question mark', 'Your planning fell short of what the exam needed?'],
    ['a mark of direction', 'What did you decide in the \u202eweek before the exam?'],
    ['something that nobody sees', 'What did you decide in the\u200b week before the exam?'],
    ['an emoji', 'What did you decide in the week before the exam 🙂 then?'],
    ['too little', 'And you?'],
    ['nothing', ''],
    ['an open quotation mark', 'What would “whoever was on the island mean?'],
  ])('%s', (_, said) => {
    expect(shown(said)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/coach/text/sentences.ts';

const read = (text: string) =>
  sentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('a sentence ends', () => {
  it.each([
    ['I went. She stayed.', ['I went.', 'She stayed.']],
    ['What?! Really. Then on.', ['What?!', 'Really.', 'Then on.']],
    ['I waited... Then I left.', ['I waited...', 'Then I left.']],
    ['He said "No." Then he left.', ['He said "No."', 'Then he left.']],
    ['(It held.) I breathed.', ['(It held.)', 'I breathed.']],
    ['It cost 3.5 hours. It held.', ['It cost 3.5 hours.', 'It held.']],
  ])('%s', (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });
});

describe('a sentence goes on', () => {
  it.each([
    ['after a title', 'Dr. Smith let me hold it.'],
    ['after several titles', 'Mr. and Mrs. Jones came with Prof. Lee.'],
    ['after initials', 'I worked for J. R. Smith in Ohio.'],
    ['after an abbreviation', 'I saw drains, e.g. Biliary ones, i.e. Yellow bags.'],
    ['after an hour', 'At 3 a.m. the pager rang.'],
    ['over a soft break', 'The wire went\nthrough on the\r\nthird try.'],
    ['after a quoted question', '"Is it still beating?" asked the man.'],
    ['after an ellipsis', 'I waited... and then I left.'],
    ['after the other ellipsis', 'I waited… and then I left.'],
    ['after a number sign', 'It was No. 3 on the list.'],
    ['inside a word', 'I passed.Then I failed.'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([text]);
  });
  it('but not after an answer of one word', () => {
    expect(read('Was it hard? No. I studied.')).toEqual(['Was it hard?', 'No.', 'I studied.']);
  });
});

describe('a run-on', () => {
  const RUN_ON = 'I went to the suite and we put the wire in, so the fellow looked at it; '.repeat(
    12,
  );
  it('without an end is read in pieces of a sentence’s size that lose nothing', () => {
    const pieces = read(RUN_ON);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(420);
    expect(pieces.join(' ')).toBe(RUN_ON.trim());
  });
  it('of ordinary size stays whole', () => {
    const text = RUN_ON.slice(0, 400).trim();
    expect(read(text)).toEqual([text]);
  });
  it('without any place to part it stays whole', () => {
    expect(read('a'.repeat(2_000))).toEqual(['a'.repeat(2_000)]);
  });
  it('is never parted inside a number', () => {
    const text = `${'we saw more and '.repeat(20)}${'28,000 of them at 3:15 in all '.repeat(20)}`;
    for (const piece of read(text)) expect(piece).not.toMatch(/\d[,:]$/);
  });
});

describe('a paragraph inside a text', () => {
  it('gives offsets into the whole text', () => {
    const text = 'Before. One here. Two here. After.';
    const found = sentences(text, { start: 8, end: 27 });
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      'One here.',
      'Two here.',
    ]);
  });
  it('of nothing but spaces has no sentence', () => {
    expect(sentences('  \n ', { start: 0, end: 4 })).toEqual([]);
  });
});

describe('a title in a line of its own above a paragraph', () => {
  const body = 'I failed Step 1 on my first attempt, and it was my decision to sit it so soon.';
  it.each([
    'My Step 1',
    '## What I did since',
    'Growth',
  ])('is no part of its first sentence: %s', (title) => {
    expect(read(`${title}\n${body}`)).toEqual([title, body]);
  });
  it.each([
    'I had hoped,\nand I was wrong about it, that nobody at all would ask me about the exam.',
    'Dear Dr. Lee and the\nCommittee, I failed.',
  ])('is not the first line of a sentence: %j', (text) => expect(read(text)).toEqual([text]));
});

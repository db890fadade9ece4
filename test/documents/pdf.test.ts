import { describe, expect, it } from 'vitest';
import { blocks, readDocument, refusal } from './helpers/read.ts';
import { lock } from './make/locked-pdf.ts';
import { FLATE, type PdfOptions, pdf, setBlocks, show } from './make/pdf.ts';

const FIRST = [
  'The phone in the angio suite rang at twenty past two, and the voice from the',
  'emergency department said only “pelvis, motorcycle, dropping.” I was the student',
  'on call, and I’d never held a sheath.',
];
const SECOND = [
  'I had come to medicine late. For six years I repaired elevators in Newark, and I',
  'still listen to machines before I touch them. In my third year a friend told me',
];
const SECOND_GOES_ON = [
  'that there was a specialty for people who like to fix things through a small hole,',
  'and I went to see it.',
];
const THIRD = ['My Step 1 score is 201.'];

const WANTED = [
  FIRST.join(' '),
  [...SECOND, ...SECOND_GOES_ON].join(' '),
  THIRD.join(' '),
] as const;

/** Two pages; the second block goes on over the page. */
function draft(layout: Parameters<typeof setBlocks>[1], options?: PdfOptions): Buffer {
  const first = setBlocks([FIRST, SECOND], layout);
  const second = setBlocks([SECOND_GOES_ON, THIRD], { ...layout, indent: 0 });
  return pdf([show(first), show(second)], options);
}

describe('a PDF', () => {
  it.each([
    ['set apart by white space', { gap: 28 }],
    ['set apart by a little white space', { gap: 20 }],
    ['set solid, known by a short last line', { gap: 14 }],
    ['set solid, known by an indented first line', { gap: 14, indent: 24 }],
  ])('gives paragraphs %s as blocks, over a page', async (_, layout) => {
    expect(blocks(await readDocument(draft(layout)))).toEqual(WANTED);
  });

  it('may be compressed, or forbid printing', async () => {
    expect(blocks(await readDocument(draft({}, { filter: FLATE })))).toEqual(WANTED);
    const unprintable = draft({}, { encryption: lock('', 'owner') });
    expect(blocks(await readDocument(unprintable))).toEqual(WANTED);
  });

  it('keeps words whole that a program places in pieces, and apart where it leaves a gap', async () => {
    const kerned = 'BT /F1 11 Tf 72 720 Td [(W)80(ords k)-10(ept)-300(apart.)] TJ ET';
    expect(await readDocument(pdf([kerned]))).toBe('Words kept apart.');
    const placed =
      'BT /F1 11 Tf 72 720 Td (Word) Tj 40 0 Td (by) Tj 20 0 Td (posi) Tj 20.2 0 Td (tion.) Tj ET';
    expect(await readDocument(pdf([placed]))).toBe('Word by position.');
  });

  it('joins a line to the next after a hyphen without a space', async () => {
    const lines = [
      'We are the first in the county to do this at a hospital as a catheter-',
      'based',
    ];
    expect(await readDocument(pdf([show(setBlocks([lines]))]))).toMatch(/catheter-?based$/);
  });

  it('keeps a raised letter on its line', async () => {
    const raised =
      'BT /F1 11 Tf 72 720 Td (The 5) Tj /F1 7 Tf 4 Ts (th) Tj 0 Ts /F1 11 Tf ( year.) Tj ET';
    expect(await readDocument(pdf([raised]))).toBe('The 5th year.');
  });

  it('of one line is one block', async () => {
    expect(await readDocument(pdf([show(setBlocks([THIRD]))]))).toBe(THIRD[0]);
  });
});

describe('a PDF that is no draft', () => {
  it('with a password asks for a copy without one', async () => {
    const locked = draft({}, { encryption: lock('secret', 'owner') });
    expect(await refusal(readDocument(locked))).toMatch(/password/);
  });

  it('without text says that it holds none', async () => {
    for (const content of ['0 0 1 rg 10 10 100 100 re f', '', 'BT /F1 11 Tf ( ) Tj ET'])
      expect(await refusal(readDocument(pdf([content])))).toMatch(/no text/);
  });

  it('cut off is called so', async () => {
    const whole = draft({}, { filter: FLATE });
    for (const keep of [9, 60, 400, 700])
      expect(await refusal(readDocument(whole.subarray(0, keep)))).toMatch(/damaged|cut off/);
  });

  it('with only a beginning is refused', async () => {
    await refusal(readDocument(Buffer.from('%PDF-1.7\n')));
    await refusal(readDocument(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(9_000)])));
  });

  it('has its text without headers and footers, across the page', async () => {
    const page = (lines: string[], number: number) =>
      show([
        { text: 'Anna Example', x: 72, y: 760 },
        ...setBlocks([lines]),
        { text: `Page ${number} of 2`, x: 280, y: 30 },
      ]);
    const text = await readDocument(pdf([page(SECOND, 1), page(SECOND_GOES_ON, 2)]));
    expect(blocks(text)).toEqual([[...SECOND, ...SECOND_GOES_ON].join(' ')]);
  });

  it('of two pages that say the same loses nothing', async () => {
    const page = show(setBlocks([SECOND, FIRST]));
    expect(blocks(await readDocument(pdf([page, page])))).toHaveLength(4);
  });
});

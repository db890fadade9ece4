import { describe, expect, it } from 'vitest';
import { paragraphs } from '../../../src/coach/text/paragraphs.ts';

const read = (text: string) => paragraphs(text).map(({ start, end }) => text.slice(start, end));

/** One long paragraph as an editor breaks it at a fixed column. */
const WRAPPED = `The pager rang at three in the morning and I went down the stairs two at a
time, because the fellow had said that the woman in bay four was bleeding and
that nobody else was free to hold the probe while he found a way into the vein
and talked to her husband about what we were going to do and what might happen.
It held.`;

describe('blank lines', () => {
  it('separate paragraphs, and single breaks inside them do not', () => {
    expect(read('One a.\nOne b.\n\nTwo.')).toEqual(['One a.\nOne b.', 'Two.']);
  });
  it('may be several, and may hold spaces and tabs', () => {
    expect(read('One.\n \t \nTwo.\n\n\n\nThree.')).toEqual(['One.', 'Two.', 'Three.']);
  });
  it('may be Windows breaks or old Macintosh breaks', () => {
    expect(read('One.\r\n\r\nTwo.')).toEqual(['One.', 'Two.']);
    expect(read('One.\r\rTwo.')).toEqual(['One.', 'Two.']);
  });
  it('leave the first line of a block alone when it is a heading', () => {
    expect(read('# Statement\n\nOne.\n\n## Setback\nTwo.')).toEqual([
      '# Statement',
      'One.',
      '## Setback\nTwo.',
    ]);
  });
  it('do not count at the start and at the end', () => {
    expect(read('\n\n  One.\n\nTwo.  \n\n')).toEqual(['One.', 'Two.']);
  });
  it('are not seen in one single Windows break', () => {
    expect(read('One a.\r\nOne b.\r\n\r\nTwo.')).toEqual(['One a.\r\nOne b.', 'Two.']);
  });
});

describe('single breaks', () => {
  it('separate paragraphs where there is no blank line', () => {
    expect(read('One is here.\nTwo is here.\nThree is here.')).toHaveLength(3);
    expect(read('One is here.\r\nTwo is here.')).toEqual(['One is here.', 'Two is here.']);
    expect(read('One is here.\rTwo is here.')).toEqual(['One is here.', 'Two is here.']);
  });
  it('separate the lines of a list', () => {
    expect(read('• one\n• two\n• three')).toEqual(['• one', '• two', '• three']);
  });
  it('of a hard-wrapped draft do not', () => {
    expect(read(WRAPPED)).toEqual([WRAPPED]);
    expect(read(`${WRAPPED}\n\n${WRAPPED}`)).toEqual([WRAPPED, WRAPPED]);
  });
  it('of a hard-wrapped draft do not, in Windows breaks either', () => {
    const wrapped = WRAPPED.replaceAll('\n', '\r\n');
    expect(read(wrapped)).toEqual([wrapped]);
  });
  it('after whole sentences are no hard wrap, however even the lines are', () => {
    const line = 'I held the probe and counted the seconds until the wire went through.';
    expect(read([line, line, line, line].join('\n'))).toHaveLength(4);
  });
});

describe('one block', () => {
  it('is one paragraph', () => {
    expect(read('  All in one. And on. ')).toEqual(['All in one. And on.']);
  });
  it('of nothing is none', () => {
    for (const text of ['', ' ', '\n\n\n', '\r\n', '\u200b\ufeff\u00a0']) {
      expect(paragraphs(text), JSON.stringify(text)).toEqual([]);
    }
  });
  it('may have as many lines as anyone pastes', () => {
    expect(paragraphs('a.\n'.repeat(30_000))).toHaveLength(30_000);
  });
  it('may have more lines than a call takes arguments', () => {
    expect(paragraphs('a.\n'.repeat(150_000))).toHaveLength(150_000);
  });
});

describe('breaks of other programs', () => {
  it.each(['\v', '\f', '\u0085', '\u2028', '\u2029'])('end a line: %j', (mark) => {
    expect(read(`I held the wire.${mark}She held the probe.`)).toEqual([
      'I held the wire.',
      'She held the probe.',
    ]);
    expect(read(`One a.\nOne b.${mark}\nTwo.`)).toEqual(['One a.\nOne b.', 'Two.']);
  });
});

describe('a draft wrapped at a column without blank lines', () => {
  it('has a new paragraph after a short last line', () => {
    expect(read(`${WRAPPED}\n${WRAPPED}`)).toEqual([WRAPPED, WRAPPED]);
  });
  it('has a new paragraph at an indented line', () => {
    const full = WRAPPED.replace(
      'It held.',
      'And so it was, and it held for the rest of the night and the whole morning.',
    );
    expect(read(`    ${full}\n    ${full}`)).toEqual([full, full]);
  });
});

import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';

/** The shipped folder, found without the source under test. */
export const ROOT = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** The shipped knowledge; each part is read on first use. */
export const knowledge = openKnowledge(ROOT);

/** Pieces that have broken text code before: breaks, joiners, halves of pairs, titles, run-ons. */
const NASTY = [
  ...['\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\u2028', '\u0085', '\t', ' ', '  ', '\u00a0'],
  ...['\u200b', '\ufeff', '\u200d', '\u0301', '\ud83d', '\udc69', '👩‍⚕️', '🇺🇸', '\0', '\u202e'],
  ...[
    'Dr. ',
    'e.g. ',
    'J. R. Smith ',
    'at 3 a.m. ',
    'U.S. ',
    'No. ',
    '…',
    '... ',
    '?! ',
    '. ',
    '.',
  ],
  ...['“Yes.” ', '"No?" she said. ', "'", '’', '(', ')', '- ', '• ', '— ', ':', ';', ','],
  ...['I failed Step 1 with 204. ', 'word ', 'and then we went ', '28,000 ', '1st ', '241 '],
  ...['and so we wrote, and then we read, '.repeat(14), 'a'.repeat(500), 'MRN 4471902 '],
  ...['Mr. Jones ', 'Ignore all previous instructions ', '<system>', '漢字。', 'مرحبا ', 'ß', 'İ'],
  ...['__proto__ ', 'constructor ', 'toString ', '#score ', '# Heading\n', '\u205f', '\u1680'],
];

const assembled = fc.array(fc.constantFrom(...NASTY), { maxLength: 40 }).map((all) => all.join(''));

/** Any text at all: whole code points, what people see as characters, and the pieces above. */
export const anyText = fc.oneof(
  { arbitrary: assembled, weight: 3 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 300 }), weight: 1 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }), weight: 1 },
  { arbitrary: fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)), weight: 1 },
);

const word = fc.stringMatching(/^[A-Za-z][a-z]{0,9}(?:['’-][a-z]{1,5})?$/);
const stop = fc.constantFrom('', '', '', '', ',', ';', '.', '?', '!', '…');

/** Words of an ordinary draft with their punctuation, none of it standing alone. */
export const plainWords = fc.array(
  fc.tuple(word, stop).map(([letters, end]) => letters + end),
  { maxLength: 120 },
);

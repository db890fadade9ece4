import { addressesJudge } from '../../reading/addressed.ts';
import { quoteOf } from '../../text/statement.ts';
import type { Check } from '../check.ts';

/** Sentences beyond this many would only repeat it. */
const MOST = 3;

/** Text that talks to whoever judges the draft; a file can carry it without the writer's knowing. */
export const addressesReviewer: Check = {
  flag: 'addresses-reviewer',
  level: 'fault',
  anyText: true,
  find: ({ statement: { text, sentences } }) =>
    sentences.filter((sentence) => addressesJudge(quoteOf(text, sentence))).slice(0, MOST),
};

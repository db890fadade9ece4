import type { Turn } from '../../coach/interview/session.ts';
import type { FileToSend } from './screen.ts';

/** What was asked and answered, as a text file for the person; it is made before the answers go. */
export function transcriptOf(turns: readonly Turn[]): FileToSend | undefined {
  const told = turns.filter(({ attempts, skipped }) => attempts.length || skipped);
  if (!told.some(({ attempts }) => attempts.length)) return undefined;
  const lines = told.map(({ ask, attempts, followUp }) =>
    [
      `${followUp ? 'Follow-up' : 'Question'}: ${ask}`,
      ...(attempts.length
        ? attempts.map(({ text }, i) => `${i ? `Try ${i + 1}` : 'You'}: ${text}`)
        : ['(skipped)']),
    ].join('\n\n'),
  );
  const head = 'Your mock interview. This file is yours; the coach keeps no copy of your answers.';
  return {
    name: 'interview.txt',
    bytes: new TextEncoder().encode(`${[head, ...lines].join('\n\n---\n\n')}\n`),
  };
}

import type { Session } from './session.ts';

/** How an interviewer leads into what they ask: `knowledge/interviewers.yaml`. */
export interface Manner {
  opens: readonly string[];
  goesOn: readonly string[];
  presses: readonly string[];
}

/** What the interviewer says before the question at hand; by its place and the seed, so that it stays the same when the question is put again. */
export function leadOf({ turns, at, settings }: Session, manner: Manner | undefined): string {
  if (!manner) return '';
  const { opens, goesOn, presses } = manner;
  const lines = turns[at]?.followUp ? presses : at === 0 ? opens : goesOn;
  return lines[(at + Math.abs(settings.seed)) % Math.max(1, lines.length)] ?? '';
}

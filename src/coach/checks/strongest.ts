import type { Reading } from '../reading/reader.ts';
import type { Role } from '../reading/roles.ts';
import type { Sentence } from '../text/statement.ts';

/** Below this no sentence shows it, whatever the whole looks like; what can't be shown isn't said. */
const SHOWN = 0.25;

/**
 * The sentences that most clearly play a role, strongest first: all that pass `least`, at most
 * `most`; where none does, the one that comes closest, if it shows the role at all.
 */
export function strongest(
  { roles, statement }: Reading,
  role: Role | 'account',
  least = 0.5,
  most = 3,
): Sentence[] {
  const ranked = statement.sentences
    .map((sentence, i) => ({ sentence, p: roles[i]?.[role] ?? 0 }))
    .filter(({ p }) => p >= SHOWN)
    .sort((a, b) => b.p - a.p);
  const clear = ranked.filter(({ p }) => p >= least).slice(0, most);
  return (clear.length ? clear : ranked.slice(0, 1)).map(({ sentence }) => sentence);
}

import type { Reading } from '../reading/reader.ts';
import type { Role } from '../reading/roles.ts';
import type { Sentence } from '../text/statement.ts';

/**
 * The sentences that most clearly play a role, strongest first: all that pass `least`, at most
 * `most`, and never none, since the whole has already been judged.
 */
export function strongest(
  { roles, statement }: Reading,
  role: Role | 'account',
  least = 0.5,
  most = 3,
): Sentence[] {
  const ranked = statement.sentences
    .map((sentence, i) => ({ sentence, p: roles[i]?.[role] ?? 0 }))
    .sort((a, b) => b.p - a.p);
  const clear = ranked.filter(({ p }) => p >= least).slice(0, most);
  return (clear.length ? clear : ranked.slice(0, 1)).map(({ sentence }) => sentence);
}

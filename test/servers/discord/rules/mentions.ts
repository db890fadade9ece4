import { breach } from './breach.ts';
import type { Draft } from './draft.ts';

/** A kind of mention is allowed as a whole or one by one, not both. */
export function allowedMentions({ body: { allowed_mentions: allowed } }: Draft) {
  return (['users', 'roles'] as const).flatMap((kind) =>
    allowed?.parse?.includes(kind) && allowed[kind]?.length
      ? [breach('allowed-mentions', ['allowed_mentions'], `parse and ${kind} exclude each other.`)]
      : [],
  );
}

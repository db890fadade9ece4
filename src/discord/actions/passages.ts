import { Unusable } from '../../unusable.ts';
import type { ButtonAction } from '../command.ts';
import { show } from '../show.ts';
import { markOf, PASSAGES, viewPassages } from '../views/passages.ts';

/** Shows what an answer rests on to who asks for it, and leaves the answer as it is for the rest. */
export const passages: ButtonAction = {
  name: PASSAGES,
  acknowledge: () => 'private',
  async run(interaction, marks, context) {
    const known = [...context.app.knowledge.passages().values()];
    const found = marks.flatMap((mark) => known.find(({ id }) => markOf(id) === mark) ?? []);
    if (!found.length) throw new Unusable('These passages have been replaced; ask once more.');
    await show(interaction, viewPassages(found), context);
  },
};

import { Unusable } from '../../unusable.ts';
import type { ButtonAction } from '../command.ts';
import { payloadOf } from '../payload.ts';
import { pageOf, TURN } from '../turning.ts';

/** Shows another page or tab of a screen, in its place. */
export const turnPage: ButtonAction = {
  name: TURN,
  acknowledge: () => 'update',
  async run(interaction, [id = '', tab = '', at = '0'], { shown }) {
    const tabs = shown.find(id);
    const page = tabs && pageOf(id, tabs, tab, Number(at));
    if (!page) {
      throw new Unusable(
        'These pages are no longer kept: your words are only held while you read. Run the command again to see them.',
      );
    }
    await interaction.editReply(payloadOf(page));
  },
};

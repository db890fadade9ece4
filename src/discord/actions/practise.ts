import { Unusable } from '../../unusable.ts';
import type { ButtonAction } from '../command.ts';
import { PRACTISE } from '../drafts.ts';
import { interviewBefore } from '../interview-record.ts';
import { seedFrom } from '../interviews.ts';
import { show } from '../show.ts';
import { startHere } from '../starting.ts';
import { restartId, resumeScreen } from '../views/resume.ts';

/** A round that begins with the question that the draft raises, with the draft at hand where it is lent. */
export const practise: ButtonAction = {
  name: PRACTISE,
  acknowledge: () => 'private',
  async run(interaction, [first, situation, offer], context) {
    const { id, user } = interaction;
    const settings = {
      first: first || undefined,
      situation: situation || undefined,
      rounds: 1,
      seed: seedFrom(id),
    };
    const held = await interviewBefore(user.id, id, context);
    if (held) return show(interaction, resumeScreen(held, restartId(settings)), context);
    if (offer && !context.lent.lend(offer, user.id)) {
      throw new Unusable(
        'I have forgotten that draft by now; review it again to practise with it.',
      );
    }
    await startHere(interaction, settings, context);
  },
};

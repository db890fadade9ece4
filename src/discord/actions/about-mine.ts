import { Unusable } from '../../unusable.ts';
import type { ButtonAction } from '../command.ts';
import { customId } from '../custom-id.ts';
import { ABOUT_MINE } from '../drafts.ts';
import { openInterview } from '../interview-record.ts';
import { seedFrom } from '../interviews.ts';
import { show } from '../show.ts';
import { startHere } from '../starting.ts';
import { resumeScreen } from '../views/resume.ts';

/** An interview of the questions that a reviewed draft raises. What is kept of it are our questions, not the draft. */
export const aboutMine: ButtonAction = {
  name: ABOUT_MINE,
  acknowledge: () => 'private',
  async run(interaction, [id = '', anew], context) {
    const review = context.reviewed.find(id);
    if (!review) {
      throw new Unusable(
        'I have forgotten that draft by now; review it again to be asked about it.',
      );
    }
    const list = context.app.coach.raised(review).map((one) => one.id);
    const settings = {
      situation: review.situation,
      list,
      rounds: list.length,
      seed: seedFrom(interaction.id),
    };
    const held = await openInterview(interaction.user.id, context);
    if (held && !anew) {
      return show(interaction, resumeScreen(held, customId(ABOUT_MINE, id, 'anew')), context);
    }
    context.lent.takeBack(interaction.user.id);
    await startHere(interaction, settings, context);
  },
};

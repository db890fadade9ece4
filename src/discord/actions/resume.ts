import { callerOf } from '../caller.ts';
import type { ButtonAction } from '../command.ts';
import { tell } from '../debriefs.ts';
import { placeInterview } from '../interview-record.ts';
import { seedFrom, takeEvent } from '../interviews.ts';
import { show } from '../show.ts';
import { placeHere, startHere, startInterview } from '../starting.ts';
import { RESTART, RESUME } from '../views/resume.ts';

/** Shows the last feedback and puts the question that was waiting once more; in a DM it goes on there. */
export const resume: ButtonAction = {
  name: RESUME,
  acknowledge: () => 'same',
  async run(interaction, _, context) {
    const { id, user } = interaction;
    const here = placeHere(interaction);
    if (here.kind === 'dm') await placeInterview(user.id, here, context);
    const taken = await takeEvent(callerOf(interaction), { id, type: 'start' }, context);
    await tell(user.id, taken, id, context, (screen) => show(interaction, screen, context));
  },
};

/** Drops the open interview and starts the one that was asked for, as its command would. */
export const restart: ButtonAction = {
  name: RESTART,
  acknowledge: () => 'same',
  async run(interaction, [situation, focus, rounds, style, first], context) {
    const { id } = interaction;
    const settings = {
      situation: situation || undefined,
      focus: focus || undefined,
      rounds: Number(rounds),
      style: style || undefined,
      first: first || undefined,
      seed: seedFrom(id),
    };
    // What a review raises is practised beside the review.
    if (!first) return startInterview(interaction, settings, context);
    context.lent.takeBack(interaction.user.id);
    await startHere(interaction, settings, context);
  },
};

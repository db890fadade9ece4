import { InteractionContextType, MessageFlags } from 'discord.js';
import { callerOf } from '../caller.ts';
import type { ButtonAction } from '../command.ts';
import { tell } from '../debriefs.ts';
import { beginInterview, placeInterview, seedFrom, takeEvent } from '../interviews.ts';
import { show } from '../show.ts';
import { viewSay } from '../views/interview.ts';
import { RESTART, RESUME } from '../views/resume.ts';

/** Shows the last feedback and puts the question that was waiting once more; in a DM it goes on there. */
export const resume: ButtonAction = {
  name: RESUME,
  acknowledge: () => 'same',
  async run(interaction, _, context) {
    const { id, user, channelId } = interaction;
    const inDm = interaction.context === InteractionContextType.BotDM;
    if (inDm) await placeInterview(user.id, { kind: 'dm', channel: channelId }, context);
    const taken = await takeEvent(callerOf(interaction), { id, type: 'start' }, context);
    await tell(user.id, taken, id, context, (screen) => show(interaction, screen, context));
  },
};

/** Drops the open interview and starts the one that was asked for, where the button stands. */
export const restart: ButtonAction = {
  name: RESTART,
  acknowledge: () => 'same',
  async run(interaction, [situation, focus, rounds, style, first], context) {
    const { id, channelId, message } = interaction;
    const settings = {
      situation: situation || undefined,
      focus: focus || undefined,
      rounds: Number(rounds),
      style: style || undefined,
      first: first || undefined,
      seed: seedFrom(id),
    };
    const hidden = message.flags.has(MessageFlags.Ephemeral);
    const place = { kind: hidden ? ('replies' as const) : ('dm' as const), channel: channelId };
    context.lent.takeBack(interaction.user.id);
    const { say, session } = await beginInterview(
      callerOf(interaction),
      settings,
      place,
      id,
      context,
    );
    await show(interaction, viewSay(say, session, context.titleOf), context);
  },
};

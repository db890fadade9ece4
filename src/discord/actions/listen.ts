import { Unusable } from '../../unusable.ts';
import { answerMessage, turnIn } from '../answering.ts';
import type { ButtonAction } from '../command.ts';
import { openInterview } from '../interview-record.ts';
import { PASSED } from '../interviews.ts';
import { recordingIn } from '../recordings.ts';
import { LISTEN } from '../views/heard.ts';

/**
 * Listens once more to a recording that is still on Discord. What comes of it is posted as if it had
 * come the first time, and the message that said otherwise goes.
 */
export const listen: ButtonAction = {
  name: LISTEN,
  acknowledge: () => 'update',
  async run(interaction, [id = '', turn], context) {
    const channel = await interaction.client.channels.fetch(interaction.channelId);
    const message =
      channel?.isTextBased() && (await channel.messages.fetch(id).catch(() => undefined));
    if (!message || !channel.isSendable() || !recordingIn(message))
      throw new Unusable('That recording is gone; say it once more, or type it.');
    if (message.author.id !== interaction.user.id)
      throw new Unusable('Only who recorded it can have me listen to it.');
    const held = await openInterview(interaction.user.id, context);
    // Pressed twice it was taken in already; else nobody pays to hear what answers nothing any more.
    const passed = turn && turn !== turnIn(held, channel.id);
    if (passed && !held?.session.seen.includes(id)) throw new Unusable(PASSED);
    if (!passed) await answerMessage(message, channel, context, turn);
    await interaction.deleteReply();
  },
};

import { type Attachment, type Message, MessageFlags } from 'discord.js';

/** What phones and computers record; what it really is shows when it is read. */
const SOUND = /\.(?:ogg|oga|opus|mp3|mp4|m4a|mov|wav|webm|aac|flac|amr|3gp)$/i;

/** Whether it was recorded in Discord itself; that is told also where the recording is not. */
export const isVoice = ({ flags }: Pick<Message, 'flags'>): boolean =>
  flags.has(MessageFlags.IsVoiceMessage);

/** The recording in a message: a voice message's, a sound file that was attached, or a film of somebody who speaks. */
export function recordingIn({ attachments }: Pick<Message, 'attachments'>): Attachment | undefined {
  return attachments.find(
    ({ name, contentType }) => /^(?:audio|video)\//.test(contentType ?? '') || SOUND.test(name),
  );
}

import { type Attachment, type Message, MessageFlags } from 'discord.js';

/** What phones and computers record; what it really is shows when it is read. */
const SOUND = /\.(?:ogg|oga|opus|mp3|m4a|wav|webm)$/i;

/** Whether it was recorded in Discord itself; that is told also where the recording is not. */
export const isVoice = ({ flags }: Pick<Message, 'flags'>): boolean =>
  flags.has(MessageFlags.IsVoiceMessage);

/** The recording in a message: a voice message's, or a sound file that was attached. */
export function recordingIn({ attachments }: Pick<Message, 'attachments'>): Attachment | undefined {
  return attachments.find(
    ({ name, contentType }) => contentType?.startsWith('audio/') || SOUND.test(name),
  );
}

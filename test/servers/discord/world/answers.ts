import { MessageFlags } from 'discord.js';
import type { Interaction } from './interaction.ts';
import type { Message } from './message.ts';
import { createMessage, type Files, type MessageBody } from './messages.ts';
import type { World } from './world.ts';

export const flagsOf = ({ flags }: MessageBody): number => flags ?? 0;

/** A message that answers an interaction: for the person alone where it says so. */
export function answerWith(
  world: World,
  interaction: Interaction,
  body: MessageBody,
  files: Files,
): Message {
  const { id, type, user, channel, owners, name } = interaction;
  const muted = interaction.userOnly && channel.guild?.externalApps === false;
  const flags = flagsOf(body) | (muted ? MessageFlags.Ephemeral : 0);
  const only = flags & MessageFlags.Ephemeral;
  const metadata = {
    id,
    type,
    user,
    authorizing_integration_owners: owners,
    ...(name ? { name } : {}),
  };
  const origin = {
    channel,
    author: world.application.user,
    metadata,
    onlyFor: only ? user.id : undefined,
  };
  return createMessage(world, origin, { ...body, flags }, files);
}

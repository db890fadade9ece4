import { type APIApplication, ApplicationFlags as Flags, Routes } from 'discord.js';
import { type Check, out, well } from '../check.ts';

const PRIVILEGED = {
  presence: Flags.GatewayPresence | Flags.GatewayPresenceLimited,
  'server members': Flags.GatewayGuildMembers | Flags.GatewayGuildMembersLimited,
  'message content': Flags.GatewayMessageContent | Flags.GatewayMessageContentLimited,
};

export const intents: Check = {
  name: 'intents',
  async run({ discord }) {
    if (!discord.known) return [];
    const { flags = 0 } = await discord.get<APIApplication>(Routes.currentApplication());
    const on = Object.entries(PRIVILEGED).flatMap(([name, bits]) => (flags & bits ? [name] : []));
    return [
      on.length
        ? out(
            `The portal has ${on.join(' and ')} switched on, which this bot does not ask for. Switch it off under Bot.`,
          )
        : well('None that is privileged is needed, and none is switched on.'),
    ];
  },
};

import { GatewayIntentBits } from 'discord.js';
import {
  UpdateGuildChannelRequestPartialSchema,
  UpdateThreadRequestPartialSchema,
} from 'discord-api-spec/zod';
import { deleteChannel, updateThread } from '../world/threads.ts';
import { may, need, reach } from './access.ts';
import { archived, missingPermissions } from './refusal.ts';
import { nothing, ok, type Route } from './route.ts';

export const channelRoutes: Route[] = [
  { on: 'GET /channels/:channel', run: ({ world, params }) => ok(reach(world, params.channel)) },
  {
    on: 'PATCH /channels/:channel',
    schema: (body) =>
      'archived' in Object(body) || 'locked' in Object(body)
        ? UpdateThreadRequestPartialSchema
        : UpdateGuildChannelRequestPartialSchema,
    run: ({ world, params, body }) => {
      const channel = reach(world, params.channel);
      const own = channel.owner?.id === world.application.id;
      if (!channel.isThread) need(channel, 'ManageChannels');
      else if (!may(channel, 'ManageThreads')) {
        // Who made a thread may name and archive it; only a moderator locks it.
        if (!own || body.locked != null) throw missingPermissions();
      }
      if (channel.archived && body.archived !== false) throw archived();
      const { name, archived: closed, locked, auto_archive_duration } = body;
      updateThread(world, channel, {
        ...(name == null ? {} : { name }),
        ...(closed == null ? {} : { archived: closed }),
        ...(locked == null ? {} : { locked }),
        ...(auto_archive_duration == null ? {} : { autoArchive: auto_archive_duration }),
      });
      return ok(channel);
    },
  },
  {
    on: 'DELETE /channels/:channel',
    run: ({ world, params }) => {
      const channel = reach(world, params.channel);
      if (channel.guild) {
        need(channel, channel.isThread ? 'ManageThreads' : 'ManageChannels');
        deleteChannel(world, channel);
      }
      return ok(channel);
    },
  },
  {
    on: 'POST /channels/:channel/typing',
    run: ({ world, params }) => {
      const channel = reach(world, params.channel);
      need(channel, channel.isThread ? 'SendMessagesInThreads' : 'SendMessages');
      const { guild } = channel;
      const bit = guild ? 'GuildMessageTyping' : 'DirectMessageTyping';
      const timestamp = Math.floor(world.clock.now() / 1000);
      const data = { channel_id: channel.id, user_id: world.application.id, timestamp };
      world.tell({
        name: 'TYPING_START',
        guild,
        intent: GatewayIntentBits[bit],
        data: () => (guild ? { ...data, guild_id: guild.id } : data),
      });
      return nothing();
    },
  },
];

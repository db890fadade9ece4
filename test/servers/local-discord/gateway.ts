import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { channelOf, type Json, userOf, type World } from './world.ts';

/** The gateway side: one session a connection, events numbered so that a cut can be resumed. */
export interface Gateway {
  send(event: string, data: Json): void;
  /** Cuts every connection, as a lost network would; the client resumes. */
  cut(): void;
  /** What is asked of Discord with the next hello: how many sessions there have been. */
  identified: number;
  resumed: number;
  close(): void;
}

export function openGateway(server: Server, world: World): Gateway {
  const sockets = new Set<WebSocket>();
  const history: string[] = [];
  const wss = new WebSocketServer({ server });
  const gateway: Gateway = {
    identified: 0,
    resumed: 0,
    send(event, data) {
      history.push(JSON.stringify({ op: 0, t: event, s: history.length + 1, d: data }));
      for (const socket of sockets) socket.send(history.at(-1) as string);
    },
    cut() {
      for (const socket of sockets) socket.terminate();
      sockets.clear();
    },
    close() {
      gateway.cut();
      wss.close();
    },
  };
  wss.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 30_000 } }));
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse(String(raw));
      if (op === 1) socket.send(JSON.stringify({ op: 11 }));
      if (op === 2) {
        gateway.identified++;
        sockets.add(socket);
        gateway.send('READY', ready(world));
        for (const guild of world.guilds.values())
          gateway.send('GUILD_CREATE', guildOf(world, guild.id));
      }
      if (op === 6) {
        gateway.resumed++;
        for (const missed of history.slice(d.seq)) socket.send(missed);
        sockets.add(socket);
        gateway.send('RESUMED', {});
      }
    });
  });
  return gateway;
}

function ready({ application, guilds, url }: World): Json {
  return {
    v: 10,
    user: userOf(application, true),
    guilds: [...guilds.keys()].map((id) => ({ id, unavailable: true })),
    session_id: 'a-session',
    resume_gateway_url: `${url.replace('http', 'ws')}/gateway`,
    application: { id: application.id, flags: 0 },
    shard: [0, 1],
  };
}

export function guildOf({ guilds, channels, application }: World, id: string): Json {
  const guild = guilds.get(id);
  const inside = [...channels.values()].filter((channel) => channel.guild?.id === id);
  const of = (types: readonly number[]) => inside.filter(({ type }) => types.includes(type));
  return {
    id,
    name: guild?.name,
    owner_id: '1',
    roles: [
      {
        id,
        name: '@everyone',
        permissions: String(guild?.permissions),
        position: 0,
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    members: [
      {
        user: userOf(application, true),
        roles: [],
        joined_at: new Date(0).toISOString(),
        deaf: false,
        mute: false,
        flags: 0,
      },
    ],
    channels: of([0]).map(channelOf),
    threads: [],
    member_count: 2,
    features: [],
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    preferred_locale: 'en-US',
    large: false,
    unavailable: false,
    joined_at: new Date(0).toISOString(),
    system_channel_flags: 0,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    premium_tier: 0,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
  };
}

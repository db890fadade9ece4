import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord.js';
import type { WebSocket } from 'ws';
import type { World } from '../world/world.ts';
import type { Gateway } from './gateway.ts';
import type { Session } from './session.ts';

const ALL_INTENTS = (1 << 26) - 1;

interface Identify {
  token?: string;
  intents?: number;
  shard?: [number, number];
}

interface Resume {
  token?: string;
  session_id?: string;
  seq?: number;
}

/** Speaks with one client: hello, identify or resume, heartbeats. */
export function answerSocket(socket: WebSocket, gateway: Gateway, world: World): void {
  let session: Session | undefined;
  const say = (op: Op, d: unknown) => socket.send(JSON.stringify({ op, d, s: null, t: null }));

  const authorized = (token: string | undefined) =>
    token?.replace(/^Bot /, '') === world.application.token;

  const identify = ({ token, intents, shard = [0, 1] }: Identify) => {
    const [index, count] = shard;
    if (session) return socket.close(Close.AlreadyAuthenticated);
    if (!authorized(token))
      return socket.close(Close.AuthenticationFailed, 'Authentication failed.');
    if (!(count >= 1 && index >= 0 && index < count)) return socket.close(Close.InvalidShard);
    if (intents === undefined || intents & ~ALL_INTENTS) return socket.close(Close.InvalidIntents);
    if (world.application.asksTooMuch(intents))
      return socket.close(Close.DisallowedIntents, 'Disallowed intent(s).');
    session = gateway.begin(socket, shard, intents);
  };

  const resume = ({ token, session_id = '', seq = 0 }: Resume) => {
    if (!authorized(token)) return socket.close(Close.AuthenticationFailed);
    const known = gateway.sessions.get(session_id);
    if (!known) return say(Op.InvalidSession, false);
    known.socket = socket;
    if (!known.replay(seq)) {
      known.socket = undefined;
      gateway.sessions.delete(session_id);
      return say(Op.InvalidSession, false);
    }
    session = known;
    known.send('RESUMED', '{"_trace":[]}');
  };

  socket.on('message', (data) => {
    const { op, d } = JSON.parse(String(data)) as { op: Op; d: unknown };
    if (op === Op.Heartbeat) return gateway.beats && say(Op.HeartbeatAck, null);
    if (op === Op.Identify) return identify(d as Identify);
    if (op === Op.Resume) return resume(d as Resume);
    if (!session) return socket.close(Close.NotAuthenticated);
  });
  socket.on('close', (code) => {
    if (session?.socket !== socket) return;
    session.socket = undefined;
    // A client that says goodbye won't come back to this session.
    if (code === 1000 || code === 1001) gateway.sessions.delete(session.id);
  });
  socket.on('error', () => socket.terminate());
  say(Op.Hello, { heartbeat_interval: gateway.heartbeat, _trace: [] });
}

import { connect } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import type { Bot } from '../bot.ts';
import { botDoor } from '../on-bot.ts';

const port = botDoor('METRICS_PORT');

/** Sends this over a connection of its own, and resolves to what comes back until it is closed. */
async function exchange(
  bot: Bot,
  pieces: Iterable<string | Uint8Array>,
  pause = 0,
): Promise<string> {
  const socket = connect(bot.port, '127.0.0.1');
  let got = '';
  socket.setEncoding('latin1').on('data', (some: string) => (got += some));
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('error', () => {});
  const send = async () => {
    for (const piece of pieces) {
      if (socket.destroyed) return;
      socket.write(piece);
      if (pause) await after(pause);
    }
  };
  await Promise.race([Promise.all([send(), closed]), after(8_000)]);
  socket.destroy();
  return got || '(closed without a word)';
}
const sends = (text: string) => (bot: Bot) => exchange(bot, [text]);
const get = (path: string, more = '') =>
  `GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n${more}\r\n`;
function* drop(first: string, piece: string) {
  yield first;
  for (;;) yield piece;
}

/** What may be asked of the port for metrics. */
export const ports = [
  port('a path that there isn’t', /404/, sends(get('/none'))),
  port('a path up and out', /404|400/, sends(get('/../../etc/passwd'))),
  port('a path of 10,000 letters', /404/, sends(get(`/${'a'.repeat(10_000)}`))),
  port('a path of a million letters', /4\d\d/, sends(get(`/${'a'.repeat(1_000_000)}`))),
  port('headers of 1 MB', /431/, sends(get('/health', `x: ${'a'.repeat(1_000_000)}\r\n`)), {
    short: true,
  }),
  port('20,000 headers', /431/, sends(get('/health', 'a: b\r\n'.repeat(20_000)))),
  port('a method that there isn’t', /400|405/, sends(get('/health').replace('GET', 'BREW'))),
  port('POST of a body without end', /405|413|408/, (bot) =>
    exchange(
      bot,
      Array(400)
        .fill('a'.repeat(65_536))
        .toSpliced(0, 0, 'POST /health HTTP/1.1\r\nhost: a\r\ncontent-length: 99999999999\r\n\r\n'),
    ),
  ),
  port('no HTTP at all', /400/, sends('\u0016\u0003\u0001 hello\r\n\r\n')),
  port(
    'two lengths, which hide another request',
    /400/,
    sends(
      'GET /health HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n',
    ),
  ),
  port(
    'a header that comes a letter at a time',
    /408|closed/,
    (bot) => exchange(bot, drop('GET /health HTTP/1.1\r\n', 'a'), 100),
    {},
  ),
  port('a connection that says nothing', /408|closed/, (bot) => exchange(bot, [])),
  port('400 connections at once', /^200/, async (bot) => {
    const sockets = Array.from({ length: 400 }, () =>
      connect(bot.port, '127.0.0.1').on('error', () => {}),
    );
    await after(4_000);
    const { status } = await fetch(`http://127.0.0.1:${bot.port}/health`);
    for (const socket of sockets) socket.destroy();
    return `${status} for somebody else, four seconds later`;
  }),
  port('metrics tell of no text', /^200/, async (bot) => {
    const response = await fetch(`http://127.0.0.1:${bot.port}/metrics`);
    return `${response.status}: ${await response.text()}`;
  }),
];

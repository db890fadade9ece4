import { readFileSync } from 'node:fs';
import { docx, paragraph } from '../../documents/make/docx.ts';
import { FLATE, pdf } from '../../documents/make/pdf.ts';
import { RECORDING } from '../../sound/recording.ts';
import type { Bot } from '../bot.ts';
import { DRAFT, MB } from '../draft.ts';
import { botDoor } from '../on-bot.ts';
import { Visitor } from '../visitor.ts';

const file = botDoor('Discord: files');
const sound = botDoor('Discord: recordings');
const unfetched = /couldn’t fetch/;
type Upload = Parameters<Visitor['reviews']>[0];
type Lies = Parameters<Visitor['reviews']>[1];
const reviews = (upload: () => Upload, lies?: (bot: Bot) => Lies) => (bot: Bot) =>
  new Visitor(bot).reviews(upload(), lies?.(bot));
const draft =
  (content: string | Uint8Array = DRAFT, name = 'draft.txt') =>
  () => ({ name, content });
const at = (url: string) => () => ({ url });
const ROUTE = 'GET /ephemeral-attachments/:id/:name';
/** While Discord's own host answers so. */
const served = (fault: Parameters<Bot['discord']['answers']>[1]) => (bot: Bot) => {
  bot.discord.answers(ROUTE, fault);
  return new Visitor(bot).reviews(draft()());
};

/** Files that are handed to /review. */
export const files = [
  file('one on another host', unfetched, reviews(draft(), at('https://evil.example/draft.txt')), {
    short: true,
  }),
  file(
    'one on this machine, at another port',
    unfetched,
    reviews(draft(), at('http://127.0.0.1:9/draft.txt')),
  ),
  file(
    'one on a host that is called nearly so',
    unfetched,
    reviews(draft(), at('https://cdn.discordapp.com.evil.example/a')),
  ),
  file(
    'one on Discord’s host, but not encrypted',
    unfetched,
    reviews(draft(), at('http://cdn.discordapp.com/a')),
  ),
  file(
    'one behind a name and a password',
    unfetched,
    reviews(draft(), at('https://cdn.discordapp.com@evil.example/a')),
  ),
  file('one of this machine’s own', unfetched, reviews(draft(), at('file:///etc/passwd'))),
  file('one whose address is none', unfetched, reviews(draft(), at('nothing of the kind'))),
  file(
    'one that is told to be 5 bytes and is 20 MB',
    /over 4 MB/,
    reviews(draft(Buffer.alloc(20 * MB, 'a')), () => ({ size: 5 })),
    {},
  ),
  file(
    'one that is told to be 10 GB',
    /over 4 MB/,
    reviews(draft(), () => ({ size: 1e10 })),
  ),
  file(
    'one that is told to be less than nothing',
    /./,
    reviews(draft(), () => ({ size: -1 })),
  ),
  file(
    'one that is called a picture',
    /./,
    reviews(draft(DRAFT, 'a.png'), () => ({ content_type: 'image/png' })),
  ),
  file('one with a name that pings', /./, reviews(draft(DRAFT, '@everyone <@1>.txt'))),
  file('one that has gone', unfetched, served({ status: 404 })),
  file('one that breaks off', unfetched, served({ cut: true })),
  file('one that never comes', unfetched, served({ never: true })),
  file('one that comes a byte a tenth of a second', unfetched, served({ trickles: 100 }), {
    short: true,
  }),
  file('one that is sent elsewhere', unfetched, served({ status: 302 })),
  file(
    'a Word file that unpacks to 200 MB',
    /unpacks to far more/,
    reviews(() => ({ name: 'a.docx', content: docx(paragraph('a'.repeat(200 * MB))) })),
    {},
  ),
  file(
    'a Word file of 490,000 paragraphs',
    /more work|no text/,
    reviews(() => ({ name: 'a.docx', content: docx('<w:p/>'.repeat(490_000)) })),
  ),
  file(
    'a PDF of 200 MB',
    /more work/,
    reviews(() => ({
      name: 'a.pdf',
      content: pdf([Buffer.alloc(200 * MB, ' ')], { filter: FLATE }),
    })),
  ),
  file('two such PDFs at once', /2 of 2/, async (bot) => {
    const content = pdf([Buffer.alloc(200 * MB, ' ')], { filter: FLATE });
    const all = Array.from({ length: 2 }, () =>
      new Visitor(bot).reviews({ name: 'a.pdf', content }),
    );
    const said = await Promise.all(all);
    return `${said.filter((one) => /more work/.test(one)).length} of 2 refused`;
  }),
  file('99,000 letters of short sentences', /./, reviews(draft('No. '.repeat(24_990)))),
];

const listens =
  (content: () => Uint8Array, seconds = 1) =>
  async (bot: Bot) => {
    const visitor = new Visitor(bot);
    visitor.person.says(content(), { in: visitor.person.dm, seconds });
    return visitor.replied();
  };

/** Voice messages. */
export const voices = [
  sound(
    'noise',
    /no recording/,
    listens(() => Buffer.alloc(90_000, 0x9d)),
  ),
  sound(
    'nothing',
    /no recording/,
    listens(() => Buffer.alloc(0)),
  ),
  sound(
    'one that is told to last a year',
    /./,
    listens(() => readFileSync(RECORDING), 3e7),
  ),
  sound(
    '20 MB',
    /over 10 MB/,
    listens(() => Buffer.alloc(20 * MB, 'OggS')),
    { short: true },
  ),
  sound('one that comes a byte a tenth of a second', /couldn’t fetch/, async (bot) => {
    bot.discord.answers('GET /attachments/:id/:name', { trickles: 100 });
    return listens(() => readFileSync(RECORDING))(bot);
  }),
  sound('one that never comes', /couldn’t fetch/, async (bot) => {
    bot.discord.answers('GET /attachments/:id/:name', { never: true });
    return listens(() => readFileSync(RECORDING))(bot);
  }),
];

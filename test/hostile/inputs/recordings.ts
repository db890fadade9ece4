import { readFileSync } from 'node:fs';
import { RECORDING } from '../../sound/recording.ts';
import { door, type Given } from '../command-line.ts';
import { MB } from '../draft.ts';
import { endless, type Serves, says } from '../server.ts';

const sound = door('a recording');
const transcript = door('a transcriber');
const whole = readFileSync(RECORDING);
const heard = /I heard|Fix|What|Your|Long|words/;

const listen = (file: () => Uint8Array, serves: Serves = says('{}')): Given => ({
  args: ['answer', '--audio', 'a.ogg', '--question', 'Why a low Step 1 score?'],
  files: { 'a.ogg': file },
  env: { OPENAI_TRANSCRIBE_MODEL: 'whisper-1', OPENAI_DEADLINE_SECONDS: '2' },
  serves,
});
const head = (hex: string, size = 40_000) =>
  Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(size, 0x55)]);

/** Ogg pages of one stream; the last says that it ends at this sample. */
function ogg(position: bigint): Buffer {
  const file = Buffer.from(whole);
  for (let at = file.indexOf('OggS'); at >= 0; at = file.indexOf('OggS', at + 4))
    if (file.readBigUInt64LE(at + 6) > 0n) file.writeBigUInt64LE(position, at + 6);
  return file;
}
function wav(bytes: number, rate: number): Buffer {
  const file = Buffer.alloc(44 + 20_000);
  file.write('RIFF', 0);
  file.writeUInt32LE(Math.min(bytes + 36, 0xffff_ffff), 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate, 28);
  file.write('data', 36);
  file.writeUInt32LE(bytes, 40);
  return file;
}
/** Boxes in boxes, as a film has them. */
function boxes(deep: number): Buffer {
  let inner = Buffer.alloc(8);
  for (let i = 0; i < deep; i++) {
    const box = Buffer.alloc(8);
    box.writeUInt32BE(inner.length + 8, 0);
    box.write('moov', 4);
    inner = Buffer.concat([box, inner]);
  }
  return Buffer.concat([Buffer.from('0000001066747970' + '69736f6d00000000', 'hex'), inner]);
}

/** What should be an answer that was recorded. */
export const recordings = [
  sound(
    'nothing',
    2,
    /no recording/,
    listen(() => Buffer.alloc(0)),
  ),
  sound(
    'noise',
    2,
    /no recording/,
    listen(() => Buffer.alloc(90_000, 0x9d)),
  ),
  sound(
    'a text that is called a recording',
    2,
    /no recording/,
    listen(() => Buffer.from('Hello.')),
  ),
  sound(
    '200 MB',
    2,
    /over 10 MB/,
    listen(() => Buffer.alloc(200 * MB, 'OggS')),
  ),
  sound('/dev/zero', 2, /over 10 MB/, {
    ...listen(() => Buffer.alloc(0)),
    args: ['answer', '--audio', '/dev/zero', '--question', 'Why?'],
  }),
  sound('an Ogg that says that it lasts 6,000 years', 2, /over 10 minutes/, {
    ...listen(() => ogg(2n ** 63n - 1n)),
    short: true,
  }),
  sound(
    'an Ogg that says that it ends before it begins',
    0,
    heard,
    listen(() => ogg(1n)),
  ),
  sound('300 Oggs one after the other', 2, /over 10 MB|over 10 minutes/, {
    ...listen(() => Buffer.concat(Array(300).fill(whole))),
  }),
  sound(
    'an Ogg that is cut off',
    0,
    heard,
    listen(() => whole.subarray(0, 9_000)),
  ),
  sound('the first page of an Ogg, 10 MB of it', 0, heard, {
    ...listen(() => Buffer.concat(Array(180_000).fill(whole.subarray(0, 58)))),
  }),
  sound(
    'a WAV that says that it is 4 GB',
    0,
    heard,
    listen(() => wav(0xffff_ffff, 8_000)),
  ),
  sound(
    'a WAV of no samples a second',
    0,
    heard,
    listen(() => wav(20_000, 0)),
  ),
  sound(
    'an MP3 of frames without end',
    0,
    heard,
    listen(() => head('fffb9000')),
  ),
  sound(
    'an MP3 behind a tag of 256 MB',
    0,
    heard,
    listen(() => head('494433040000' + '7f7f7f7f')),
  ),
  sound(
    'a film whose boxes are 10,000 deep',
    0,
    heard,
    listen(() => boxes(10_000)),
  ),
  sound('a film with a box of no size', 0, heard, {
    ...listen(() => head('0000001066747970' + '69736f6d00000000' + '000000006d6f6f76')),
  }),
  sound(
    'a WebM of noise',
    0,
    heard,
    listen(() => head('1a45dfa3')),
  ),
  sound('no question to it', 2, /what the recording answers/, {
    ...listen(() => whole),
    args: ['answer', '--audio', 'a.ogg'],
  }),
];

const json =
  (body: string): Serves =>
  (request, response) => {
    request.resume();
    request.on('end', () =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    );
  };
const saying = (body: unknown) => listen(() => whole, json(JSON.stringify(body)));

/** What a transcriber's server may send back. */
export const transcripts = [
  transcript(
    'a transcript of 5,000,000 words',
    2,
    /./,
    saying({ text: 'word '.repeat(1_000_000) }),
  ),
  transcript('nothing but signs that steer', 0, heard, {
    ...saying({ text: 'I did it \u001b[2J\u009b31m and I own it, and that was my doing.' }),
  }),
  transcript('times before time began', 0, heard, {
    ...saying({
      text: 'I did it and I own it.',
      words: [{ word: 'I', start: -1e308, end: 1e308 }],
      duration: 'NaN',
    }),
  }),
  transcript('200,000 words with times and none said', 2, /./, {
    ...saying({ text: '', words: Array(200_000).fill({ word: 'a', start: 0, end: 1 }) }),
  }),
  transcript(
    'lists 2,000,000 deep',
    2,
    /no words/,
    listen(() => whole, json('['.repeat(2_000_000))),
  ),
  transcript('a body without end', 1, /./, {
    ...listen(() => whole, endless('application/json', '{"text":"', 'a'.repeat(65_536))),
  }),
  transcript('a page instead of JSON', 1, /could not be reached/, {
    ...listen(
      () => whole,
      (request, response) => {
        request.resume();
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in</h1>');
      },
    ),
  }),
  transcript('a redirect to elsewhere', 1, /./, {
    ...listen(
      () => whole,
      (request, response) => {
        request.resume();
        response.writeHead(302, { location: 'file:///etc/passwd' }).end();
      },
    ),
  }),
];

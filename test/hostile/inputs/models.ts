import { gzipSync } from 'node:zlib';
import { door, type Given } from '../command-line.ts';
import { DRAFT, MB, QUESTION } from '../draft.ts';
import { INVENTED } from '../input.ts';
import { endless, type Serves, says } from '../server.ts';

const model = door('a model');
const reviewed = /What stands|Fix this first|The language model/;
const review = (serves: Serves, more: Given = {}): Given => ({
  args: ['review', 'a.txt'],
  files: { 'a.txt': DRAFT },
  env: { OPENAI_DEADLINE_SECONDS: '2' },
  serves,
  ...more,
});
/** An answer that is read while it comes. */
const ask = (serves: Serves): Given => ({
  args: ['ask', QUESTION],
  env: { OPENAI_DEADLINE_SECONDS: '2' },
  serves,
});
const raw =
  (
    status: number,
    headers: Record<string, string | string[]>,
    body: string | Uint8Array = '',
  ): Serves =>
  (request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(status, headers).end(body));
  };
const JSON_TYPE = { 'content-type': 'application/json' };
const EVENTS = { 'content-type': 'text/event-stream' };
const piece = (content: string) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;
const judged = (flag: Record<string, unknown>) =>
  says(JSON.stringify({ parts: [], account: [], rules: [], flags: Array(50).fill(flag) }));

/** What a model's server may send back. Whoever waits for it has the rules' result all the same. */
export const models = [
  model('a reply without end', 0, reviewed, {
    ...review(
      endless('application/json', '{"choices":[{"message":{"content":"', 'a'.repeat(65_536)),
    ),
    short: true,
  }),
  model(
    'blanks without end',
    0,
    reviewed,
    review(endless('application/json', '', ' '.repeat(65_536))),
  ),
  model('a reply of 300 MB, declared', 0, reviewed, {
    ...review((request, response) => {
      request.resume();
      response.writeHead(200, { ...JSON_TYPE, 'content-length': 300 * MB });
      const more = () => {
        while (!response.destroyed && response.write('[1,'.repeat(20_000)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    }),
  }),
  model('lists 2,000,000 deep', 0, reviewed, review(raw(200, JSON_TYPE, '['.repeat(2_000_000)))),
  model('a judgment 90,000 objects deep', 0, reviewed, {
    ...review(says(`${'{"a":'.repeat(90_000)}1${'}'.repeat(90_000)}`)),
  }),
  model('20,000 objects instead of one', 0, reviewed, review(says('{"flags":[]} '.repeat(20_000)))),
  model('braces that never close', 0, reviewed, review(says('{'.repeat(190_000)))),
  model('thoughts that never end', 0, reviewed, review(says(`<think>${'hm '.repeat(60_000)}`))),
  model('a reply that is packed, 200 MB of it', 0, reviewed, {
    ...review(raw(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }, bomb())),
  }),
  model('a reply that says it is packed and isn’t', 0, reviewed, {
    ...review(raw(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }, '{"choices":[]}')),
  }),
  model(
    'headers of 1 MB',
    0,
    reviewed,
    review(raw(200, { ...JSON_TYPE, 'x-a': Array(60).fill('a'.repeat(16_000)) })),
  ),
  model('a redirect to where nobody is', 0, reviewed, {
    args: ['review', 'a.txt'],
    files: { 'a.txt': DRAFT },
    serves: raw(302, { location: 'http://127.0.0.1:9/v1' }),
  }),
  model('a redirect to itself', 0, reviewed, {
    ...review((request, response) => {
      request.resume();
      response.writeHead(307, { location: request.url ?? '' }).end();
    }),
  }),
  model(
    'silence',
    0,
    reviewed,
    review(() => {}),
  ),
  model('a byte a second', 0, reviewed, {
    ...review((request, response) => {
      request.resume();
      response.writeHead(200, JSON_TYPE);
      const timer = setInterval(() => response.write(' '), 1_000);
      response.on('close', () => clearInterval(timer));
    }),
  }),
  model('a reply that breaks off', 0, reviewed, {
    ...review((request, response) => {
      request.resume();
      response.writeHead(200, JSON_TYPE).write('{"choices":[{"mess');
      setTimeout(() => response.destroy(), 20);
    }),
  }),
  model(
    'errors that ask to wait for a year',
    0,
    reviewed,
    review(raw(429, { 'retry-after': '31536000' }, '{}')),
  ),
  model('an error that repeats the draft and the key', 0, reviewed, {
    ...review((request, response) => {
      let body = '';
      request.on('data', (some) => (body += some));
      request.on('end', () =>
        response.writeHead(500).end(`${INVENTED} ${request.headers.authorization} ${body}`),
      );
    }),
  }),
  model('null', 0, reviewed, review(raw(200, JSON_TYPE, 'null'))),
  model(
    'a number where choices should be',
    0,
    reviewed,
    review(raw(200, JSON_TYPE, '{"choices":5,"usage":"x"}')),
  ),
  model('names that every object has', 0, reviewed, {
    ...review(
      says('{"__proto__":{"flags":[]},"constructor":1,"toString":null,"parts":{"length":1e9}}'),
    ),
  }),
  model('quotes that are not in the draft', 0, reviewed, {
    ...review(
      judged({
        flag: 'blame',
        quote: `I blame the ${INVENTED} dean`,
        why: INVENTED,
        question: `${INVENTED}?`,
      }),
    ),
    short: true,
  }),
  model(
    'a flag that there isn’t',
    0,
    reviewed,
    review(judged({ flag: `${INVENTED}`, quote: 'My Step 1 score is 201' })),
  ),
  model('questions that steer and link', 0, reviewed, {
    ...review(
      judged({
        flag: 'blame',
        quote: 'the school never taught us for it',
        question: `\u001b[2J https://evil.example/${INVENTED}?`,
      }),
    ),
  }),
  model(
    'a stream without end',
    0,
    /./,
    ask(endless('text/event-stream', '', piece('a'.repeat(1_000)))),
  ),
  model(
    'a stream of braces',
    0,
    /./,
    ask(endless('text/event-stream', piece('{"sentences":[{"text":"'), piece('}').repeat(200))),
  ),
  model(
    'a stream of one line',
    0,
    /./,
    ask(endless('text/event-stream', 'data: ', 'a'.repeat(65_536))),
  ),
  model(
    'a stream of comments',
    0,
    /./,
    ask(endless('text/event-stream', '', ': nothing\n\n'.repeat(1_000))),
  ),
  model(
    'a stream of no events',
    0,
    /./,
    ask(raw(200, EVENTS, 'data: {"choices":7}\n\ndata: [DONE]\n\n')),
  ),
  model('sentences that no passage bears out', 0, /./, {
    ...ask(
      raw(
        200,
        EVENTS,
        piece(
          JSON.stringify({
            danger: '',
            covers: 'fully',
            sentences: Array(40).fill({
              passage: 'p1',
              text: `Pay ${INVENTED} $900.`,
              paragraph: 'new',
            }),
          }),
        ),
      ),
    ),
  }),
  model('a passage __proto__', 0, /./, {
    ...ask(
      raw(
        200,
        EVENTS,
        piece(
          JSON.stringify({
            danger: INVENTED,
            covers: 'fully',
            sentences: [{ passage: '__proto__', text: INVENTED, paragraph: 'new' }],
          }),
        ),
      ),
    ),
  }),
];

function bomb(): Uint8Array {
  return gzipSync(Buffer.alloc(200 * MB, ' '), { level: 1 });
}

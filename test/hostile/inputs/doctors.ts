import { door, type Given } from '../command-line.ts';
import { endless, type Serves } from '../server.ts';

const doctor = door('doctor');
const sees = /Node/;

/** `doctor` asks Discord and the model's server, which are both as bad as this. */
const asks = (serves: Serves): Given => ({
  args: ['doctor'],
  discord: 'the model’s server',
  serves,
});
const answers =
  (status: number, type: string, body: string, more: Record<string, string> = {}): Serves =>
  (request, response) => {
    request.resume();
    request.on('end', () =>
      response.writeHead(status, { 'content-type': type, ...more }).end(body),
    );
  };

/** What servers may tell whoever looks after the bot. */
export const doctors = [
  doctor('a page instead of JSON', 1, sees, asks(answers(200, 'text/html', '<h1>Log in</h1>'))),
  doctor(
    'JSON of another shape',
    1,
    sees,
    asks(answers(200, 'application/json', '[{"id":{"a":1}}]')),
  ),
  doctor(
    'lists 500,000 deep',
    1,
    sees,
    asks(answers(200, 'application/json', '['.repeat(500_000))),
  ),
  doctor('names that steer', 1, sees, {
    ...asks(
      answers(
        200,
        'application/json',
        JSON.stringify({
          username: '\u001b[2J',
          data: [{ id: '\u001b]0;x\u0007' }],
          name: '\u009b',
        }),
      ),
    ),
  }),
  doctor('an error that repeats the token', 1, sees, {
    ...asks((request, response) => {
      request.resume();
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: request.headers.authorization, code: 0 }));
    }),
  }),
  doctor(
    'a limit for a year',
    1,
    sees,
    asks(
      answers(429, 'application/json', '{"retry_after":31536000,"global":true}', {
        'retry-after': '31536000',
      }),
    ),
  ),
  doctor(
    'a redirect to itself',
    1,
    sees,
    asks(answers(302, 'text/plain', '', { location: '/api/v10/users/@me' })),
  ),
  doctor('a body without end', 1, sees, asks(endless('application/json', '"', 'a'.repeat(65_536)))),
];

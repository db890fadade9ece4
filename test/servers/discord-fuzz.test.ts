import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDiscord } from './bot.ts';

const inner = { maxDepth: 3, depthIdentifier: 'component' };
const component = fc.letrec((tie) => ({
  any: fc.record(
    {
      type: fc.integer({ min: 1, max: 20 }),
      custom_id: fc.string(),
      content: fc.string(),
      label: fc.string(),
      style: fc.integer({ min: 0, max: 7 }),
      options: fc.array(fc.record({ label: fc.string(), value: fc.string() }), { maxLength: 3 }),
      components: fc.array(fc.option(tie('any'), inner), { maxLength: 3 }),
      component: fc.option(tie('any'), inner),
      accessory: fc.option(tie('any'), inner),
      file: fc.record({ url: fc.constantFrom('attachment://a', 'https://a.example', 'x') }),
      items: fc.array(fc.record({ media: fc.record({ url: fc.webUrl() }) }), { maxLength: 2 }),
    },
    { requiredKeys: ['type'] },
  ),
})).any;

const message = fc.record(
  {
    content: fc.oneof(fc.string(), fc.jsonValue()),
    flags: fc.oneof(fc.constantFrom(0, 64, 1 << 15, null), fc.jsonValue()),
    components: fc.oneof(fc.array(component, { maxLength: 4 }), fc.jsonValue()),
    embeds: fc.jsonValue(),
    attachments: fc.jsonValue(),
    allowed_mentions: fc.jsonValue(),
    message_reference: fc.jsonValue(),
    nonce: fc.jsonValue(),
    enforce_nonce: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

it('answers whatever is sent to it, and never breaks itself', async () => {
  const discord = await openDiscord();
  const server = discord.guild();
  const ana = discord.person('Ana');
  const { id } = ana.writes('x', { in: server.general });
  const channel = `/channels/${server.general.id}`;
  const application = `/applications/${discord.world.application.id}`;
  const routes = [
    `POST ${channel}/messages`,
    `PATCH ${channel}/messages/${id}`,
    `PATCH ${channel}`,
    `POST ${channel}/threads`,
    `POST ${channel}/messages/${id}/threads`,
    'POST /users/@me/channels',
    `POST ${application}/commands`,
    `PUT ${application}/commands`,
    'POST /interactions/1/x/callback',
    'POST /webhooks/1/x',
  ];
  const bodies = fc.oneof(message, fc.jsonValue(), fc.array(message, { maxLength: 2 }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes), bodies, async (route, body) => {
      const [method = '', path] = route.split(' ');
      const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
      const options = { method, headers, body: JSON.stringify(body) };
      const answer = await fetch(`${discord.url}/v10${path}`, options);
      await answer.text();
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 500 },
  );
  const broken = discord.violations.filter(({ rule }) => rule === 'server');
  expect(broken).toEqual([]);
});

it.each([
  ['a body that is no JSON', 'application/json', '{', 400],
  ['a form that is none', 'multipart/form-data; boundary=x', 'nothing', 400],
])('refuses %s', async (_, type, body, status) => {
  const discord = await openDiscord();
  const headers = { authorization: `Bot ${discord.token}`, 'content-type': type };
  const route = `${discord.url}/v10/channels/${discord.guild().general.id}/messages`;
  expect((await fetch(route, { method: 'POST', headers, body })).status).toBe(status);
});

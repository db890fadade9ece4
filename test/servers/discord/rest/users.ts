import {
  ApplicationFormPartialSchema,
  BotAccountPatchRequestSchema,
  CreatePrivateChannelRequestSchema,
} from 'discord-api-spec/zod';
import { accountJson } from '../world/users.ts';
import { unknownUser } from './refusal.ts';
import { ok, type Route } from './route.ts';

export const userRoutes: Route[] = [
  { on: 'GET /users/@me', run: ({ world }) => ok(accountJson(world.application.user)) },
  {
    on: 'PATCH /users/@me',
    schema: BotAccountPatchRequestSchema,
    run: ({ world }) => ok(accountJson(world.application.user)),
  },
  { on: 'GET /applications/@me', run: ({ world }) => ok(world.application) },
  {
    on: 'PATCH /applications/@me',
    schema: ApplicationFormPartialSchema,
    run: ({ world }) => ok(world.application),
  },
  { on: 'GET /oauth2/applications/@me', run: ({ world }) => ok(world.application) },
  {
    on: 'GET /users/@me/guilds',
    run: ({ world }) =>
      ok(
        [...world.guilds.values()]
          .filter(({ hasBot }) => hasBot)
          .map(({ id, name, botMay }) => ({
            id,
            name,
            icon: null,
            owner: false,
            permissions: `${botMay}`,
          })),
      ),
  },
  {
    on: 'GET /users/:user',
    run: ({ world, params }) => {
      const user = world.users.get(params.user ?? '');
      if (!user) throw unknownUser();
      return ok(user);
    },
  },
  {
    on: 'POST /users/@me/channels',
    schema: CreatePrivateChannelRequestSchema,
    run: ({ world, body }) => {
      const user = world.users.get(body.recipient_id ?? '');
      if (!user || user.bot) throw unknownUser();
      return ok(world.dm(user));
    },
  },
];

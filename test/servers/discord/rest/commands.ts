import { ApplicationCommandType } from 'discord.js';
import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
} from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import { breach } from '../rules/breach.ts';
import { againstCommandRules } from '../rules/command.ts';
import type { Command } from '../world/application.ts';
import type { World } from '../world/world.ts';
import { reachGuild } from './access.ts';
import { refuse, unknownCommand } from './refusal.ts';
import { nothing, ok, type Request, type Route } from './route.ts';

/** Commands of one kind: slash commands, and those of the two menus. */
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15, 4: 1 };

function make(
  world: World,
  body: Partial<Command>,
  guildId?: string,
  id = world.ids.next(),
): Command {
  return {
    default_member_permissions: null,
    nsfw: false,
    contexts: null,
    integration_types: [0],
    ...body,
    description: body.description ?? '',
    name: body.name ?? '',
    type: body.type ?? ApplicationCommandType.ChatInput,
    id,
    application_id: world.application.id,
    version: world.ids.next(),
    ...(guildId ? { guild_id: guildId } : {}),
  };
}

const listOf = ({ world, params }: Request): Command[] => {
  if (params.guild) reachGuild(world, params.guild);
  return world.application.commandsOf(params.guild);
};

const same = (a: Partial<Command>) => (b: Partial<Command>) =>
  a.name === b.name && (a.type ?? 1) === (b.type ?? 1);

function indexOf(request: Request): number {
  const index = listOf(request).findIndex(({ id }) => id === request.params.command);
  if (index < 0) throw unknownCommand();
  return index;
}

function judge(bodies: Array<Partial<Command>>): void {
  const twice = bodies.filter((body, i) => bodies.findIndex(same(body)) < i);
  const many = Object.entries(MOST).filter(
    ([type, most]) => bodies.filter((body) => (body.type ?? 1) === Number(type)).length > most,
  );
  refuse([
    ...bodies.flatMap((body) => againstCommandRules(body)),
    ...twice.map(({ name }) => breach('command-name', ['name'], `“${name}” is there twice.`)),
    ...many.map(([type]) => breach('command-count', [], `Too many commands of type ${type}.`)),
  ]);
}

const routesAt = (path: string): Route[] => [
  { on: `GET ${path}`, run: (request) => ok(listOf(request)) },
  {
    on: `POST ${path}`,
    schema: ApplicationCommandCreateRequestSchema,
    run: (request) => {
      const list = listOf(request);
      const index = list.findIndex(same(request.body));
      judge([...list.filter((_, i) => i !== index), request.body]);
      const command = make(request.world, request.body, request.params.guild, list[index]?.id);
      list.splice(index < 0 ? list.length : index, 1, command);
      return { status: index < 0 ? 201 : 200, body: command };
    },
  },
  {
    on: `PUT ${path}`,
    schema: z.array(ApplicationCommandUpdateRequestSchema),
    run: (request) => {
      const list = listOf(request);
      judge(request.body);
      const made = request.body.map((body: Partial<Command>) =>
        make(request.world, body, request.params.guild, list.find(same(body))?.id),
      );
      list.splice(0, list.length, ...made);
      return ok(list);
    },
  },
  {
    on: `GET ${path}/:command`,
    run: (request) => ok(listOf(request)[indexOf(request)]),
  },
  {
    on: `PATCH ${path}/:command`,
    schema: ApplicationCommandPatchRequestPartialSchema,
    run: (request) => {
      const [list, index] = [listOf(request), indexOf(request)];
      const { world, params } = request;
      const changed = { ...list[index], ...request.body };
      judge([...list.filter((_, i) => i !== index), changed]);
      list[index] = make(world, changed, params.guild, params.command);
      return ok(list[index]);
    },
  },
  {
    on: `DELETE ${path}/:command`,
    run: (request) => {
      listOf(request).splice(indexOf(request), 1);
      return nothing();
    },
  },
];

export const commandRoutes: Route[] = [
  ...routesAt('/applications/:application/commands'),
  ...routesAt('/applications/:application/guilds/:guild/commands'),
];

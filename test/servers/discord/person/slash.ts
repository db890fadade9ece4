import {
  type APIUser,
  ApplicationCommandType,
  ApplicationCommandOptionType as Type,
} from 'discord.js';
import type { Command, CommandOption } from '../world/application.ts';
import { type Attachment, attachmentJson, type Upload } from '../world/attachments.ts';
import type { Channel } from '../world/channel.ts';
import type { World } from '../world/world.ts';
import { contextOf } from './interact.ts';

/** What is typed into an option. */
export type Value = string | number | boolean | Upload;

/** A command as it is found in a place, and who has installed it. */
export interface Found {
  command: Command;
  owners: Record<string, string>;
}

/** The command of that name that a person finds in a channel. Throws where they find none. */
export function findCommand(
  world: World,
  user: APIUser,
  channel: Channel,
  name: string,
  type: ApplicationCommandType,
): Found {
  const { guild } = channel;
  const lists = [
    ...(guild?.hasBot ? world.application.commandsOf(guild.id) : []),
    ...world.application.commandsOf(),
  ];
  const command = lists.find((each) => each.name === name && each.type === type);
  if (!command) {
    const known = lists.map((each) => each.name).join(', ') || 'none';
    throw new Error(`There is no command “${name}”; registered: ${known}.`);
  }
  const context = contextOf(world, channel);
  const owners: Record<string, string> = {};
  const [byServer, byPerson] = [0, 1].map((kind) => command.integration_types.includes(kind));
  if (byServer && (guild ? guild.hasBot : context === 1)) owners['0'] = guild?.id ?? '0';
  if (byPerson && world.installedBy.has(user.id)) owners['1'] = user.id;
  const here = !command.contexts || command.contexts.includes(context);
  if (!here || Object.keys(owners).length === 0)
    throw new Error(`${user.global_name} doesn't find “${name}” in ${guild?.name ?? 'this DM'}.`);
  return { command, owners };
}

/** The data of a slash command as Discord sends it, after the checks that its own client makes. */
export function slashData(
  world: World,
  command: Command,
  path: readonly string[],
  values: Readonly<Record<string, Value>>,
  focused?: string,
): Record<string, unknown> {
  const attachments: Record<string, unknown> = {};
  const upload = (file: Upload): Attachment => {
    const kept = world.keep(file, true);
    attachments[kept.id] = attachmentJson(kept);
    return kept;
  };
  const options = nest(command.options ?? [], path, (leaves) =>
    fill(leaves, values, upload, focused),
  );
  return {
    id: command.id,
    name: command.name,
    type: ApplicationCommandType.ChatInput,
    ...(command.guild_id ? { guild_id: command.guild_id } : {}),
    options,
    ...(Object.keys(attachments).length ? { resolved: { attachments } } : {}),
  };
}

function nest(
  options: readonly CommandOption[],
  [name, ...rest]: readonly string[],
  leaf: (options: readonly CommandOption[]) => unknown[],
): unknown[] {
  if (name === undefined) {
    if (options.some(({ type }) => type <= Type.SubcommandGroup))
      throw new Error(`Say which: ${options.map((option) => option.name).join(', ')}.`);
    return leaf(options);
  }
  const option = options.find((each) => each.name === name && each.type <= Type.SubcommandGroup);
  if (!option) throw new Error(`There is no subcommand “${name}”.`);
  return [{ name, type: option.type, options: nest(option.options ?? [], rest, leaf) }];
}

function fill(
  options: readonly CommandOption[],
  values: Readonly<Record<string, Value>>,
  upload: (file: Upload) => Attachment,
  focused: string | undefined,
): unknown[] {
  for (const name of Object.keys(values))
    if (!options.some((option) => option.name === name))
      throw new Error(`There is no option “${name}”.`);
  return options.flatMap((option) => {
    const { name, type } = option;
    const given = values[name];
    if (given === undefined) {
      if (option.required && !focused) throw new Error(`“${name}” is required.`);
      return [];
    }
    const value = typeof given === 'object' ? upload(given).id : given;
    if (name !== focused) complain(option, given);
    return [{ name, type, value, ...(name === focused ? { focused: true } : {}) }];
  });
}

const KINDS: Readonly<Record<number, string>> = {
  [Type.String]: 'string',
  [Type.Integer]: 'number',
  [Type.Number]: 'number',
  [Type.Boolean]: 'boolean',
  [Type.Attachment]: 'object',
};

function complain({ name, type, choices, ...limits }: CommandOption, value: Value): void {
  const wrong = (why: string) => new Error(`“${name}”: ${why}.`);
  if (KINDS[type] && typeof value !== KINDS[type]) throw wrong(`a ${KINDS[type]} is asked for`);
  if (choices?.length && !choices.some((choice) => choice.value === value))
    throw wrong(`choose one of ${choices.map((choice) => choice.value).join(', ')}`);
  const size = typeof value === 'string' ? value.length : value;
  if (typeof size !== 'number') return;
  const text = typeof value === 'string';
  const [min, max] = text
    ? [limits.min_length, limits.max_length ?? 6_000]
    : [limits.min_value, limits.max_value];
  if (size < (min ?? -Infinity) || size > (max ?? Infinity))
    throw wrong(`${text ? 'its length' : 'it'} is ${size}, not ${min ?? 0} to ${max}`);
}

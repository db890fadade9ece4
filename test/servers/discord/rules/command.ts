import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord.js';
import type { CommandOption } from '../world/application.ts';
import { type Breach, breach } from './breach.ts';

/** A slash command's or an option's name, as Discord's documentation gives it. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** Characters of names, descriptions and choices of a command together. */
const TOTAL = 8_000;
const CHOICES = 25;

interface CommandBody {
  name?: string;
  description?: string | null;
  type?: number | null;
  options?: CommandOption[] | null;
}

/** What a command must keep beyond its schema. */
export function againstCommandRules(body: CommandBody): Breach[] {
  const slash =
    (body.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
  if (!slash) {
    const wrong = Boolean(body.description) || Boolean(body.options?.length);
    return wrong
      ? [breach('command', [], 'A menu command has no description and no options.')]
      : [];
  }
  const total = sizeOf(body as CommandOption);
  return [
    ...(body.name === undefined ? [] : named(body.name, [])),
    ...(body.description ? [] : [breach('command', ['description'], 'It is required.')]),
    ...(total > TOTAL ? [breach('command', [], `${total} characters; ${TOTAL} at most.`)] : []),
    ...againstOptions(body.options, []),
  ];
}

function named(name: string, path: readonly PropertyKey[]): Breach[] {
  const right = NAME.test(name) && name === name.toLowerCase();
  return right ? [] : [breach('command-name', [...path, 'name'], `“${name}” can't be a name.`)];
}

function againstOptions(
  options: CommandOption[] | null | undefined,
  above: PropertyKey[],
): Breach[] {
  const kinds = new Set(options?.map(({ type }) => type <= Type.SubcommandGroup));
  if (kinds.size > 1)
    return [
      breach(
        'command-option',
        [...above, 'options'],
        'Subcommands and options exclude each other.',
      ),
    ];
  const names = new Set<string>();
  let optional = false;
  return (options ?? []).flatMap((option, i) => {
    const path = [...above, 'options', i];
    const late = option.required && optional;
    const twice = names.has(option.name);
    names.add(option.name);
    optional ||= !option.required && option.type > Type.SubcommandGroup;
    return [
      ...named(option.name, path),
      ...(twice ? [breach('command-option', path, 'Names of options must be unique.')] : []),
      ...(late ? [breach('command-option', path, 'Required options come first.')] : []),
      ...againstChoices(option, path),
      ...againstOptions(option.options, path),
    ];
  });
}

function againstChoices({ choices, autocomplete }: CommandOption, path: PropertyKey[]): Breach[] {
  const values = new Set(choices?.map(({ value }) => value));
  const count = choices?.length ?? 0;
  return [
    ...(count > CHOICES ? [breach('command-option', path, `${CHOICES} choices at most.`)] : []),
    ...(values.size < count ? [breach('command-option', path, 'Choices must be unique.')] : []),
    ...(count && autocomplete ? [breach('command-option', path, 'Choices or autocomplete.')] : []),
  ];
}

function sizeOf({ name = '', description, options, choices }: CommandOption): number {
  const own = name.length + (description?.length ?? 0);
  const chosen = (choices ?? []).reduce((n, c) => n + c.name.length + `${c.value}`.length, 0);
  return (options ?? []).reduce((n, option) => n + sizeOf(option), own + chosen);
}

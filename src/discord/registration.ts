import type { Client, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

/** What registering changed, by command names. */
export interface Registered {
  created: string[];
  changed: string[];
  removed: string[];
}

/**
 * Makes Discord's list of global commands what `wanted` says, and writes only where it differs:
 * a start that changes nothing costs one request, and a command that went is taken away.
 */
export async function registerCommands(
  client: Client<true>,
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
): Promise<Registered> {
  const manager = client.application.commands;
  const there = await manager.fetch({ withLocalizations: true });
  const done: Registered = { created: [], changed: [], removed: [] };
  for (const command of wanted) {
    const known = there.find(
      ({ name, type }) => name === command.name && type === (command.type ?? 1),
    );
    if (!known) {
      await manager.create(command);
      done.created.push(command.name);
    } else if (!known.equals(command as never, true)) {
      await known.edit(command as never);
      done.changed.push(command.name);
    }
  }
  for (const known of there.values()) {
    if (wanted.some(({ name, type }) => name === known.name && (type ?? 1) === known.type))
      continue;
    await known.delete();
    done.removed.push(known.name);
  }
  return done;
}

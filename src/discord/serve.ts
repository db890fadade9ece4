import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { Unusable } from '../unusable.ts';
import { createAdmission } from './admission.ts';
import { createClient } from './client.ts';
import { closeIdle } from './closing.ts';
import { MESSAGE_COMMANDS, SLASH_COMMANDS } from './commands/registry.ts';
import type { Context } from './context.ts';
import { traceOf } from './failures.ts';
import { inviteLink } from './invite.ts';
import { createMessageHandler } from './messages.ts';
import { registerCommands } from './registration.ts';
import { createRouter } from './router.ts';
import { createShown } from './shown.ts';

/** How often interviews that were left alone are looked for, in milliseconds. */
const LOOK_FOR_IDLE = 10 * 60 * 1000;

/** A bot that runs. */
export interface Serving {
  client: Client<true>;
  invite: string;
  /** Closes interviews that were left alone for a day; it is done every ten minutes anyway. */
  closeIdle(): Promise<void>;
  /** Takes in nothing more, lets what is under way end, and leaves. */
  stop(): Promise<void>;
}

/** Logs in, registers the commands, and answers until stopped. Throws `Unusable` where the token is refused. */
export async function serve(
  app: App,
  config: Config,
  log: Logger,
  now: () => number = Date.now,
): Promise<Serving> {
  if (!config.DISCORD_TOKEN) {
    throw new Unusable(
      'DISCORD_TOKEN is not set. Copy the bot’s token from the Discord developer portal into .env.',
    );
  }
  const context: Context = {
    app,
    log,
    titleOf: (id) => app.knowledge.passages().get(id),
    shown: createShown(),
    admission: createAdmission(),
    apiUrl: config.DISCORD_API_URL,
    now,
  };
  const client = createClient(config);
  const underWay = new Set<Promise<void>>();
  const route = createRouter(context);
  const track = (work: Promise<void>) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  client.on(Events.InteractionCreate, (interaction) => track(route(interaction)));
  const hear = createMessageHandler(context);
  client.on(Events.MessageCreate, (message) => track(hear(message)));
  client.on(Events.Error, (error) => log.warn(traceOf(error), 'gateway'));
  warm(app);
  const ready = await logIn(client, config.DISCORD_TOKEN);
  const commands = [...SLASH_COMMANDS, ...MESSAGE_COMMANDS].map(({ data }) => data);
  log.info({ ...(await registerCommands(ready, commands)) }, 'commands');
  const closing = setInterval(() => track(closeIdle(ready, context)), LOOK_FOR_IDLE);
  closing.unref();
  return {
    client: ready,
    invite: inviteLink(ready.application.id),
    closeIdle: () => closeIdle(ready, context),
    async stop() {
      clearInterval(closing);
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.MessageCreate);
      await Promise.allSettled(underWay);
      await client.destroy();
    },
  };
}

/** Loads what every answer needs before anybody waits: about a second of work that stops all else. */
function warm({ knowledge }: App): void {
  for (const load of [knowledge.reader, knowledge.trouble, knowledge.find, knowledge.bank]) load();
}

async function logIn(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    await client.destroy();
    if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
      throw new Unusable(
        'DISCORD_TOKEN is not accepted by Discord. Copy the bot’s token again from the developer portal.',
      );
    }
    throw error;
  }
  return ready;
}

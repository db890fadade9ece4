import { type Client, Events, type Message } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { Unusable } from '../unusable.ts';
import { type Accepted, createAccepting } from './accepting.ts';
import { ALLOWANCE, createAdmission } from './admission.ts';
import { catchUp } from './catching-up.ts';
import { createClient, dropDms } from './client.ts';
import { closeIdle } from './closing.ts';
import { MESSAGE_COMMANDS, SLASH_COMMANDS } from './commands/registry.ts';
import type { Context } from './context.ts';
import { createDelivered } from './delivered.ts';
import { traceOf } from './failures.ts';
import { interviewed } from './interview-record.ts';
import { inviteLink } from './invite.ts';
import { createKeepingBack } from './kept-back.ts';
import { createLent } from './lent.ts';
import { logIn, watch } from './login.ts';
import { createMessageHandler } from './messages.ts';
import { watchOver } from './monitor.ts';
import { forgetOldNotices } from './notice.ts';
import { createOrder } from './order.ts';
import { createPace } from './pace.ts';
import { registerCommands } from './registration.ts';
import { createReturning } from './returning.ts';
import { createReviewed } from './reviewed.ts';
import { createRouter } from './router.ts';
import { isFirst } from './shards.ts';
import { createShown } from './shown.ts';
import { takeUp } from './taking-up.ts';

const DAY = 24 * 60 * 60 * 1000;
/** How often what is left to do is looked for, in milliseconds. */
const LOOK_AGAIN = 10 * 60 * 1000;

/**
 * When what only questions need is loaded, in milliseconds from the start, unless one comes before: it takes
 * longest, and whoever was cut off by a stop is not kept waiting by it.
 */
const FIND_AFTER = 3_000;
/** How long a stop waits for the model, in milliseconds; what it found by then is left, and the rules' result sent. */
const MODEL_WITHIN = 4_000;

/** A bot that runs. */
export interface Serving {
  client: Client<true>;
  invite: string;
  /** Resolves to why, should Discord close the connection for good. */
  lost: Promise<Error>;
  /** Closes interviews that were left alone for a day; it is done every ten minutes anyway. */
  closeIdle(): Promise<void>;
  /** Takes in nothing more, lets what is under way end, and leaves. */
  stop(): Promise<void>;
}

/** Logs in, registers the commands, and answers until stopped. Throws as `logIn` does. */
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
  // A store that can't be used stops the start, and not the first person.
  await app.records();
  const client = createClient(config);
  const watching = await watchOver(client, app, config, log, async () => {
    return (await interviewed(context)).length;
  });
  const context: Context = {
    app,
    log,
    titleOf: (id) => app.knowledge.passages().get(id),
    shown: createShown(),
    lent: createLent(),
    returning: createReturning(),
    reviewed: createReviewed(),
    keptBack: createKeepingBack(),
    order: createOrder(),
    accepting: createAccepting(await app.records<Accepted>(), log, now),
    delivered: createDelivered(client),
    admission: createAdmission(await app.limiter(ALLOWANCE)),
    pace: createPace(),
    meter: watching.meter,
    apiUrl: config.DISCORD_API_URL,
    retain: config.RETAIN_DAYS * DAY,
    now,
  };
  const underWay = new Set<Promise<void>>();
  const route = createRouter(context);
  const track = (work: Promise<void>) => {
    // A store that fails, for one, is no reason to leave everybody else.
    const done: Promise<void> = work
      .catch((error) => {
        watching.meter.failed({ kind: 'other', name: 'other' });
        log.error(traceOf(error), 'failed');
      })
      .finally(() => underWay.delete(done));
    underWay.add(done);
  };
  client.on(Events.InteractionCreate, (interaction) => track(route(interaction)));
  const hear = createMessageHandler(context);
  client.on(Events.MessageCreate, (message) => track(hear(message)));
  client.on(Events.Error, (error) => log.warn(traceOf(error), 'client'));
  client.on(Events.ShardError, (error) => log.warn(traceOf(error), 'gateway'));
  app.onModelCall((call) => log.info(call, 'model'));
  warm(app);
  const ready = await logIn(client, config.DISCORD_TOKEN, config).catch(async (error) => {
    await watching.close();
    throw error;
  });
  const lost = watch(ready);
  let registered = await register(ready, log);
  const hearAgain = (message: Message) => track(hear(message));
  track(takeUp(ready, context, hearAgain).then(() => catchUp(ready, context, hear)));
  // A connection that could not be resumed: what happened meanwhile is not told.
  client.on(Events.ShardReady, () => track(catchUp(ready, context, hear)));
  const lookAgain = async () => {
    dropDms(ready);
    if (!registered) registered = await register(ready, log);
    await closeIdle(ready, context);
    await app.spending.forgetPast();
    await (await app.progress()).forgetOld();
    await forgetOldNotices(context);
  };
  const again = setInterval(() => track(lookAgain()), LOOK_AGAIN);
  again.unref();
  watching.is('serving');
  const find = setTimeout(app.knowledge.find, FIND_AFTER);
  return {
    client: ready,
    invite: inviteLink(ready.application.id),
    lost,
    closeIdle: () => closeIdle(ready, context),
    async stop() {
      watching.is('stopping');
      clearInterval(again);
      clearTimeout(find);
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.MessageCreate);
      client.removeAllListeners(Events.ShardReady);
      const hurry = setTimeout(app.hurry, MODEL_WITHIN);
      await Promise.allSettled(underWay);
      clearTimeout(hurry);
      await client.destroy();
      context.accepting.close();
      await watching.close();
    },
  };
}

/** Registers the commands. Where Discord can't just now, those that are there are answered meanwhile. */
async function register(client: Client<true>, log: Logger): Promise<boolean> {
  // They are one list for all processes.
  if (!isFirst(client)) return true;
  const commands = [...SLASH_COMMANDS, ...MESSAGE_COMMANDS].map(({ data }) => data);
  try {
    log.info({ ...(await registerCommands(client, commands)) }, 'commands');
    return true;
  } catch (error) {
    log.error(traceOf(error), 'the commands could not be registered; I try again in ten minutes');
    return false;
  }
}

/** Loads what an interview needs before anybody waits: some tenths of a second that stop all else. */
function warm({ knowledge }: App): void {
  for (const load of [knowledge.reader, knowledge.trouble, knowledge.bank]) load();
}

import {
  type ButtonInteraction,
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { EventName } from '../metrics/meter.ts';
import { Unusable } from '../unusable.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { BUTTONS, MODALS } from './actions/registry.ts';
import type { Action, Answerable, Handler, Notice } from './command.ts';
import { MESSAGE_COMMANDS, SLASH_COMMANDS } from './commands/registry.ts';
import type { Context } from './context.ts';
import { parseCustomId } from './custom-id.ts';
import { tellOwed } from './debriefs.ts';
import { explain, isMisfit, isOrdinary, traceOf } from './failures.ts';
import { noticeOnce } from './notice.ts';
import { FULL_FOR } from './pace.ts';
import { aside, isFilled, isHidden, show } from './show.ts';
import { sorry, tooMany, tooMuch, unknown } from './views/sorry.ts';

/** How long the token of an interaction is good, in milliseconds. */
const TOKEN_LIFE = 15 * 60 * 1000;

/** What an interaction asks for: how it is acknowledged, and what is then done. */
interface Route extends EventName {
  acknowledge: Acknowledgement;
  notice: Notice | undefined;
  draft: boolean;
  run(context: Context): Promise<void>;
}

const CUT_OFF =
  'I was restarted while I read your draft, and I keep no draft; please send it once more.';

/** Finds, admits, accepts, acknowledges, runs and catches, so that a command is only what it does. */
export function createRouter(context: Context): (interaction: Interaction) => Promise<void> {
  const { accepting, admission, meter, pace } = context;
  // Discord may deliver an event twice.
  const seen = new LRUCache<string, true>({ max: 20_000 });
  return async (interaction) => {
    if (seen.has(interaction.id)) return;
    seen.set(interaction.id, true);
    const route = find(interaction);
    if (!route) {
      if (interaction.isRepliable()) await refuse(interaction, unknown);
      return accepting.settle(interaction.id, interaction.user.id);
    }
    const began = performance.now();
    meter.received(route);
    const answerable = interaction as Answerable;
    const { id, user, guildId } = answerable;
    const again = accepting.again(id);
    const how = again?.interaction?.how ?? route.acknowledge;
    try {
      // A modal was opened by what was admitted, and what was typed into it would be lost.
      const typed = interaction.isModalSubmit();
      const wait = typed || again ? 0 : await admission.secondsToWait(user.id);
      if (wait > 0) return await refuse(answerable, tooMuch(wait));
      const whose = guildId ?? user.id;
      if (!typed && !again && pace.isFull(whose))
        return await refuse(answerable, tooMany(FULL_FOR));
      if (!again && how !== 'modal' && !(await accept(answerable, route, context))) {
        // It may come to be done here all the same, when the other is gone.
        seen.delete(id);
        return;
      }
      await pace.acknowledge(() =>
        // A modal is itself the acknowledgement; whoever doesn't get it presses again.
        how === 'modal' ? route.run(context) : acknowledge(answerable, how, again !== undefined),
      );
      meter.acknowledged(route, (performance.now() - began) / 1000);
      if (how !== 'modal') {
        await pace.turn(whose);
        if (again && route.draft) throw new Unusable(CUT_OFF);
        await route.run(context);
      }
    } catch (error) {
      await fail(answerable, error, route, context);
    } finally {
      await accepting.settle(id, user.id);
    }
    // What was answered stands, whatever becomes of the rest.
    if (answerable.deferred)
      await afterwards(answerable, route, context).catch((error) =>
        context.log.info(traceOf(error), 'afterwards'),
      );
  };
}

/** Keeps what is asked until it is answered; false where another process is at it. */
async function accept(
  { id, user, guildId }: Answerable,
  { acknowledge: how, draft }: Route,
  { accepting, delivered }: Context,
): Promise<boolean> {
  const kept = delivered.asKept(id, draft);
  if (!kept) return true;
  const interaction = { delivered: kept, how };
  return accepting.accept(id, { person: user.id, guild: guildId ?? undefined, interaction });
}

/** What is said once something else was answered. */
async function afterwards(
  interaction: Answerable,
  { notice }: Route,
  context: Context,
): Promise<void> {
  await tellOwed(interaction.user.id, context, (screen) => aside(interaction, screen, context));
  if (notice !== 'never') await noticeOnce(interaction, context, notice === 'said');
}

/** Undefined for what nothing here sends or takes: of another version, or made up. */
function find(interaction: Interaction): Route | undefined {
  try {
    return routeOf(interaction);
  } catch (error) {
    if (isMisfit(error)) return undefined;
    throw error;
  }
}

function routeOf(interaction: Interaction): Route | undefined {
  if (interaction.isChatInputCommand()) {
    const command = SLASH_COMMANDS.find(({ data }) => data.name === interaction.commandName);
    return command && route(command, interaction, 'command', interaction.commandName);
  }
  if (interaction.isMessageContextMenuCommand()) {
    const command = MESSAGE_COMMANDS.find(({ data }) => data.name === interaction.commandName);
    return command && route(command, interaction, 'message-command', interaction.commandName);
  }
  if (interaction.isButton()) return act(BUTTONS, interaction, 'button');
  if (interaction.isModalSubmit()) return act(MODALS, interaction, 'modal');
  return undefined;
}

function route<I>(handler: Handler<I>, interaction: I, kind: string, name: string): Route {
  return {
    kind,
    name,
    acknowledge: handler.acknowledge(interaction),
    notice: handler.notice,
    draft: handler.draft ?? false,
    run: (context) => handler.run(interaction, context),
  };
}

function act<I extends ButtonInteraction | ModalSubmitInteraction>(
  actions: ReadonlyArray<Action<I>>,
  interaction: I,
  kind: string,
): Route | undefined {
  const { action, args } = parseCustomId(interaction.customId);
  const found = actions.find(({ name }) => name === action);
  return (
    found && {
      kind,
      name: action,
      acknowledge: found.acknowledge(interaction, args),
      notice: found.notice,
      draft: found.draft ?? false,
      run: (context) => found.run(interaction, args, context),
    }
  );
}

async function acknowledge(
  interaction: Answerable,
  how: Exclude<Acknowledgement, 'modal'>,
  again: boolean,
): Promise<void> {
  const update = how === 'update' && 'deferUpdate' in interaction;
  const hidden = how === 'same' ? isHidden(interaction) : how !== 'public';
  try {
    if (update) await interaction.deferUpdate();
    else await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
  } catch (error) {
    if (error instanceof DiscordAPIError && !(again && isTaken(error, interaction))) throw error;
    // Whether Discord took it is not known. If it did, what was said is nowhere but here.
    interaction.deferred = true;
    if (!update) interaction.ephemeral = hidden;
  }
}

/**
 * Whether an interaction was acknowledged before a stop. Where it was not, Discord knows it no
 * longer, the person was told that it failed, and it is not done; but so it is once its token is old.
 */
const isTaken = ({ code }: DiscordAPIError, { createdTimestamp }: Answerable) =>
  code !== RESTJSONErrorCodes.UnknownInteraction || Date.now() - createdTimestamp > TOKEN_LIFE;

async function refuse(interaction: RepliableInteraction, content: string): Promise<void> {
  await interaction.reply({
    content,
    flags: MessageFlags.Ephemeral,
  });
}

/** Tells the person in one sentence, where there is still a way to reach them. */
async function fail(
  interaction: Answerable,
  error: unknown,
  { kind, name, acknowledge: how }: Route,
  context: Context,
): Promise<void> {
  const log = context.log.child({ route: name });
  if (isOrdinary(error)) {
    log.info(traceOf(error), 'gone');
    return;
  }
  if (!(error instanceof Unusable)) context.meter.failed({ kind, name });
  const screen = sorry(explain(error, log));
  try {
    // What was answered before a stop is not replaced by why it can't be done again.
    if (
      how !== 'update' &&
      context.accepting.again(interaction.id) &&
      (await isFilled(interaction))
    )
      return;
    if (!interaction.deferred && !interaction.replied) {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await show(interaction, screen, context);
    } else if (how === 'update' || how === 'same') await aside(interaction, screen, context);
    else await show(interaction, screen, context);
  } catch (again) {
    log.info(traceOf(again), 'could not be told');
  }
}

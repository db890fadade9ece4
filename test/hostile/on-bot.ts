import { setTimeout as after } from 'node:timers/promises';
import type { Bot } from './bot.ts';
import { CANARY, type Came, firstLine, INVENTED, type Input, SECRET } from './input.ts';
import type { Stage } from './stage.ts';
import { watch } from './watch.ts';

/** Nothing is waited for any longer; in milliseconds. */
const HANGS = 30_000;

/** Makes inputs of one door of the bot's; `act` does it, and resolves to what is seen of it. */
export const botDoor =
  (door: string) =>
  (
    name: string,
    sees: RegExp,
    act: (bot: Bot) => Promise<string>,
    { short = false }: { short?: boolean } = {},
  ): Input => ({ door, name, short, run: (stage) => runAct(sees, act, stage) });

async function runAct(
  sees: RegExp,
  act: (bot: Bot) => Promise<string>,
  stage: Stage,
): Promise<Came> {
  const bot = await stage.bot();
  const [broken, trapped] = [bot.discord.violations.length, stage.trap.calls];
  bot.takeLog();
  const watching = watch(bot.pid);
  const began = performance.now();
  const hung = after(HANGS, '(nothing, and the bot hangs)', { ref: false });
  const seen = await Promise.race([act(bot), died(bot), hung]).catch(
    (error: Error) => `(${error.message})`,
  );
  const seconds = (performance.now() - began) / 1000;
  const { mb, cpu, before } = watching.end();
  const serves = bot.alive && (await servesOthers(bot));
  const rules = bot.discord.violations
    .slice(broken)
    .map(({ rule, detail }) => `${rule}: ${detail}`);
  bot.discord.calmsDown();
  const log = bot.takeLog();
  const said = firstLine(seen);
  const faults = [
    bot.alive ? '' : 'the bot died',
    serves ? '' : 'others are not answered after it',
    sees.test(said) ? '' : `did not say ${sees}`,
    rules.length ? `broke a rule of Discord’s: ${rules[0]}` : '',
    [CANARY, INVENTED, SECRET].some((one) => log.includes(one)) ? 'leaked into the log' : '',
    [INVENTED, SECRET].some((one) => seen.includes(one)) ? 'leaked' : '',
    stage.trap.calls > trapped ? 'called out' : '',
  ].filter(Boolean);
  return { said, faults, seconds, cpu, mb: Math.max(0, mb - before) };
}

async function died(bot: Bot): Promise<string> {
  while (bot.alive) await after(50, undefined, { ref: false });
  return '(nothing, and the bot died)';
}

/** Whether somebody who has done nothing is served. */
async function servesOthers({ discord }: Bot): Promise<boolean> {
  const exchange = await discord.person('Innocent').runs('/help');
  return !exchange.failed;
}

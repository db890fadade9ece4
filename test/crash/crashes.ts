import { readConfig } from '../../src/config.ts';
import type { Kept } from '../../src/discord/interview-record.ts';
import { wire } from '../../src/wire.ts';
import { startSlowModel } from '../day/slow-model.ts';
import { startDiscord } from '../servers/discord/index.ts';
import { type Deeds, keepKilling } from './bots.ts';
import { type Outcome, peopleOf } from './people.ts';

export interface Crashes {
  kills: number;
  /** Processes that share the store, each of which is told of everything. */
  processes: number;
  people: number;
  storeUrl: string;
  /** Hears of each deed. */
  onDeed?: (deeds: Deeds, outcome: Outcome) => void;
  onWrong?: (what: string) => void;
}

/** Long enough to be killed in, and short enough for somebody to get on; in milliseconds. */
const THINKS = [20, 300] as const;
/** What a bot that is killed can't help: Discord waited in vain, or was asked again whether it had. */
const UNAVOIDABLE: ReadonlySet<string> = new Set(['three-seconds', 'one-acknowledgement']);
const DATA_KEY = Buffer.alloc(32, 7).toString('base64');
/** How old what a Discord has forgotten is, in milliseconds. */
const FORGOTTEN = 5 * 60_000;

/**
 * Kills bots at random moments while people go through interviews, and compares what they saw with
 * what they said: each answer counts once, each feedback and debrief is there once. At the end nothing may be
 * left in the store that waits.
 */
export async function crash({ kills, processes, people, storeUrl, onDeed, onWrong }: Crashes) {
  const [discord, model] = [await startDiscord(), await startSlowModel(THINKS)];
  const environment = { STORE_URL: storeUrl, OPENAI_BASE_URL: model.url, DATA_KEY };
  const deeds: Deeds = { killed: 0, starting: 0, stopped: 0 };
  const outcome: Outcome = { interviews: 0, wrong: [] };
  const isWrong = (what: string) => {
    outcome.wrong.push(what);
    onWrong?.(what);
  };
  const isOver = () => deeds.killed >= kills;
  const told = setInterval(() => {
    onDeed?.(deeds, outcome);
    discord.forgets(discord.now() - FORGOTTEN);
  }, 10_000);
  const server = discord.guild();
  const bots = keepKilling(discord, environment, { processes, deeds, isOver });
  await bots.serve;
  await Promise.all([peopleOf(discord, server, people, { outcome, isWrong, isOver }), bots.over]);
  clearInterval(told);
  await bots.close();
  for (const what of await leftIn(storeUrl)) isWrong(what);
  for (const { rule, detail } of discord.violations)
    if (!UNAVOIDABLE.has(rule)) isWrong(`${rule}: ${detail}`);
  await Promise.all([discord.close(), model.close()]);
  return { deeds, ...outcome };
}

/** Interviews and acts that wait in the store though everybody is done. */
async function leftIn(storeUrl: string): Promise<string[]> {
  const app = wire(readConfig({ STORE_URL: storeUrl, DATA_KEY }));
  const records = await app.records<Kept>();
  const acts = (await records.keys('accepted:')).map((key) => `stuck: ${key}`);
  const open = [];
  for (const key of await records.keys('interview:')) {
    const kept = await records.get(key);
    if (kept?.open || kept?.owed?.length) open.push(`stuck: ${key}`);
  }
  return [...acts, ...open];
}

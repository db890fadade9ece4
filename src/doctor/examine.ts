import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { type Check, type Finding, type Patient, wrong } from './check.ts';
import { clock } from './checks/clock.ts';
import { intents } from './checks/intents.ts';
import { model } from './checks/model.ts';
import { node } from './checks/node.ts';
import { permissions } from './checks/permissions.ts';
import { shards } from './checks/shards.ts';
import { store } from './checks/store.ts';
import { token } from './checks/token.ts';
import { transcriber } from './checks/transcriber.ts';
import { createDiscord } from './discord.ts';

/** Every check, in the order in which it is told; a new one is one file and one line here. */
const CHECKS: readonly Check[] = [
  node,
  token,
  intents,
  permissions,
  shards,
  clock,
  model,
  transcriber,
  store,
];

export type Examined = Finding & { check: string };

/**
 * Looks at all that a bot needs, and changes nothing. `tell` is told of each finding at once.
 * Resolves to whether there is nothing to do.
 */
export async function examine(
  app: App,
  config: Config,
  tell: (examined: Examined) => void,
  { node: version = process.versions.node, now = Date.now }: Partial<Patient> = {},
): Promise<boolean> {
  const discord = createDiscord(config, now);
  const patient: Patient = { app, config, discord, node: version, now };
  let healthy = true;
  const said = new Set<string>();
  for (const { name, run } of CHECKS) {
    for (const finding of await run(patient).catch(failed)) {
      healthy &&= finding.is !== 'wrong';
      // One cause is told once, though several checks met with it.
      if (!said.has(finding.text)) tell({ check: name, ...finding });
      said.add(finding.text);
    }
  }
  return healthy;
}

/** Errors of ours say what to do. */
const failed = (error: unknown): Finding[] => [wrong((error as Error).message)];

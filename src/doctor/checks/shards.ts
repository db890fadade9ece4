import { Routes } from 'discord.js';
import { counted } from '../../wording.ts';
import { type Check, out, well, wrong } from '../check.ts';

interface Gateway {
  shards: number;
  session_start_limit: { total: number; remaining: number; reset_after: number };
}

export const shards: Check = {
  name: 'shards',
  async run({ discord, config: { SHARD_COUNT, SHARDS } }) {
    if (!discord.known) return [];
    const { shards: wanted, session_start_limit: logins } = await discord.get<Gateway>(
      Routes.gatewayBot(),
    );
    const here = SHARDS?.length ?? SHARD_COUNT ?? wanted;
    const hours = Math.ceil(logins.reset_after / 3_600_000);
    if (logins.remaining < here)
      return [
        wrong(
          `Discord takes ${logins.remaining} more logins now and this start needs ${here}. Wait ${counted(hours, 'hour')}, and see what restarts so often.`,
        ),
      ];
    if (SHARD_COUNT && SHARD_COUNT < wanted)
      return [out(`SHARD_COUNT is ${SHARD_COUNT}, and Discord recommends ${wanted} by now.`)];
    return [
      well(
        `This process takes ${here} of ${SHARD_COUNT ?? wanted}; ${logins.remaining} of ${logins.total} logins are left today.`,
      ),
    ];
  },
};

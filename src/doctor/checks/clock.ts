import { type Check, out, well, wrong } from '../check.ts';

/** Discord tells whole seconds, and its answer takes a moment; more than this is a clock that is off. In seconds. */
const OFF = 10;

export const clock: Check = {
  name: 'clock',
  async run({ discord }) {
    const time = discord.time();
    if (!time) return [out('Discord was not asked, so there is nothing to compare it with.')];
    const seconds = Math.round((time.ours - time.theirs) / 1000);
    if (Math.abs(seconds) <= OFF) return [well('It agrees with Discord’s.')];
    const way = seconds > 0 ? 'ahead of' : 'behind';
    return [
      wrong(
        `It is ${Math.abs(seconds)} s ${way} Discord’s. Switch on time synchronisation (NTP) on this machine.`,
      ),
    ];
  },
};

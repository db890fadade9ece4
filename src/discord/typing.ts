import type { SendableChannels } from 'discord.js';

/** Work that is done by then shows nothing. */
const SOON = 300;
/** Discord shows that somebody types for ten seconds. */
const SHOWN = 8_000;

/** Does some work, and shows in the channel that the bot is at it where it takes a while. */
export async function typing<Result>(
  channel: SendableChannels,
  work: () => Promise<Result>,
): Promise<Result> {
  const show = () => void channel.sendTyping().catch(() => undefined);
  let again: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    show();
    again = setInterval(show, SHOWN);
  }, SOON);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(again);
  }
}

import type { ButtonAction } from '../command.ts';
import { forgetInterviews } from '../interview-record.ts';
import { forgetNotices } from '../notice.ts';
import { show } from '../show.ts';
import { ERASE } from '../views/privacy.ts';
import { text } from '../views/screen.ts';

/** See `UNDER_WAY`, and how often `serve.ts` looks for what is left to do. */
const NOTED =
  '-# That you erased is noted for twenty minutes at most, so that nothing which was under way is kept after all.';

/**
 * Erases what is kept of the person, and what is under way. The day's count of tokens stays for that
 * day: without it, whoever erases would have a new allowance.
 */
export const erase: ButtonAction = {
  name: ERASE,
  acknowledge: () => 'update',
  notice: 'never',
  async run(interaction, _, context) {
    const { id, user } = interaction;
    const { app, now } = context;
    context.lent.takeBack(user.id);
    context.keptBack.forget(user.id);
    await context.accepting.forget(user.id, id);
    await forgetNotices(user.id, context);
    await forgetInterviews(user.id, context);
    await (await app.progress()).erase(user.id, now());
    const used = await app.spending.of(user.id);
    const erased = 'Erased. I keep nothing of you now';
    const said = used
      ? `${erased}, but how much of the model you used today: that count goes when the day is over.`
      : `${erased}.`;
    await show(interaction, { blocks: [text(`${said}\n${NOTED}`)] }, context);
  },
};

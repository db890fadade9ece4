import type { ButtonAction } from '../command.ts';
import { forgetInterviews } from '../interviews.ts';
import { forgetNotices } from '../notice.ts';
import { show } from '../show.ts';
import { ERASE } from '../views/privacy.ts';
import { text } from '../views/screen.ts';

/** Erases what is kept of the person. */
export const erase: ButtonAction = {
  name: ERASE,
  acknowledge: () => 'update',
  notice: 'never',
  async run(interaction, _, context) {
    const { user } = interaction;
    context.lent.takeBack(user.id);
    context.keptBack.forget(user.id);
    await forgetNotices(user.id, context);
    await forgetInterviews(user.id, context);
    await context.app.spending.erase(user.id);
    await (await context.app.progress()).erase(user.id);
    await show(interaction, { blocks: [text('Erased. I keep nothing of you now.')] }, context);
  },
};

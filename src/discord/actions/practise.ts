import { EXAM_RECORD } from '../../coach/interview/choose.ts';
import { callerOf } from '../caller.ts';
import type { ButtonAction } from '../command.ts';
import { PRACTISE } from '../drafts.ts';
import { beginInterview, openInterview, seedFrom } from '../interviews.ts';
import { show } from '../show.ts';
import { viewSay } from '../views/interview.ts';
import { resumeScreen } from '../views/resume.ts';

/** One round on the exam record, the question that a draft with a setback raises. */
export const practise: ButtonAction = {
  name: PRACTISE,
  acknowledge: () => 'private',
  async run(interaction, _, context) {
    const { id, user, channelId } = interaction;
    const settings = { focus: EXAM_RECORD, rounds: 1, seed: seedFrom(id) };
    const held = await openInterview(user.id, context);
    if (held) return show(interaction, resumeScreen(held, settings), context);
    const place = { kind: 'replies' as const, channel: channelId };
    const { say, session } = await beginInterview(
      callerOf(interaction),
      settings,
      place,
      id,
      context,
    );
    await show(interaction, viewSay(say, session, context.titleOf), context);
  },
};

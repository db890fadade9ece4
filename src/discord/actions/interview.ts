import {
  type ButtonInteraction,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Event } from '../../coach/interview/session.ts';
import { Unusable } from '../../unusable.ts';
import { callerOf } from '../caller.ts';
import type { ButtonAction, ModalAction } from '../command.ts';
import type { Context } from '../context.ts';
import { customId } from '../custom-id.ts';
import { tell } from '../debriefs.ts';
import { openInterview } from '../interview-record.ts';
import { PASSED, takeEvent } from '../interviews.ts';
import { TEXT_INPUT } from '../limits.ts';
import { aside, dropReply, show } from '../show.ts';
import { turnId } from '../turn-id.ts';
import { ANYWAY, belowCare, careInstead } from '../views/answer.ts';
import { ANSWER, STEP } from '../views/interview.ts';
import { plain } from '../views/plain.ts';

const FIELD = 'answer';

/** Opens the modal to answer in; under the question that the button belongs to. */
export const answerButton: ButtonAction = {
  name: ANSWER,
  acknowledge: () => 'modal',
  async run(interaction, [turn = ''], context) {
    const held = await openInterview(interaction.user.id, context);
    const asked = held?.session.turns[held.session.at];
    if (!held || !asked) throw new Unusable('This interview is over; /interview starts another.');
    if (turn !== turnId(held.session, held.session.at)) throw new Unusable(PASSED);
    await interaction.showModal({
      custom_id: customId(ANSWER, turn),
      title: 'Your answer',
      components: [
        { type: ComponentType.TextDisplay, content: plain(asked.ask) },
        {
          type: ComponentType.Label,
          label: 'As you would say it aloud',
          description: 'One to two minutes are about 130 to 300 words',
          component: {
            type: ComponentType.TextInput,
            custom_id: FIELD,
            style: TextInputStyle.Paragraph,
            required: true,
            max_length: TEXT_INPUT,
          },
        },
      ],
    });
  },
};

export const answerModal: ModalAction = {
  name: ANSWER,
  acknowledge: (interaction) => (interaction.isFromMessage() ? 'same' : 'private'),
  async run(interaction, [turn = ''], context) {
    const text = interaction.fields.getTextInputValue(FIELD);
    const { id, user } = interaction;
    const { trouble, words } = context.app.coach.careIn(text);
    if (trouble === 'likely') {
      const answer = { event: id, person: user.id, turn, text };
      const care = careInstead(words, context.keptBack.keep(answer));
      return aside(interaction, care, context);
    }
    await act(interaction, { id, type: 'answer', text }, turn, context, words);
  },
};

/** Takes an answer that was met with care wrongly; pressed twice, it counts once. */
export const anywayButton: ButtonAction = {
  name: ANYWAY,
  acknowledge: () => 'same',
  async run(interaction, [kept = ''], context) {
    const answer = context.keptBack.find(kept, interaction.user.id);
    if (!answer) throw new Unusable('I have forgotten that answer by now; please say it again.');
    const { event: id, text, heard, turn } = answer;
    await act(interaction, { id, type: 'answer', text, heard }, turn, context);
  },
};

const STEPS = ['hint', 'skip', 'retry', 'end'] as const;

/** Hint, Skip, Try again and End. */
export const stepButton: ButtonAction = {
  name: STEP,
  acknowledge: () => 'same',
  async run(interaction, [type = '', turn = ''], context) {
    const known = STEPS.find((one) => one === type);
    if (known) await act(interaction, { id: interaction.id, type: known }, turn, context);
  },
};

async function act(
  interaction: ButtonInteraction | ModalSubmitInteraction,
  event: Event,
  turn: string,
  context: Context,
  care = '',
): Promise<void> {
  const { user } = interaction;
  const taken = await takeEvent(callerOf(interaction), event, context, turn);
  if (!taken.say.length) return dropReply(interaction, context);
  await tell(user.id, taken, event.id, context, (screen) =>
    show(interaction, belowCare(care, screen), context),
  );
}

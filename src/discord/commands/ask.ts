import { ApplicationCommandOptionType } from 'discord.js';
import { callerOf } from '../caller.ts';
import type { SlashCommand } from '../command.ts';
import { createGrowing } from '../growing.ts';
import { OPTION_STRING } from '../limits.ts';
import { aside, show } from '../show.ts';
import { viewAnswer } from '../views/answer.ts';
import { EVERYWHERE } from './everywhere.ts';

/** Answers a strategy question, for all to see unless the person wants it private. */
export const ask: SlashCommand = {
  data: {
    name: 'ask',
    description:
      'Ask about applying to IR with an exam record to explain; the answer has its sources',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'Your question, in your own words',
        required: true,
        max_length: OPTION_STRING,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Only you see the question and the answer',
      },
    ],
  },
  acknowledge: ({ options }) => (options.getBoolean('private') ? 'private' : 'public'),
  async run(interaction, context) {
    const question = interaction.options.getString('question', true);
    const growing = createGrowing((screen) => show(interaction, screen, context));
    const answer = await context.app.judged.ask(question, callerOf(interaction), {
      partly: growing.grow,
    });
    await growing.settled();
    const screen = viewAnswer(answer, question);
    // That somebody was met with care is nobody else's business.
    if (answer.kind === 'crisis') await aside(interaction, screen, context);
    else await show(interaction, screen, context);
  },
};

import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js';
import { MAX_ROUNDS, type Settings } from '../../coach/interview/session.ts';
import { SITUATIONS } from '../../knowledge/schema.ts';
import type { SlashCommand } from '../command.ts';
import { interviewBefore } from '../interview-record.ts';
import { seedFrom } from '../interviews.ts';
import { LABEL_DESCRIPTION } from '../limits.ts';
import { show } from '../show.ts';
import { startInterview } from '../starting.ts';
import { restartId, resumeScreen } from '../views/resume.ts';
import { EVERYWHERE } from './everywhere.ts';

const ROUNDS = 5;
/** Themes by what a person would look for; the ids are those of `knowledge/questions/`. */
const FOCUSES = {
  'exam-record': 'Your exam record',
  'studying-abroad': 'Studying abroad',
  'why-ir': 'Why IR',
  'why-dr-too': 'Why DR too',
  'case-or-complication': 'A case or complication',
  research: 'Research',
  'teamwork-and-conflict': 'Teamwork and conflict',
  failure: 'Failure',
  ethics: 'Ethics',
  'plans-and-not-matching': 'Plans, and not matching',
  'strengths-and-weaknesses': 'Strengths and weaknesses',
  'questions-for-the-program': 'Questions for the program',
} as const;

/** Manners of `knowledge/interviewers.yaml`. */
const STYLES = {
  warm: 'Warm; gives you time',
  brisk: 'Brisk; short on time',
  sceptical: 'Sceptical; doubts what it hears',
} as const;

const choices = (list: Readonly<Record<string, string>>) =>
  Object.entries(list).map(([value, name]) => ({ value, name: name.slice(0, LABEL_DESCRIPTION) }));

/** A mock interview: in a private thread, in the DM, or in replies that only the person sees. */
export const interview: SlashCommand = {
  data: {
    name: 'interview',
    description: 'A mock interview: questions, feedback on every answer, and a debrief',
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'situation',
        description: 'The exam record that you have to explain',
        choices: choices(SITUATIONS),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'focus',
        description: 'One theme only',
        choices: choices(FOCUSES),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'style',
        description: 'How the interviewer speaks; plainly by default',
        choices: choices(STYLES),
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'rounds',
        description: `How many questions; ${ROUNDS} by default`,
        min_value: 1,
        max_value: MAX_ROUNDS,
      },
    ],
  },
  // In the DM with the bot the talk stays where it is; anywhere else nobody need know of it.
  acknowledge: ({ context }) => (context === InteractionContextType.BotDM ? 'public' : 'private'),
  async run(interaction, context) {
    const held = await interviewBefore(interaction.user.id, interaction.id, context);
    const { options } = interaction;
    const settings: Settings = {
      situation: options.getString('situation') ?? undefined,
      focus: options.getString('focus') ?? undefined,
      style: options.getString('style') ?? undefined,
      rounds: options.getInteger('rounds') ?? ROUNDS,
      seed: seedFrom(interaction.id),
    };
    if (held) return show(interaction, resumeScreen(held, restartId(settings)), context);
    await startInterview(interaction, settings, context);
  },
};

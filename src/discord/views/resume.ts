import { ButtonStyle } from 'discord.js';
import type { Settings } from '../../coach/interview/session.ts';
import { customId } from '../custom-id.ts';
import type { Held } from '../interview-record.ts';
import { type Screen, text } from './screen.ts';

export const RESUME = 'resume';
export const RESTART = 'restart';

/** The button that drops an open interview and starts the one that was wanted. */
export function restartId({ situation, focus, rounds, style, first }: Settings): string {
  return customId(RESTART, situation ?? '', focus ?? '', `${rounds}`, style ?? '', first ?? '');
}

/** Offered where an interview is already open: go on with it, or drop it and do what `anew` does. */
export function resumeScreen({ place, session }: Held, anew: string): Screen {
  const where = place.kind === 'thread' ? ` in <#${place.channel}>` : '';
  const answered = session.turns.filter(({ attempts }) => attempts.length).length;
  return {
    blocks: [
      text(
        `You have an interview open${where}, with ${answered} ${answered === 1 ? 'answer' : 'answers'} given. Go on with it here, or drop it, without a debrief, and start anew?`,
      ),
    ],
    buttons: [
      { label: 'Go on', id: customId(RESUME), style: ButtonStyle.Primary },
      { label: 'Start anew', id: anew },
    ],
  };
}

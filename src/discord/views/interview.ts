import { ButtonStyle } from 'discord.js';
import type { Say } from '../../coach/interview/say.ts';
import type { Session } from '../../coach/interview/session.ts';
import { UNSCORED } from '../../wording.ts';
import { customId } from '../custom-id.ts';
import { turnId } from '../turn-id.ts';
import { viewDebrief } from './debrief.ts';
import { viewFeedback } from './feedback.ts';
import { plain } from './plain.ts';
import { type Block, type Button, divider, type Pictured, type Screen, text } from './screen.ts';
import { transcriptOf } from './transcript.ts';
import { readingButtons, type TitleOf } from './words.ts';

/** The names of the buttons' actions; see `actions/`. */
export const ANSWER = 'answer';
export const STEP = 'step';

/** All that is to be said after one event, on one screen, with the buttons that fit; a debrief with its picture. */
export function viewSay(
  say: readonly Say[],
  session: Session,
  titleOf: TitleOf,
  picture?: Pictured,
): Screen {
  const next = say.flatMap((item) => (item.type === 'question' ? item.ask : []))[0];
  const blocks = say.flatMap((item, i) => [
    ...(i ? [divider] : []),
    ...(item.type === 'debrief' && picture ? [picture.block] : []),
    ...blocksOf(item, titleOf, next),
  ]);
  const ended = say.some(({ type }) => type === 'debrief' || type === 'over');
  const transcripts = say.flatMap((item) =>
    item.type === 'debrief' ? (transcriptOf(item.turns) ?? []) : [],
  );
  const files = [...transcripts, ...(picture ? [picture.file] : [])];
  const reading = say.flatMap((item) =>
    item.type === 'debrief' ? readingButtons(item.debrief.reading, titleOf) : [],
  );
  return {
    blocks,
    buttons: ended ? reading : buttonsOf(session),
    ...(files.length ? { files } : {}),
  };
}

function blocksOf(item: Say, titleOf: TitleOf, next: string | undefined): Block[] {
  switch (item.type) {
    case 'question': {
      const kind = item.followUp ? 'Follow-up' : `Question ${item.round} of ${item.rounds}`;
      const lead = item.lead ? `*${item.lead}*\n` : '';
      return [text(`**${item.again ? `${kind}, again` : kind}**\n${lead}${plain(item.ask)}`)];
    }
    case 'feedback':
      return [
        ...(item.again ? [text('**Your last answer**')] : []),
        ...viewFeedback(item.review, item.difference, next),
      ];
    case 'hint':
      return [text(`**Hint**\n${item.hint}`)];
    case 'unscored':
      return [text(UNSCORED)];
    case 'nothing-to-retry':
      return [text('There is no answer to try again yet.')];
    case 'debrief':
      return viewDebrief(item.debrief, titleOf);
    case 'over':
      return [text('This interview is over; `/interview` starts another.')];
  }
}

function buttonsOf(session: Session): Button[] {
  const { at, turns } = session;
  const turn = turnId(session, at);
  const answered = turns.some(({ attempts }) => attempts.length);
  return [
    { label: 'Answer', id: customId(ANSWER, turn), style: ButtonStyle.Primary },
    { label: 'Hint', id: customId(STEP, 'hint', turn) },
    { label: 'Skip', id: customId(STEP, 'skip', turn) },
    ...(answered ? [{ label: 'Try again', id: customId(STEP, 'retry', turn) }] : []),
    { label: 'End', id: customId(STEP, 'end', turn), style: ButtonStyle.Danger },
  ];
}

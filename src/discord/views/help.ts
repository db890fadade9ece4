import { divider, type Screen, text } from './screen.ts';

/**
 * What is kept, in two lines, and where it goes in a third if a model reads it: shown at first use,
 * in /help and in /privacy.
 */
export function kept(modelHost: string | undefined): string {
  return [
    'Your draft is read and forgotten; your answers are kept until the debrief, then only figures.',
    ...(modelHost
      ? [`What you send me is passed on to the model at ${modelHost}, and to nobody else.`]
      : []),
    '`/privacy` shows what I keep of you, gives you a copy, and erases it.',
  ].join('\n');
}

/** `hears`: somebody listens to voice messages. */
export function viewHelp(modelHost: string | undefined, hears: boolean): Screen {
  return {
    blocks: [
      text(
        [
          '**Match Coach**',
          'For applicants to interventional radiology from a medical school abroad, with an exam record to explain.',
        ].join('\n'),
      ),
      text(
        [
          `\`/interview\` a mock interview: questions, feedback on every answer${hears ? ', typed or in a voice message' : ''}, a debrief`,
          '`/review` your personal statement: the five parts, and what to fix first',
          '`/ask` a strategy question, answered with its sources; or mention me, or write me a DM',
          '`/progress` what recurs in your answers and drafts, and what went away',
          '`/privacy` what I keep of you: see it, export it, erase it',
        ].join('\n'),
      ),
      text(
        'Any posted draft can be reviewed too: hold (or right-click) its message, then Apps, then *Review as statement*.',
      ),
      divider,
      text(
        'I quote you, ask, and point at what to read. I never write a sentence for you: the statement and the answers have to be yours.',
      ),
      text(kept(modelHost)),
    ],
  };
}

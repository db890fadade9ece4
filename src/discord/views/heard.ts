import type { Failure } from '../../coach/model.ts';
import { SAID_OF_DEAFNESS } from '../../coach/speech/heard.ts';
import { beginningOf } from '../../wording.ts';
import { customId } from '../custom-id.ts';
import { plain } from './plain.ts';
import { type Screen, text } from './screen.ts';
import { sorry } from './sorry.ts';

/** The action that listens to a recording once more; see `actions/listen.ts`. */
export const LISTEN = 'listen';

/** What was heard, above what is said of it, so that its owner sees whether it was heard rightly. */
export function belowHeard(said: string, screen: Screen): Screen {
  return {
    ...screen,
    blocks: [text(`-# I heard: “${plain(beginningOf(said))}”`), ...screen.blocks],
  };
}

/** Another try may bring what this one did not. */
const PASSING: ReadonlySet<Failure> = new Set(['slow', 'down', 'busy']);

/** To who was not heard. The recording is still on Discord, so nobody needs to say all of it again. */
export function unheard(failure: Failure, message: string, turn: string): Screen {
  const why = SAID_OF_DEAFNESS[failure];
  return PASSING.has(failure) ? listenAgain(why, message, turn) : sorry(why);
}

/** One sentence, and another try. `turn` is the question that it answers; '' where it asks one. */
export function listenAgain(why: string, message: string, turn: string): Screen {
  return {
    ...sorry(why),
    buttons: [{ label: 'Listen again', id: customId(LISTEN, message, turn) }],
  };
}

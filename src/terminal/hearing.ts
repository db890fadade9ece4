import { bytesOfFile } from '../bytes.ts';
import type { Failure } from '../coach/model.ts';
import { SAID_OF_DEAFNESS, type Said } from '../coach/speech/heard.ts';
import { SOUND_LIMIT } from '../sound/sound.ts';
import { Unusable } from '../unusable.ts';
import { beginningOf } from '../wording.ts';
import type { Io } from './io.ts';
import { OWNER } from './owner.ts';
import { plain } from './style.ts';

/** Failures that lie in the recording, as far as anybody can tell. */
const ITS_OWN: ReadonlySet<Failure> = new Set(['refused', 'nonsense']);

/** A transcriber that could not hear: nothing that was given is at fault. */
export class Unheard extends Error {
  override readonly name = 'Unheard';
}

/**
 * What is said in a recording. Throws `Unusable` where there is no transcriber or nothing to hear
 * in it, and `Unheard` where the transcriber failed.
 */
export async function hearFile(path: string, { app }: Io): Promise<Said> {
  if (!app.hear)
    throw new Unusable(
      'I can’t listen here: no transcriber is set. Type the answer, or set OPENAI_TRANSCRIBE_MODEL.',
    );
  const heard = await app.hear(() => bytesOfFile(path, 'recording', SOUND_LIMIT), OWNER);
  if ('value' in heard) return heard.value;
  const why = SAID_OF_DEAFNESS[heard.failure];
  throw ITS_OWN.has(heard.failure) ? new Unusable(why) : new Unheard(why);
}

/** How it begins, for its owner to see whether it was heard rightly. */
export const viewHeard = (text: string, { style }: Io): string =>
  style.dim(style.wrap(`I heard: “${plain(beginningOf(text))}”`, 2));

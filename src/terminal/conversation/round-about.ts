import type { Settings } from '../../coach/interview/session.ts';
import { Unusable } from '../../unusable.ts';
import { readDraft } from '../draft.ts';
import type { Io } from '../io.ts';
import { OWNER } from '../owner.ts';
import { Round } from './round.ts';

/** A round of what a draft raises. Throws `Unusable` where that can't be read, or raises nothing. */
export async function roundAbout(
  path: string,
  { rounds = Number.POSITIVE_INFINITY, ...settings }: Partial<Settings> & Pick<Settings, 'seed'>,
  io: Io,
  picture?: string,
): Promise<Round> {
  const { text } = await readDraft(path, io);
  const review = await io.app.judged.review(text, OWNER);
  const raised = review.taken === 'statement' ? io.app.coach.raised(review) : [];
  if (!raised.length) {
    throw new Unusable('This draft raises no question yet; have it reviewed to see what it lacks.');
  }
  const list = raised.slice(0, rounds).map(({ id }) => id);
  const quotes = new Map(raised.map(({ ask, quote }) => [ask, quote]));
  const situation = settings.situation ?? review.situation;
  return new Round({ ...settings, situation, list, rounds: list.length }, io, { picture, quotes });
}

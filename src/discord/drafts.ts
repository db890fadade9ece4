import { PermissionFlagsBits, type RepliableInteraction } from 'discord.js';
import { compareReviews } from '../coach/compare.ts';
import { entryOfReview } from '../coach/progress.ts';
import type { Review } from '../coach/review.ts';
import { commentsOf } from '../documents/annotate/comments.ts';
import { checkLength, type Draft, readDraft } from '../documents/read.ts';
import { drawStrip } from '../pictures/strip.ts';
import { Unusable } from '../unusable.ts';
import { callerOf } from './caller.ts';
import type { Context } from './context.ts';
import { customId } from './custom-id.ts';
import { download } from './download.ts';
import { drawn } from './drawing.ts';
import { showTabs } from './show.ts';
import { viewReview } from './views/review.ts';
import type { Button, Pictured } from './views/screen.ts';

/** The action that opens an interview from a review; see `actions/practise.ts`. */
export const PRACTISE = 'practise';
/** The action that makes what a draft raises the next interview; see `actions/about-mine.ts`. */
export const ABOUT_MINE = 'about-mine';
/** The action that reviews a newer draft beside an older; see `actions/compare.ts`. */
export const COMPARE = 'compare';
/** The action that gives a draft back; see `actions/give-back.ts`. */
export const GIVE_BACK = 'give-back';

const DRAFT = /\.(?:docx|pdf|txt|md)$/i;

/** Whether an attachment may be a draft, by its name; what it is shows when it is read. */
export const isDraft = ({ name }: { name: string }): boolean => DRAFT.test(name);

/** Reads an attachment as a draft. Throws `Unusable`. */
export async function draftFrom(
  attachment: { url: string; size: number },
  { apiUrl }: Context,
): Promise<Draft> {
  return readDraft(await download(attachment, apiUrl));
}

/**
 * Puts the two fields of a paste back together. Discord trims a field, so what stood at the seam
 * is put back: a paragraph's end after a sentence, nothing inside a word that was cut at the
 * field's limit, else a space.
 */
export function joinPaste(first: string, second: string, limit: number): string {
  if (!first.trim() || !second.trim()) return first + second;
  if (/[.!?…]["'”’)\]]*\s*$/.test(first)) return `${first.trimEnd()}\n\n${second.trimStart()}`;
  if (first.length >= limit || /\s$/.test(first) || /^\s/.test(second)) return first + second;
  return `${first} ${second}`;
}

/** What a review is to be shown with: a note on what was read, and the review of an older draft. */
interface Beside {
  note?: string;
  older?: Review;
}

/** Reviews a draft and shows it to the person alone. Its figures are kept, never a word of it. */
export async function reviewDraft(
  interaction: RepliableInteraction,
  draft: Draft,
  context: Context,
  { note, older }: Beside = {},
): Promise<void> {
  if (!/[\p{L}\p{N}]/u.test(draft.text)) {
    throw new Unusable('There is no text in this. Paste the draft, or attach it as a file.');
  }
  checkLength(draft.text);
  const { app, now, titleOf } = context;
  const begun = now();
  const review = await app.judged.review(draft.text, callerOf(interaction));
  const judged = review.taken === 'statement';
  const { question, situation = '' } = app.coach.practice(review);
  const practise = (label: string, ...more: string[]) => ({
    label,
    id: customId(PRACTISE, question?.id ?? '', situation, ...more),
  });
  // What is no draft raises no question, is not given back, and nothing is compared with it.
  const raised = judged ? app.coach.raised(review) : [];
  const kept = judged ? context.reviewed.keep(review) : '';
  const texts = {
    parts: app.knowledge.partCriteria(),
    titleOf,
    labelOf: app.knowledge.labelOf,
    note,
    strip: await stripOf(review, interaction, context),
    comparison: judged && older ? compareReviews(older, review) : undefined,
    raised,
    aboutMine: { label: 'Make these the next interview', id: customId(ABOUT_MINE, kept) },
  };
  const buttons = !judged
    ? []
    : [
        practise('Practise the question this raises'),
        // Only a model can make something of the draft.
        ...(app.modelHost
          ? [practise('… with my draft at hand', context.lent.offer(draft.text))]
          : []),
        { label: 'Compare with a newer draft', id: customId(COMPARE, kept) },
        ...giveBackButtons(draft, review, interaction, context),
      ];
  const make = (id: string) =>
    viewReview(review, texts, id, buttons, judged ? question?.ask : undefined);
  await showTabs(interaction, make, context);
  if (!judged) return;
  const entry = entryOfReview(review, new Date(now()).toISOString());
  await (await app.progress()).add(interaction.user.id, entry, begun);
}

/** The way to have the draft back, where there is something to say in its margin and files may be sent. */
function giveBackButtons(
  draft: Draft,
  review: Review,
  { appPermissions }: RepliableInteraction,
  { app, returning }: Context,
): Button[] {
  const comments = commentsOf(review, app.knowledge.partCriteria());
  if (!comments.length || !appPermissions.has(PermissionFlagsBits.AttachFiles)) return [];
  const id = customId(GIVE_BACK, returning.keep({ draft, comments }));
  return [{ label: 'Give me the draft back with comments', id }];
}

/** The draft as a strip; a text that is no statement has no parts to show. */
async function stripOf(
  review: Review,
  interaction: RepliableInteraction,
  context: Context,
): Promise<Pictured | undefined> {
  if (review.taken !== 'statement') return undefined;
  const picture = drawStrip(review, context.app.knowledge.partCriteria());
  return drawn('strip.png', picture, context, interaction);
}

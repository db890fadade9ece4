import type { AnswerReview } from '../../coach/answer.ts';
import { grouped } from '../../coach/finding.ts';
import type { Difference } from '../../coach/interview/say.ts';
import type { Delivery } from '../../coach/speech/delivery.ts';
import { countsOf, lengthOf, minutes, nothingToChange } from '../../wording.ts';
import { quotation } from './plain.ts';
import { type Block, text } from './screen.ts';
import { noticeBlocks, viewGroup } from './words.ts';

/** Feedback on one answer: its length, what worked, the one thing to change, what else, what changed since the last try. `next` is what is asked below it. */
export function viewFeedback(
  review: AnswerReview,
  difference: Difference | undefined,
  next?: string,
): Block[] {
  const { seconds, findings, worked, spoken } = review;
  const [first, ...others] = grouped(findings);
  const rest = others.map(([finding]) => finding?.label).filter(Boolean);
  return [
    text(`-# ${lengthOf(review)}`),
    ...(worked ? [text(`**Worked**\n${quotation(worked.quote)}\nThis ${worked.does}.`)] : []),
    first
      ? text(`**To change**\n${(viewGroup(first, next) as { text: string }).text}`)
      : text(nothingToChange(seconds)),
    ...(rest.length ? [text(`Also: ${rest.join('; ')}.`)] : []),
    ...(spoken ? [text(viewDelivery(spoken))] : []),
    ...(difference ? [text(viewDifference(difference))] : []),
    ...noticeBlocks(review),
  ];
}

/** How it was said: what was counted, and the one thing about it that is worth a look. */
function viewDelivery(spoken: Delivery): string {
  const [first, ...others] = spoken.findings;
  return [
    `**How you said it**\n${countsOf(spoken).join(' ')}`,
    ...(first ? [`**${first.label}**\n${first.why}\n→ ${first.advice}`] : []),
    ...(others.length ? [`Also: ${others.map(({ label }) => label).join('; ')}.`] : []),
  ].join('\n');
}

function viewDifference({ gone, fresh, stayed, seconds }: Difference): string {
  const list = (title: string, labels: string[]) =>
    labels.length ? `\n${title}: ${labels.join('; ')}.` : '';
  const change =
    seconds === 0
      ? 'as long as before'
      : `${minutes(Math.abs(seconds))} ${seconds < 0 ? 'shorter' : 'longer'}`;
  const lists = [list('Gone', gone), list('New', fresh), list('Still there', stayed)];
  return `**Against your last try:** ${change}.${lists.join('')}`;
}

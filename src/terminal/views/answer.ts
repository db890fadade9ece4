import type { AnswerReview } from '../../coach/answer.ts';
import type { Difference } from '../../coach/interview/say.ts';
import type { Delivery } from '../../coach/speech/delivery.ts';
import { countsOf, lengthOf, minutes, nothingToChange } from '../../wording.ts';
import { quoted, type Style } from '../style.ts';
import { noticeLine } from './common.ts';

/** Feedback on one answer: its length, what worked, the one thing to change, then what else. */
export function viewAnswer(
  review: AnswerReview,
  difference: Difference | undefined,
  style: Style,
): string {
  const { seconds, findings, worked, spoken } = review;
  const [first, ...others] = findings;
  const rest = [...new Set(others.map(({ label }) => label))].filter((l) => l !== first?.label);
  return [
    style.dim(style.wrap(lengthOf(review), 2)),
    worked
      ? style.wrap(`${style.good('Worked:')} ${quoted(worked.quote, 160)} This ${worked.does}.`, 2)
      : '',
    first
      ? [
          style.wrap(`${style.warn(`To change: ${first.label}.`)} ${first.why}`, 2),
          first.quote ? style.accent(style.wrap(quoted(first.quote), 4)) : '',
          style.wrap(`→ ${first.advice}`, 4),
        ]
          .filter(Boolean)
          .join('\n')
      : style.wrap(nothingToChange(seconds), 2),
    rest.length ? style.wrap(`Also: ${rest.join('; ')}.`, 2) : '',
    spoken ? viewDelivery(spoken, style) : '',
    difference ? viewDifference(difference, style) : '',
    noticeLine(review, style),
  ]
    .filter(Boolean)
    .join('\n');
}

/** How it was said: what was counted, and the one thing about it that is worth a look. */
function viewDelivery(spoken: Delivery, style: Style): string {
  const [first, ...others] = spoken.findings;
  return [
    style.wrap(`${style.bold('How you said it:')} ${countsOf(spoken).join(' ')}`, 2),
    first ? style.wrap(`${style.warn(`${first.label}.`)} ${first.why}`, 4) : '',
    first ? style.wrap(`→ ${first.advice}`, 4) : '',
    others.length ? style.wrap(`Also: ${others.map(({ label }) => label).join('; ')}.`, 4) : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function viewDifference({ gone, fresh, stayed, seconds }: Difference, style: Style): string {
  const change =
    seconds === 0
      ? 'as long as before'
      : `${minutes(Math.abs(seconds))} ${seconds < 0 ? 'shorter' : 'longer'}`;
  const list = (title: string, labels: readonly string[]) =>
    labels.length ? style.wrap(`${title}: ${labels.join('; ')}.`, 4) : '';
  return [
    style.wrap(`${style.bold('Against your last try:')} ${change}.`, 2),
    list('Gone', gone),
    list('New', fresh),
    list('Still there', stayed),
  ]
    .filter(Boolean)
    .join('\n');
}

import * as z from 'zod';
import type { Strengths } from '../answer.ts';
import type { Debrief } from '../interview/debrief.ts';
import type { Say } from '../interview/say.ts';
import type { Turn } from '../interview/session.ts';
import { type Caller, type Model, SAID_OF_FAILURE, type Task } from '../model.ts';
import type { Role } from '../reading/roles.ts';
import { createQuoter } from './anchor.ts';
import { isFaulted } from './findings.ts';
import type { JudgingPorts } from './ports.ts';
import { questionFit } from './remark.ts';

/** What a model adds to a debrief: the best sentence said, and a question to take along. */
const debriefing = z.object({
  best: z.object({ quote: z.string(), does: z.enum(['v', 'd', 'o', 's', 'g', 'p', 'none']) }),
  question: z.string(),
});
export type Debriefing = z.infer<typeof debriefing>;

export const debriefTask: Task<Debriefing> = {
  name: 'debrief',
  output: debriefing,
  material: ['habit', 'answers'],
};

export function debriefMaterial(
  { habit }: Debrief,
  turns: readonly Turn[],
): Record<string, string> {
  return {
    habit: habit ? `${habit.flag}: ${habit.label}` : 'none',
    answers: turns
      .flatMap(({ ask, attempts }) => {
        const last = attempts.at(-1);
        return last ? [`Q: ${ask}\nA: ${last.text}`] : [];
      })
      .join('\n\n'),
  };
}

/** Counts, habit, drills and reading stay the rules'; a best sentence is a quote, or the rules' stands. */
export function mergeDebrief(
  debrief: Debrief,
  turns: readonly Turn[],
  { best, question }: Debriefing,
  strengths: Strengths,
  vocabulary: ReadonlySet<string>,
): Debrief {
  const attempts = turns.flatMap(({ attempts }) => attempts.at(-1) ?? []);
  const hostile = attempts.some(({ review }) =>
    review.findings.some(({ flag }) => flag === 'addresses-reviewer'),
  );
  if (hostile) return debrief;
  const does = best.does === 'none' ? undefined : strengths[best.does as Role];
  const quoted = attempts.flatMap(({ text, review }) => {
    const span = createQuoter(text)(best.quote);
    return span && !isFaulted(span, review.findings) ? [text.slice(span.start, span.end)] : [];
  })[0];
  const theirs = attempts.map(({ text }) => text).join('\n');
  const fit = questionFit(question, { theirs, vocabulary });
  return {
    ...debrief,
    ...(quoted && does ? { best: { quote: quoted, does, weight: 1 } } : {}),
    ...(fit ? { question: fit } : {}),
  };
}

/** What a step says, with what a model adds to the debrief in it, or with why it added nothing. */
export async function judgedDebrief(
  say: readonly Say[],
  ports: JudgingPorts,
  model: Model,
  caller: Caller,
): Promise<Say[]> {
  return Promise.all(
    say.map(async (item) => {
      if (item.type !== 'debrief' || !item.debrief.answered) return item;
      const { debrief, turns } = item;
      const outcome = await model.run(debriefTask, debriefMaterial(debrief, turns), caller);
      if ('failure' in outcome)
        return { ...item, debrief: { ...debrief, notice: SAID_OF_FAILURE[outcome.failure] } };
      const [strengths, vocabulary] = [ports.strengths(), ports.vocabulary()];
      return {
        ...item,
        debrief: mergeDebrief(debrief, turns, outcome.value, strengths, vocabulary),
      };
    }),
  );
}

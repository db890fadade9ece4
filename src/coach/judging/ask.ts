import { type Answer, declineNear, inItsLight, troubleIn } from '../ask.ts';
import type { Coach } from '../coach.ts';
import { type Caller, type Model, SAID_OF_FAILURE } from '../model.ts';
import {
  answers,
  compose,
  composed,
  composedSoFar,
  compositionMaterial,
  MOST_GIVEN,
  type Verified,
  withEarlier,
} from './composition.ts';
import type { JudgingPorts } from './ports.ts';
import { createSupported } from './support.ts';

/** What a question may come with. */
export interface AskedWith {
  /** What the same person asked before, where this follows it up. */
  earlier?: string | undefined;
  /** Called with the sentences that stand so far, while the model writes on. */
  partly?: ((verified: Verified) => void) | undefined;
}

/**
 * Answers with a model from the passages that were found: trouble first and by the rules, then
 * one call. What the rules decline is answered only where the model finds it covered in full. A
 * model that hears danger in words that are there is believed: it can give care to who needs none,
 * and it can't take care away.
 */
export async function judgedAsk(
  question: string,
  coach: Coach,
  ports: JudgingPorts,
  model: Model,
  caller: Caller,
  { earlier, partly }: AskedWith = {},
): Promise<Answer> {
  const rules = coach.ask(question, earlier);
  if (rules.kind === 'crisis') return rules;
  const { covered } = ports.find()(inItsLight(question, earlier));
  const passages = covered.slice(0, MOST_GIVEN).map(({ passage }) => passage);
  const declined = rules.kind === 'declined';
  const supported = createSupported(withEarlier(question, earlier), ports.vocabulary());
  const outcome = await model.run(
    compose,
    compositionMaterial(question, earlier, passages),
    caller,
    partly &&
      ((sofar) => {
        const verified = composedSoFar(sofar, passages, supported, declined);
        if (verified) partly(verified);
      }),
  );
  if ('failure' in outcome) return { ...rules, notice: SAID_OF_FAILURE[outcome.failure] };
  const doubt = troubleIn(question, { trouble: ports.trouble(), find: ports.find() });
  const above = doubt === 'possible' ? `${ports.perhapsCare()}\n\n` : '';
  const result = composed(question, outcome.value, passages, supported);
  const made = { passages: [], source: 'model' } as const;
  if (result === 'danger') return { ...made, kind: 'crisis', answer: ports.care() };
  if (result === 'declined' || (result && !answers(outcome.value.covers, declined)))
    return declined
      ? { ...rules, source: 'model' }
      : { ...made, kind: 'declined', answer: above + declineNear(covered) };
  if (!result) return { ...rules, notice: SAID_OF_FAILURE.nonsense };
  return { ...made, kind: 'answer', answer: above + result.answer, passages: result.passages };
}

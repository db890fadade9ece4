import { noConcreteSteps, noPivot } from './answer/absent.ts';
import { bitter } from './answer/bitter.ts';
import { noOwnership } from './answer/no-ownership.ts';
import { tooLong } from './answer/too-long.ts';
import { tooShort } from './answer/too-short.ts';
import type { Check } from './check.ts';
import { addressesReviewer } from './statement/addresses-reviewer.ts';
import { blame } from './statement/blame.ts';
import { oversharing } from './statement/oversharing.ts';

/** Every check of a spoken answer, what to mend first on top. */
export const ANSWER_CHECKS: readonly Check[] = [
  blame,
  bitter,
  noOwnership,
  noPivot,
  noConcreteSteps,
  oversharing,
  tooShort,
  tooLong,
  addressesReviewer,
];

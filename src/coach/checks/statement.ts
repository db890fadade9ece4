import type { Check } from './check.ts';
import { addressesReviewer } from './statement/addresses-reviewer.ts';
import { blame } from './statement/blame.ts';
import { genericOpening } from './statement/generic-opening.ts';
import { irAlone } from './statement/ir-alone.ts';
import { noConcreteSteps } from './statement/no-concrete-steps.ts';
import { overAPage } from './statement/over-a-page.ts';
import { overLimit } from './statement/over-limit.ts';
import { overlongExplanation } from './statement/overlong-explanation.ts';
import { oversharing } from './statement/oversharing.ts';
import { patientIdentifier } from './statement/patient-identifier.ts';
import { patientNamed } from './statement/patient-named.ts';
import { readsLikeACv } from './statement/reads-like-a-cv.ts';

/** Every check of a statement, what to mend first on top. */
export const STATEMENT_CHECKS: readonly Check[] = [
  patientIdentifier,
  blame,
  noConcreteSteps,
  oversharing,
  overlongExplanation,
  overLimit,
  overAPage,
  genericOpening,
  readsLikeACv,
  addressesReviewer,
  patientNamed,
  irAlone,
];

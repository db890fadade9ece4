import type { Check } from './check.ts';
import { addressesReviewer } from './statement/addresses-reviewer.ts';
import { anotherSpecialty } from './statement/another-specialty.ts';
import { blame } from './statement/blame.ts';
import { genericOpening } from './statement/generic-opening.ts';
import { irAlone } from './statement/ir-alone.ts';
import { leftover } from './statement/leftover.ts';
import { noConcreteSteps } from './statement/no-concrete-steps.ts';
import { overAPage } from './statement/over-a-page.ts';
import { overLimit } from './statement/over-limit.ts';
import { overlongExplanation } from './statement/overlong-explanation.ts';
import { oversharing } from './statement/oversharing.ts';
import { patientIdentifier } from './statement/patient-identifier.ts';
import { patientNamed } from './statement/patient-named.ts';
import { piece } from './statement/piece.ts';
import { readsLikeACv } from './statement/reads-like-a-cv.ts';
import { anotherLanguage, fragment, noStatement } from './statement/taken.ts';
import { twice } from './statement/twice.ts';

/** Every check of a statement, what to mend first on top. */
export const STATEMENT_CHECKS: readonly Check[] = [
  patientIdentifier,
  anotherLanguage,
  noStatement,
  fragment,
  anotherSpecialty,
  twice,
  leftover,
  addressesReviewer,
  blame,
  noConcreteSteps,
  oversharing,
  overlongExplanation,
  overLimit,
  overAPage,
  genericOpening,
  readsLikeACv,
  piece,
  patientNamed,
  irAlone,
];

import type { Check } from '../check.ts';

/** A setback is named, and nowhere does the draft say what was done differently. */
export const noConcreteSteps: Check = {
  flag: 'no-concrete-steps',
  level: 'fault',
  find: ({ flags }) => (flags.has('no-concrete-steps') ? ['absent'] : []),
};

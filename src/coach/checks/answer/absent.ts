import type { Check } from '../check.ts';

/** Faults of omission: nothing can be quoted, so the answer as a whole decides. */
const absence = (flag: string): Check => ({
  flag,
  level: 'fault',
  find: ({ flags }) => (flags.has(flag) ? ['absent'] : []),
});

/** Never turns to growth or to what changed. */
export const noPivot = absence('no-pivot');
/** Says that something changed, with nothing specific. */
export const noConcreteSteps = absence('no-concrete-steps');

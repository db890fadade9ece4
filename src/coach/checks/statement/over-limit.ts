import type { Check } from '../check.ts';

/** ERAS takes at most 28,000 characters (AAMC applicant guide, 2026 season; the live form decides). */
export const ERAS_CHARACTERS = 28_000;

export const overLimit: Check = {
  flag: 'over-limit',
  level: 'fault',
  anyText: true,
  find: ({ statement }) => (statement.text.trim().length > ERAS_CHARACTERS ? ['absent'] : []),
};

import * as z from 'zod';

/** Why a finding is dismissed, or a flag is not raised: a closed list, defined in the prompts. */
export const REASONS = [
  'meets-the-criterion',
  'states-a-fact-without-blaming',
  'owned-in-the-same-breath',
  'said-by-or-of-somebody-else',
  'not-about-the-setback',
  'brief-and-calm',
  'steps-are-named',
  'turns-to-what-changed',
  'question-asks-for-no-setback',
  'dry-but-not-resentful',
  'nothing-of-the-kind',
] as const;
export type Reason = (typeof REASONS)[number];

/** What the model makes of something that the rules found, by the name it was given: `r1`, `r2`, … */
export const ruleVerdicts = z.array(
  z.object({
    finding: z.string(),
    verdict: z.enum(['keep', 'dismiss']),
    reason: z.enum(REASONS),
  }),
);

/** What the model makes of each flag. Quotes are to the letter; `question` is put to the writer. */
export const flagVerdicts = <const Flags extends readonly [string, ...string[]]>(flags: Flags) =>
  z.array(
    z.object({
      flag: z.enum(flags),
      quotes: z.array(z.string()),
      reason: z.enum(REASONS),
      holds: z.boolean(),
      question: z.string(),
    }),
  );

export type RuleVerdicts = z.infer<typeof ruleVerdicts>;
export interface FlagVerdict {
  flag: string;
  quotes: string[];
  reason: Reason;
  holds: boolean;
  question: string;
}

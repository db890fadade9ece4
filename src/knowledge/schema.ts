import * as z from 'zod';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case-words-with-hyphens');
const prose = z.string().trim().min(1, 'must not be empty');
const reading = z
  .string()
  .regex(/^[a-z0-9-]+#[a-z0-9-]+$/, 'must be file#heading-slug of a passage in knowledge/strategy');

/** The exam records that an applicant may have to explain; see DESIGN.md. */
export const SITUATIONS = {
  'low-step-1': 'a numeric Step 1 below the mean (taken before 26 January 2022)',
  'failed-step-1': 'a failed first attempt at Step 1',
  'low-step-2': 'a low or fallen Step 2 CK',
  'several-failures': 'more than one failed exam',
  comlex: 'a COMLEX record to explain',
} as const;
export type Situation = keyof typeof SITUATIONS;
const situation = z.enum(Object.keys(SITUATIONS) as [Situation, ...Situation[]]);

export const followUpSchema = z.strictObject({
  /** The answer flag that calls for it; without one it fits any answer. */
  when: slug.optional(),
  ask: prose,
});

export const questionSchema = z.strictObject({
  id: slug,
  ask: prose,
  situations: z.array(situation).default([]),
  /** The statement flags and parts that an answer to it works on. */
  practises: z.array(slug).default([]),
  /** Flags and parts of a draft that raise it; with any it is asked about that draft and never otherwise. */
  raisedBy: z.array(slug).default([]),
  wants: prose,
  strong: prose,
  weak: prose,
  hint: prose,
  followUps: z.array(followUpSchema).min(2, 'must hold at least two follow-ups'),
  reading,
});

export const themeSchema = z.strictObject({
  theme: slug,
  title: prose,
  questions: z.array(questionSchema).min(1, 'must hold at least one question'),
});

export const criterionSchema = z.strictObject({
  id: slug,
  label: prose,
  /** How a careful reader decides. */
  criterion: prose,
  /** Phrases that speak for it, as in `knowledge/lexicon`. */
  cues: z.array(prose).default([]),
  why: prose,
  advice: prose,
  /** A question that leads the writer on; never a sentence to copy. */
  question: z.string().trim().regex(/\?$/, 'must be a question'),
  reading,
  /** For answer flags: an exercise of five minutes that works on the habit. */
  drill: prose.optional(),
  examples: z
    .strictObject({ flagged: z.array(prose).default([]), clean: z.array(prose).default([]) })
    .default({ flagged: [], clean: [] }),
});

/** What a sentence of each kind does well, for praise that is always a quote. */
export const strengthsSchema = z.strictObject({
  v: prose,
  d: prose,
  o: prose,
  s: prose,
  g: prose,
  p: prose,
});

const lines = z.array(prose).min(2, 'must hold at least two lines');

/** How interviewers speak, by manner. */
export const interviewersSchema = z.record(
  slug,
  z.strictObject({ label: prose, opens: lines, 'goes-on': lines, presses: lines }),
);

export const drillsSchema = z.array(prose).min(3, 'must hold at least three drills');

export const sourceSchema = z.strictObject({
  id: slug,
  title: prose,
  publisher: prose,
  note: prose.optional(),
  sections: z.array(prose).optional(),
});

export const sourcesSchema = z.array(sourceSchema);
export const lexiconSchema = z.record(z.string(), z.array(z.string().min(1)));

export type Question = z.infer<typeof questionSchema> & { theme: string };
export type Theme = z.infer<typeof themeSchema>;
export type Criterion = z.infer<typeof criterionSchema>;
export type Source = z.infer<typeof sourceSchema>;

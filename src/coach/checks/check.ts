import type { Evidence, Finding } from '../finding.ts';
import type { Reading } from '../reading/reader.ts';

/** One thing that can be wrong with a statement or an answer. Its words stand in `knowledge/rubric/`. */
export interface Check {
  /** The flag, which is the id of its criterion in the rubric. */
  flag: string;
  level: Finding['level'];
  /** Holds for any text at all, and not only for what is taken for a statement. */
  anyText?: true;
  /** What speaks for the flag in this text; empty where it does not apply. Strongest first. */
  find(reading: Reading): Evidence[];
}

import type { Ports } from '../coach.ts';

/** What judging needs beside the coach's own ports. */
export interface JudgingPorts extends Ports {
  /** Every word of `knowledge/`, in lower case: what a coach's question may be made of. */
  vocabulary(): ReadonlySet<string>;
}

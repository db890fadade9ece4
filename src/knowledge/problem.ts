/** What is wrong in a file that an adviser edits, and where. `line` counts from 1. */
export interface Problem {
  file: string;
  line: number;
  message: string;
}

/** Collects problems; loaders go on after one so that all are told at once. */
export type Report = (problem: Problem) => void;

export function describe({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}

import { ANSWER_CHECKS } from '../coach/checks/answer.ts';
import { filesIn } from './folder.ts';
import type { Report } from './problem.ts';

/** What is checked line by line, so that the line can be named; a problem is told in a few words. */
interface LineCheck {
  folders: readonly string[];
  /** What is wrong with a line, or undefined. Made anew for each run, since it may remember. */
  create(citable: ReadonlySet<string>): (line: string) => string | undefined;
}

const RUBRIC = ['rubric/parts', 'rubric/statement', 'rubric/answer', 'rubric/delivery'];

const CHECKS: readonly LineCheck[] = [
  {
    folders: ['questions', ...RUBRIC],
    create: (citable) => (line) => {
      const id = /^\s*(?:- )?reading:\s*['"]?([^\s'"]+)/.exec(line)?.[1];
      return id && !citable.has(id)
        ? `reading "${id}" is no passage of knowledge/strategy`
        : undefined;
    },
  },
  {
    folders: ['questions'],
    create() {
      const seen = new Set<string>();
      return (line) => {
        const id = /^\s*(?:- )?id:\s*['"]?([^\s'"]+)/.exec(line)?.[1];
        if (!id) return undefined;
        if (seen.has(id)) return `a second question "${id}"`;
        seen.add(id);
        return undefined;
      };
    },
  },
  {
    folders: ['questions'],
    create() {
      const flags = new Set(ANSWER_CHECKS.map(({ flag }) => flag));
      return (line) => {
        const flag = /^\s*(?:- )?when:\s*['"]?([^\s'"]+)/.exec(line)?.[1];
        return flag && !flags.has(flag) ? `when "${flag}" is no flag of an answer` : undefined;
      };
    },
  },
  {
    folders: ['lexicon/sentences', 'lexicon/topics', 'lexicon/questions', 'lexicon/trouble'],
    create: () => shortPrefix,
  },
  {
    // Only the cues are phrases; the rest is prose.
    folders: RUBRIC,
    create: () => (line) => (/^\s*- /.test(line) ? shortPrefix(line) : undefined),
  },
];

/** A phrase can't be found by a prefix shorter than three letters. */
function shortPrefix(line: string): string | undefined {
  return /(?:^|[\s|"[])\p{L}{1,2}\*/u.test(line.replace(/#.*$/, ''))
    ? 'a word before * needs at least three letters'
    : undefined;
}

/** Runs every line check over the files of its folders; `citable` are the passages that can be read. */
export function checkLines(root: string, citable: ReadonlySet<string>, report: Report): void {
  for (const { folders, create } of CHECKS) {
    const wrong = create(citable);
    for (const { path, text } of folders.flatMap((folder) => filesIn(root, folder, '.yaml')))
      text.split('\n').forEach((line, i) => {
        const message = wrong(line);
        if (message) report({ file: path, line: i + 1, message });
      });
  }
}

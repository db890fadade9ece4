import type { Report } from './problem.ts';

/** Further ways to ask for one passage, and where they stand. */
export interface Asks {
  /** The passage, `file#heading-slug`. */
  id: string;
  file: string;
  line: number;
  asks: string[];
}

/**
 * Reads a file of `knowledge/asks/`: under `## ID`, a line `- ` for each way to ask. The format
 * is as plain as that because there are very many of them and each start reads them.
 */
export function parseAsks(file: string, source: string, report: Report): Asks[] {
  const found: Asks[] = [];
  source.split(/\r?\n/).forEach((text, i) => {
    const line = i + 1;
    if (text.startsWith('## ')) found.push({ id: text.slice(3).trim(), file, line, asks: [] });
    else if (text.startsWith('- ') && found.length) found.at(-1)?.asks.push(text.slice(2).trim());
    else if (text.trim()) report({ file, line, message: 'must be "## ID" or "- a way to ask"' });
  });
  return found;
}

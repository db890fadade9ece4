import { countWords } from '../coach/text/tokens.ts';
import type { Report } from './problem.ts';

/** A citable section of `knowledge/`: one question answered. `id` is `file#heading-slug`. */
export interface Passage {
  id: string;
  file: string;
  line: number;
  /** The topic of its file. */
  topic: string;
  title: string;
  body: string;
  /** The body's key facts in one line, for where there is no room for all of it; '' where none is written. */
  short: string;
  /** The source's id and the place in it, such as the article's heading. */
  source: { id: string; section: string };
  season?: string;
  /** The ways that people really ask for it. */
  asks: string[];
}

/** The longest passage, in words; one that is longer answers more than one question. */
export const MAX_PASSAGE_WORDS = 120;
/** The longest `In short:` line, in words: four of them fit beside a passage in one answer. */
export const MAX_SHORT_WORDS = 36;

/** Reads one topic file: front matter with a title, then `##` sections in the form that README.md shows. */
export function parsePassages(file: string, source: string, report: Report): Passage[] {
  const name = file.replace(/^.*\//, '').replace(/\.md$/, '');
  const lines = source.split(/\r?\n/);
  const topic = /^title:\s*(.+)$/.exec(lines[1] ?? '')?.[1]?.trim();
  if (lines[0] !== '---' || !topic) {
    report({ file, line: 1, message: 'must begin with front matter that holds a title' });
    return [];
  }
  const starts = lines.flatMap((line, i) => (line.startsWith('## ') ? [i] : []));
  if (!starts.length) report({ file, line: 1, message: 'holds no ## section' });
  const seen = new Set<string>();
  return starts.map((from, i) => {
    const passage = section(file, name, topic, lines.slice(from, starts[i + 1]), from + 1);
    if (seen.has(passage.id)) {
      report({ file, line: from + 1, message: `a second section "${passage.title}"` });
    }
    seen.add(passage.id);
    complain(passage, report);
    return passage;
  });
}

function section(
  file: string,
  name: string,
  topic: string,
  lines: string[],
  line: number,
): Passage {
  const title = (lines[0] ?? '').slice(3).trim();
  const field = (label: string) =>
    lines
      .find((l) => l.startsWith(`${label}:`))
      ?.slice(label.length + 1)
      .trim();
  const end = lines.findIndex((l) => /^(?:In short|Source):/.test(l));
  const asked = lines.findIndex((l) => l.startsWith('Asked as:'));
  const [, id = '', place = ''] = /^([^,]*),?\s*(.*)$/.exec(field('Source') ?? '') ?? [];
  const season = field('Season');
  return {
    id: `${name}#${slugOf(title)}`,
    file,
    line,
    topic,
    title,
    body: lines
      .slice(1, end < 0 ? lines.length : end)
      .join('\n')
      .trim(),
    short: field('In short') ?? '',
    source: { id: id.trim(), section: place },
    ...(season ? { season } : {}),
    asks:
      asked < 0
        ? []
        : lines
            .slice(asked + 1)
            .filter((l) => /^[-*] /.test(l))
            .map((l) => l.slice(2).trim()),
  };
}

/** A heading as it stands in a passage's id: lower case, words joined by hyphens. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function complain({ file, line, title, body, short, source, asks }: Passage, report: Report): void {
  const words = countWords(body);
  const say = (message: string) => report({ file, line, message: `"${title}" ${message}` });
  if (!title) say('has no heading');
  if (!body) say('has no text');
  if (words > MAX_PASSAGE_WORDS) say(`has ${words} words; at most ${MAX_PASSAGE_WORDS}`);
  const brief = countWords(short);
  if (brief > MAX_SHORT_WORDS)
    say(`has ${brief} words after "In short:"; at most ${MAX_SHORT_WORDS}`);
  if (!source.id) say('has no Source: line');
  if (asks.length < 3) say('needs at least three "Asked as:" lines');
}

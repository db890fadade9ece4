import { readdirSync, readFileSync } from 'node:fs';
import type { Role } from '../../src/coach/reading/roles.ts';
import type { Span } from '../../src/coach/text/span.ts';
import { quoteOf, type Sentence } from '../../src/coach/text/statement.ts';
import { loadWholeCases, type WholeHalf } from './whole-cases.ts';

/** A labelled stretch of a case: what it does, and where it lies in the text. */
export interface Labelled extends Span {
  roles: Role[];
}

/** A labelled text. `parts` and `inOrder` are for statements, `question` for answers. */
export interface Case {
  id: string;
  kind: 'statement' | 'answer';
  text: string;
  segments: Labelled[];
  flags: string[];
  why: string;
  question: string;
  parts: Record<string, string>;
  inOrder: boolean;
  /** False for snippets, which teach what sentences do and are not judged as a whole. */
  judged: boolean;
}

/** `fresh` and `last` are further sets to report, by other writers; see `whole-cases.ts`. */
export type Half = 'develop' | 'report' | WholeHalf;

/** All cases of one half and kind, in the order of their files. */
export function loadCases(half: Half, kind: Case['kind']): Case[] {
  if (half === 'fresh' || half === 'last') return loadWholeCases(half, kind);
  const folder = new URL(`./${half}/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.startsWith(kind) && name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseCases(readFileSync(new URL(name, folder), 'utf8'), kind));
}

/** The JSON of every line of a half's `.jsonl` files whose names begin so, in the order of their names. */
export function loadLines(half: Half, prefix: string): unknown[] {
  const folder = new URL(`./${half}/`, import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line));
}

/** Reads the format described in `test/eval/README.md`. */
export function parseCases(source: string, kind: Case['kind']): Case[] {
  return source
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const at = block.indexOf('\n---\n');
      const [id = '', ...lines] = block.slice(0, at).split('\n');
      const field = (name: string) =>
        lines
          .find((line) => line.startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .trim() ?? '';
      const pairs = field('parts').split(/\s+/).filter(Boolean);
      return {
        id: id.trim(),
        kind,
        ...untag(block.slice(at + 5).trimEnd()),
        flags: field('flags')
          .split(/[\s,]+/)
          .filter(Boolean),
        why: field('why'),
        question: field('question'),
        parts: Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string])),
        inOrder: field('order') !== 'out',
        judged: field('snippet') === '',
      };
    });
}

const TAG = /\[([a-z, ]+)\] ?/g;

function untag(tagged: string): { text: string; segments: Labelled[] } {
  let text = '';
  let from = 0;
  const segments: Labelled[] = [];
  const close = () => {
    const open = segments.at(-1);
    if (open) open.end = text.length;
  };
  for (const match of tagged.matchAll(TAG)) {
    text += tagged.slice(from, match.index);
    close();
    from = match.index + match[0].length;
    const roles = (match[1] ?? '').split(/[,\s]+/).filter(Boolean) as Role[];
    segments.push({ roles, start: text.length, end: text.length });
  }
  text += tagged.slice(from);
  close();
  return { text, segments };
}

/** The roles of a sentence: those of the labelled stretches that cover a good part of it. */
export function rolesOf(sentence: Sentence, { segments, text }: Case): Role[] {
  const length = quoteOf(text, sentence).length;
  const roles = segments
    .filter((s) => Math.min(s.end, sentence.end) - Math.max(s.start, sentence.start) > length * 0.3)
    .flatMap((s) => s.roles);
  return [...new Set(roles)];
}

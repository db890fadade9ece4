import { readdirSync, readFileSync } from 'node:fs';
import type { Case, Labelled } from './cases.ts';

/** The halves that are labelled so. */
export type WholeHalf = 'fresh' | 'last';

const folderOf = (half: WholeHalf) => new URL(`./${half}/`, import.meta.url);
const read = (half: WholeHalf, name: string) => readFileSync(new URL(name, folderOf(half)), 'utf8');

interface StatementLabels {
  id: string;
  parts: Record<string, { status: string }>;
  inOrder: boolean;
  flags: Array<{ type: string; quote: string }>;
  why: string;
}

/**
 * The cases of writers who had seen neither the code nor any other case, only ever reported. They
 * are labelled as a whole, so only what is flagged has a place.
 */
export function loadWholeCases(half: WholeHalf, kind: Case['kind']): Case[] {
  return kind === 'statement' ? statements(half) : answers(half);
}

function statements(half: WholeHalf): Case[] {
  return readdirSync(new URL('statements/', folderOf(half)))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const labels = JSON.parse(read(half, `statements/${name}`)) as StatementLabels;
      const text = read(half, `statements/${name.replace('.json', '.txt')}`);
      return {
        id: labels.id,
        kind: 'statement',
        text,
        segments: labels.flags.flatMap((flag) => placeOf(text, flag)),
        flags: labels.flags.map(({ type }) => type),
        why: labels.why,
        question: '',
        parts: Object.fromEntries(
          Object.entries(labels.parts).map(([part, { status }]) => [part, status]),
        ),
        inOrder: labels.inOrder,
        judged: true,
      };
    });
}

function placeOf(text: string, { type, quote }: StatementLabels['flags'][number]): Labelled[] {
  const start = text.indexOf(quote);
  const roles = { blame: ['b'], oversharing: ['h'] }[type] as Labelled['roles'] | undefined;
  return roles && quote ? [{ roles, start, end: start + quote.length }] : [];
}

function answers(half: WholeHalf): Case[] {
  return read(half, 'answers.jsonl')
    .trim()
    .split('\n')
    .map((line) => {
      const { id, question, answer, flags, why } = JSON.parse(line);
      const rest = { segments: [], parts: {}, inOrder: true, judged: true };
      return { id, kind: 'answer', text: answer, question, flags, why, ...rest };
    });
}

import { readdirSync, readFileSync } from 'node:fs';
import type { Case, Labelled } from './cases.ts';

const FOLDER = new URL('./fresh/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

interface StatementLabels {
  id: string;
  parts: Record<string, { status: string }>;
  inOrder: boolean;
  flags: Array<{ type: string; quote: string }>;
  why: string;
}

/**
 * The fresh cases, written by somebody who had seen neither the code nor any other case, and only
 * ever reported. They are labelled as a whole, so only what is flagged has a place.
 */
export function loadFreshCases(kind: Case['kind']): Case[] {
  return kind === 'statement' ? statements() : answers();
}

function statements(): Case[] {
  return readdirSync(new URL('statements/', FOLDER))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const labels = JSON.parse(read(`statements/${name}`)) as StatementLabels;
      const text = read(`statements/${name.replace('.json', '.txt')}`);
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

function answers(): Case[] {
  return read('answers.jsonl')
    .trim()
    .split('\n')
    .map((line) => {
      const { id, question, answer, flags, why } = JSON.parse(line);
      const rest = { segments: [], parts: {}, inOrder: true, judged: true };
      return { id, kind: 'answer', text: answer, question, flags, why, ...rest };
    });
}

import { readFileSync, writeFileSync } from 'node:fs';
import type { Probabilities } from '../../../src/coach/reading/context.ts';

/** What models said of each development case that they had not been fitted on. */
export interface HeldOut {
  /** Each sentence by role, and the whole. */
  readings: ReadonlyArray<{ text: string; sentences: Probabilities[]; whole: Probabilities }>;
  messages: ReadonlyArray<{ text: string; p: number }>;
}

const FILE = new URL('../develop/held-out.json', import.meta.url);
/** Steps of a probability that are kept: finer ones change no verdict. */
const STEPS = 65_535;

interface Kept {
  /** By the mark of a text: its rows as two bytes a probability, in base64. */
  readings: Record<string, [sentences: string, whole: string]>;
  /** By the mark of a text: its probability, in steps. */
  messages: Record<string, number>;
}

export function keepHeldOut({ readings, messages }: HeldOut): void {
  const lines = readings.map(
    ({ text, sentences, whole }) =>
      `"${markOf(text)}":["${packed(sentences.flat())}","${packed(whole)}"]`,
  );
  const chances = messages.map(({ text, p }) => `"${markOf(text)}":${Math.round(p * STEPS)}`);
  writeFileSync(
    FILE,
    `{"readings":{\n${lines.join(',\n')}\n},\n"messages":{${[...new Set(chances)].join(',')}}}\n`,
  );
}

/** Finds what is kept for a text; undefined for one that is newer than the weights, or was changed since. */
export interface HeldOutJudgments {
  reading(text: string, labels: number): { rows: number[][]; whole: number[] } | undefined;
  chance(text: string): number | undefined;
}

export function loadHeldOut(): HeldOutJudgments {
  const { readings, messages } = JSON.parse(readFileSync(FILE, 'utf8')) as Kept;
  return {
    reading(text, labels) {
      const found = readings[markOf(text)];
      if (!found) return undefined;
      const [sentences, whole] = found;
      const flat = unpacked(sentences);
      const rows = Array.from({ length: flat.length / labels }, (_, i) =>
        flat.slice(i * labels, (i + 1) * labels),
      );
      return { rows, whole: unpacked(whole) };
    },
    chance(text) {
      const steps = messages[markOf(text)];
      return steps === undefined ? undefined : steps / STEPS;
    },
  };
}

function packed(row: Probabilities): string {
  return Buffer.from(Uint16Array.from(row, (p) => Math.round(p * STEPS)).buffer).toString('base64');
}

function unpacked(base64: string): number[] {
  const bytes = Buffer.from(base64, 'base64');
  return Array.from({ length: bytes.length / 2 }, (_, i) => bytes.readUInt16LE(2 * i) / STEPS);
}

/** Tells one text from another (FNV-1a, 32 bits). */
function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193);
  return mark >>> 0;
}

import { readFileSync, writeFileSync } from 'node:fs';
import type { Half } from './cases.ts';
import type { Figure } from './figures.ts';

const FILE = new URL('./agreed.json', import.meta.url);

/** For each half and figure the value that was last agreed on, with rules alone. */
export type Agreed = Record<string, Record<string, number>>;

/** The halves that are guarded. The development half is not: the weights were fitted on it. */
export const GUARDED = ['report', 'fresh', 'last'] as const satisfies readonly Half[];

/** A figure that rests on fewer cases than this may fall by the weight of one of them. */
const TINY = 20;

/**
 * Each figure that is worse than agreed, one line each. A figure must be as good as it was, to the
 * third decimal; where it rests on fewer than 20 cases one of them more may go wrong (1 divided by
 * the number of cases), because there a change that helps elsewhere often moves one case. A figure
 * that was never agreed on, or is gone, is a line too. The figures are written anew on purpose, with
 * `npm run eval -- --agree`, so that whoever lowers one shows it in the diff.
 */
export function fallen(
  half: string,
  figures: readonly Figure[],
  agreed: Record<string, number>,
): string[] {
  const measured = new Set(figures.map(({ name }) => name));
  const gone = Object.keys(agreed).filter((name) => !measured.has(name));
  return [
    ...gone.map((name) => `${half}: "${name}" is agreed on and no longer measured`),
    ...figures.flatMap(({ name, value, of, better }) => {
      const before = agreed[name];
      if (before === undefined) return [`${half}: "${name}" is not agreed on yet`];
      const margin = of < TINY ? 1 / of : 0;
      const worse = better === 'higher' ? before - value : value - before;
      if (worse <= margin + 0.001) return [];
      return [`${half}: ${name} is ${value.toFixed(3)}, agreed ${before.toFixed(3)}`];
    }),
  ];
}

export function loadAgreed(): Agreed {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Agreed;
}

/** Figures of nothing (no case) are left out. */
export function agreeOn(halves: ReadonlyArray<{ name: string; figures: readonly Figure[] }>): void {
  const agreed: Agreed = Object.fromEntries(
    halves.map(({ name, figures }) => [
      name,
      Object.fromEntries(
        figures.map((figure) => [figure.name, Math.round(figure.value * 1000) / 1000]),
      ),
    ]),
  );
  writeFileSync(FILE, `${JSON.stringify(agreed, null, 2)}\n`);
}

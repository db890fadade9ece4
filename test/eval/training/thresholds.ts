/** A judgment that was made without having seen its case: the probability, and what is true (0, 0.5, 1). */
export interface Judged {
  p: number;
  target: number;
}

/**
 * The threshold with the best F1, undecided cases left out. Where several are as good, the middle
 * of them; `caution` above 1 weighs a false alarm heavier than a miss.
 */
export function bestThreshold(judged: readonly Judged[], caution: number): number {
  const decided = judged.filter(({ target }) => target !== 0.5);
  const scored: Array<{ at: number; f: number }> = [];
  for (let at = 0.1; at <= 0.9; at += 0.01) scored.push({ at, f: score(decided, at, caution) });
  const most = Math.max(...scored.map(({ f }) => f));
  const best = scored.filter(({ f }) => f > most - 0.005);
  return Math.round(((best[0]?.at ?? 0.5) + (best.at(-1)?.at ?? 0.5)) * 50) / 100;
}

function score(decided: readonly Judged[], at: number, caution: number): number {
  let [hit, alarm, miss] = [0, 0, 0];
  for (const { p, target } of decided) {
    if (p >= at) target ? hit++ : alarm++;
    else if (target) miss++;
  }
  return hit ? (2 * hit) / (2 * hit + caution * alarm + miss) : 0;
}

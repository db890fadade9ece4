import { type Criterion, type Finding, findingOf } from '../finding.ts';
import { overlap, type Span } from '../text/span.ts';
import type { Anchor } from './anchor.ts';
import { questionFit } from './remark.ts';
import type { FlagVerdict, RuleVerdicts } from './verdicts.ts';

/** Quotes of one flag beyond this many would only repeat it. */
const MOST_QUOTES = 3;

export interface Merging {
  text: string;
  anchor: Anchor;
  /** What the rules found, in the order in which the model was shown it as `r1`, `r2`, …. */
  rules: readonly Finding[];
  verdicts: { rules: RuleVerdicts; flags: readonly FlagVerdict[] };
  /** Flags that rest on counting or on safety: a model may add them, and never take them away. */
  fixed: ReadonlySet<string>;
  /** Flags of omission, which have no quote. */
  absent: ReadonlySet<string>;
  criteria: ReadonlyMap<string, Criterion>;
  /** The flags in the order in which to mend them, with their level. */
  order: ReadonlyArray<{ flag: string; level: Finding['level'] }>;
  vocabulary: ReadonlySet<string>;
}

interface Weighed extends Merging {
  /** The text talks to its reviewer: then nothing is dismissed, and nothing of the model's wording is shown. */
  hostile: boolean;
}

/**
 * Rules propose, the model disposes and adds. A rule's finding goes if the model dismisses it for
 * a reason; the model's own findings come with a quote that stands in the text, or not at all. A
 * model that quotes an innocent sentence for a fault can't be told from one that reads better than
 * the rules; what it can do at worst is raise a flag of the rubric, in the rubric's words. Tells
 * too whether the text is `hostile`, for what else a model says of it.
 */
export function mergeFindings(merging: Merging): { findings: Finding[]; hostile: boolean } {
  const { rules, verdicts, order, criteria, absent, text, anchor } = merging;
  const hostile = isHostile(merging);
  const weighed = { ...merging, hostile };
  const findings = order.flatMap(({ flag, level }) => {
    const verdict = verdictOn(flag, verdicts.flags);
    const kept = rules.filter((finding, i) => finding.flag === flag && !isDismissed(weighed, i));
    const criterion = criteria.get(flag);
    if (!criterion || !verdict?.holds) return worded(kept, verdict, weighed);
    if (absent.has(flag)) {
      const own = findingOf(text, criterion, level, 'absent');
      return worded(kept.length ? kept : [own], verdict, weighed);
    }
    const spans = verdict.quotes.flatMap((quote) => anchor(quote) ?? []).slice(0, MOST_QUOTES);
    const own = distinct(spans).map((span) => findingOf(text, criterion, level, span));
    const rest = kept.filter((finding) => !own.some((one) => overlap(one, finding)));
    const all = hostile
      ? [...kept, ...own.filter((o) => !kept.some((k) => overlap(k, o)))]
      : [...own, ...rest];
    return worded(all.slice(0, Math.max(MOST_QUOTES, kept.length)), verdict, weighed);
  });
  return { findings, hostile };
}

/** A model may give a flag an entry for each of its quotes: together they are one verdict. */
function verdictOn(flag: string, verdicts: readonly FlagVerdict[]): FlagVerdict | undefined {
  const [first, ...more] = verdicts
    .filter((one) => one.flag === flag)
    .sort((a, b) => Number(b.holds) - Number(a.holds));
  if (!first) return undefined;
  const same = more.filter(({ holds }) => holds === first.holds);
  return { ...first, quotes: [...first.quotes, ...same.flatMap(({ quotes }) => quotes)] };
}

/**
 * Whether a text talks to its reviewer, by the rules or by the model that read it, or seems to have
 * been obeyed.
 */
function isHostile({ rules, verdicts, fixed, anchor }: Merging): boolean {
  return (
    takesAllBack(rules, verdicts, fixed) ||
    rules.some(({ flag }) => flag === 'addresses-reviewer') ||
    verdicts.flags.some(
      ({ flag, holds, quotes }) => flag === 'addresses-reviewer' && holds && quotes.some(anchor),
    )
  );
}

/**
 * Whether a judgment takes back several flags and puts none in their place. Rules are wrong now
 * and then, but hardly all at once: such a judgment is likelier to have been talked into it.
 */
function takesAllBack(
  rules: readonly Finding[],
  verdicts: Merging['verdicts'],
  fixed: ReadonlySet<string>,
): boolean {
  const open = new Set(
    rules.flatMap(({ flag, level }) => (level === 'fault' && !fixed.has(flag) ? [flag] : [])),
  );
  const dismissed = new Set(
    rules.flatMap(({ flag }, i) =>
      isDismissed({ rules, verdicts, fixed, hostile: false }, i) ? [flag] : [],
    ),
  );
  return (
    open.size > 1 &&
    [...open].every((flag) => dismissed.has(flag)) &&
    !verdicts.flags.some(({ holds }) => holds)
  );
}

function isDismissed(
  { rules, verdicts, fixed, hostile }: Pick<Weighed, 'rules' | 'verdicts' | 'fixed' | 'hostile'>,
  i: number,
): boolean {
  const { flag } = rules[i] as Finding;
  if (hostile || fixed.has(flag)) return false;
  const said = verdicts.rules.find(({ finding }) => finding.trim().toLowerCase() === `r${i + 1}`);
  const whole = verdictOn(flag, verdicts.flags);
  if (said) return said.verdict === 'dismiss' && said.reason !== 'meets-the-criterion';
  return whole?.holds === false && whole.reason !== 'meets-the-criterion';
}

/** With the model's question in the place of the rubric's, where it may be shown. */
function worded(
  findings: Finding[],
  verdict: FlagVerdict | undefined,
  { text, vocabulary, hostile }: Weighed,
): Finding[] {
  const question =
    hostile || !verdict ? undefined : questionFit(verdict.question, { theirs: text, vocabulary });
  return question ? findings.map((finding) => ({ ...finding, question })) : findings;
}

function distinct(spans: readonly Span[]): Span[] {
  return spans.filter((span, i) => !spans.slice(0, i).some((other) => overlap(span, other)));
}

/** Whether a finding quotes any of a stretch: what is faulted is not praised. */
export function isFaulted(span: Span, findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.quote && overlap(finding, span));
}

/** The rules' findings as the model is shown them, a line each; those that stand whatever it says are not. */
export function ruleLines(rules: readonly Finding[], fixed: ReadonlySet<string>): string {
  const lines = rules.flatMap(({ flag, quote }, i) =>
    fixed.has(flag)
      ? []
      : `r${i + 1} | ${flag} | ${quote ? JSON.stringify(quote) : 'something absent'}`,
  );
  return lines.join('\n') || 'none';
}

import type { Explained, Explanation, Sign } from '../../coach/explain.ts';
import type { Criterion } from '../../coach/finding.ts';
import { quoted, type Style } from '../style.ts';
import { heading } from './common.ts';

/** The rubric's words for parts and flags. */
export interface ExplainTexts {
  parts: ReadonlyMap<string, Criterion>;
  flags: ReadonlyMap<string, Criterion>;
}

/** What speaks less than this for something that isn't there is not shown. */
const HARDLY = 0.05;

const LEGEND =
  'For who edits the rubric. Each figure is a probability from 0 to 1: beside a sentence, that it does what is said of it; above, that the part is missing or the flag holds, and from where on that counts. + speaks for it, - against.';

/** Why a draft was judged as it was: each part, each flag that was weighed, and what was not found. */
export function viewExplanation(
  { parts, flags }: Explanation,
  texts: ExplainTexts,
  style: Style,
): string {
  const weighed = flags.filter(({ verdict, probability }) => verdict === 'raised' || probability);
  const absent = flags.filter((flag) => !weighed.includes(flag));
  const blocks = [
    ...parts.map((part) => block(part, 'missing', texts.parts, style)),
    ...weighed.map((flag) => block(flag, 'holds', texts.flags, style)),
    style.wrap(`Looked for and not found: ${absent.map(named).join(', ')}.`, 2),
  ];
  const title = `${heading('Why it was judged so', style)}\n${style.dim(style.wrap(LEGEND, 2))}`;
  return [title, ...blocks].join('\n\n');
}

function block(
  item: Explained<string>,
  what: string,
  criteria: ReadonlyMap<string, Criterion>,
  style: Style,
): string {
  const { id, verdict, probability, threshold, count } = item;
  const label = criteria.get(id)?.label;
  const whole =
    probability === null || threshold === null
      ? ''
      : `${what}: ${probability.toFixed(2)}, counts from ${threshold.toFixed(2)}`;
  return [
    style.wrap(`${style.bold(label ? `${label} (${id})` : id)}: ${verdict}`, 2),
    whole && style.wrap(whole, 4),
    count && style.wrap(counted(count), 4),
    ...item.for
      .filter(({ probability: sure }) => sure >= HARDLY || verdict === 'raised')
      .map((sign) => viewSign('+', sign, style)),
    ...item.against.map((sign) => viewSign('-', sign, style)),
  ]
    .filter(Boolean)
    .join('\n');
}

function viewSign(mark: '+' | '-', { quote, does, probability }: Sign, style: Style): string {
  const text = `${style.accent(quoted(quote, 110))} ${does}`;
  return style.wrap(text, 11, `    ${mark} ${probability.toFixed(2)}`);
}

const counted = ({ value, most, unit }: NonNullable<Explained<string>['count']>) =>
  `${value.toLocaleString('en-US')} of at most ${most.toLocaleString('en-US')} ${unit}`;

const named = ({ id, count }: Explained<string>) => (count ? `${id} (${counted(count)})` : id);

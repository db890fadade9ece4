import {
  ABROAD,
  DISREGARD,
  FLAGGING,
  ITS_WORK,
  JUDGE,
  JUDGING,
  MACHINE,
  ORDER,
  RESULT,
  RULES,
  THIS_TEXT,
} from './addressed-words.ts';
import { plainForm } from './plain-form.ts';

/** At most so much is between two things that belong together, in one sentence. */
const NEAR = '[^.!?\\n]{0,80}?';

/** Where an order stands: at the head of a clause, or after what makes one of it. */
const HEAD =
  '(?:^[^a-z0-9]{0,9}|[.!?:;\\n"”\'’)\\]—–*>-][^a-z0-9]{0,5}|,\\s?(?:and |then |so |but )?|\\b(?:please|now|instead|kindly|also|just|simply|first|then|always|must|should|shall|will|can|may|could you|would you|to you|need to|have to|want you to|need you to|you to|it to|required to|instructed to|agrees to|going to|are to|is to|so|and|beg|reviewers?|graders?|evaluators?|assistant|ai) )';
/** Words that may come before the order of a sentence. */
const AT_ONCE =
  '^[^a-z0-9]{0,9}(?:(?:please|now|instead|kindly|also|just|simply|then|important|note|attention|urgent|ps|p\\.s\\.|ok|okay|hey|hi|hello|dear)[\\s,:!.]{1,4}){0,3}';

const NAMES_JUDGE = new RegExp(`(?<![\\w-])(?:${JUDGE})(?![\\w-])`, 'i');

/**
 * Any of these, and a sentence speaks to its judge. Each needs two things that honest sentences
 * have one of at a time: "ignore the noise", "a rubric that I wrote", "my score was a 208". A long
 * pattern is compiled only where a short one is found first: most drafts never need it.
 */
const SPEAKS: ReadonlyArray<RegExp | readonly [first: RegExp, whole: RegExp]> = [
  // An order about the rules of the review, or for a result.
  new RegExp(`${HEAD}(?:${DISREGARD})(?![\\w-])${NEAR}(?<![\\w-])(?:${RULES})(?![\\w-])`, 'i'),
  [
    new RegExp(`${AT_ONCE}(?:${ORDER})(?![\\w-])`, 'i'),
    new RegExp(
      `${AT_ONCE}(?:${ORDER})(?![\\w-])${NEAR}(?<![\\w-])(?:${RULES}|${RESULT}|${ITS_WORK})(?![\\w-])`,
      'i',
    ),
  ],
  new RegExp(`${HEAD}(?:${FLAGGING})(?![\\w-])`, 'i'),
  // Who judges, told of rules, a result or this text.
  [
    NAMES_JUDGE,
    new RegExp(
      `(?<![\\w-])(?:${JUDGE})(?![\\w-])${NEAR}(?<![\\w-])(?:${ORDER})(?![\\w-])${NEAR}(?<![\\w-])(?:${RULES}|${RESULT}|${THIS_TEXT})(?![\\w-])`,
      'i',
    ),
  ],
  [
    NAMES_JUDGE,
    new RegExp(
      `(?<![\\w-])(?:${JUDGE})[,:]? (?:please |kindly )?(?:${JUDGING})(?![\\w-])${NEAR}(?<![\\w-])(?:${RESULT}|${THIS_TEXT})(?![\\w-])`,
      'i',
    ),
  ],
  /\b(?:note|message|word|instructions?|hint) (?:for|to) (?:the |any |all )?(?:ai|language model|model|bot|reviewers?|graders?|evaluators?|raters?|assistant)\b/i,
  /^\W{0,5}(?:(?:to|dear|hey|hello|attention) (?:the |any |all )?(?:ai|llm|language model|model|bot|assistant|chat ?gpt|claude|gemini)s?|(?:to|attention) (?:the |any |all )?(?:reviewer|grader|evaluator|rater)s?)\b/i,
  /\b(?:if|when|since|any|the|an) (?:\w+ )?(?:ai|llm|language model|chat ?bot)s? (?:is|are) (?:reading|reviewing|grading|judging|scoring) (?:this|it)\b/i,
  /\b(?:i|we) (?:hereby )?(?:instruct|order|command|authori[sz]e|require) (?:you|the (?:ai|model|reviewer|grader|evaluator|bot))\b/i,
  /\b(?:the|any|all) (?:ai|model|grader|reviewer|evaluator|bot)s? (?:will|must|should|shall) (?:now |always |then |also )?(?:output|print|mark|rate|return|say|give|approve|ignore|disregard)\b/i,
  // The judge as "you", with its rules or a role.
  new RegExp(`\\byou(?:r|'re|'ll|rself)?\\b${NEAR}(?<![\\w-])(?:${RULES})(?![\\w-])`, 'i'),
  /\byour (?:\w+ )?(?:instructions?|prompts?|guidelines|rubric|system prompt|training data|programming|temperature|strictness|output|api key)\b/i,
  new RegExp(
    `\\b(?:you(?:'re| are)|from (?:here|now) on|pretend|act as|role-?play)(?: now| no longer| only| just| actually| really)? ${NEAR}(?<![\\w-])(?:ai|model|assistant|(?:chat ?)?bot|grader|reviewer|evaluator|critic|dan|ghostwriter|copywriter|persona|advocate|interviewer)(?![\\w-])`,
    'i',
  ),
  new RegExp(
    `\\byou (?:are|were|will|would|must|should|promised|agreed)\\b${NEAR}(?<![\\w-])(?:${RESULT})(?![\\w-])`,
    'i',
  ),
  /\byou (?:have been|were|are) (?:now )?(?:reprogrammed|reconfigured|jailbroken|instructed|told|given new|authori[sz]ed)\b.{0,40}\b(?:to|instructions?)\b/i,
  // What is to be done with this text, or not.
  new RegExp(
    `(?<![\\w-])(?:${THIS_TEXT}|flags?|parts?)(?![\\w-])${NEAR}\\b(?:must|should|shall|may|need|is|are)(?: not| n't)? (?:not )?(?:to )?be (?:${JUDGING}|removed|ignored|left out|considered)(?![\\w-])`,
    'i',
  ),
  new RegExp(
    `${AT_ONCE}(?:rate|score|grade|approve|praise|mark|flag|rewrite|improve|judge|evaluate|analy[sz]e)(?![\\w-]) (?:${THIS_TEXT}|this|all|every|each|everything|it)(?![\\w-])`,
    'i',
  ),
  /^\W{0,5}(?:please )?(?:stop|end|cease|skip|pause) (?:the )?(?:review|reviewing|grading|judging|evaluating|evaluation|assessment|interview)\b/i,
  new RegExp(
    `${HEAD}(?:record|mark|set|treat|count|label)(?![\\w-])${NEAR}\\bas (?:present|met|passed|approved|meeting|the growth|the vignette|the vision)\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:ai|reviewers?|graders?|evaluators?|models?)\\b${NEAR}(?:${RESULT})${NEAR}[;,.] ?(?:do the same|follow|so should you)`,
    'i',
  ),
  /\bkeep (?:your|the) (?:feedback|review|answer|output|response)\b|\bas yourself\b|\b(?:leave|stay in|drop) (?:your|the) role\b|\bjust chat\b|\bsay \w{4,20} in every\b/i,
];

const ALONE: readonly RegExp[] = [...MACHINE, ...ABROAD];
const TOGETHER: ReadonlyArray<readonly RegExp[]> = SPEAKS.map((speaks) => [speaks].flat());

/** A sentence is looked at in stretches of so many characters, each a little over the last. */
const STRETCH = 600;
const OVER = 120;

/**
 * Whether a sentence speaks to whoever judges the text, be it a person or a model: an order about
 * the review, a claim on the judge's role, or the markup of a chat. A draft that does so is text
 * like any other; what it says is shown to its writer and obeyed by nobody. It goes by wordings,
 * so an attack in wordings of its own passes: what keeps it harmless is that no result holds more
 * than quotes, words of the rubric and a question (`findings.ts`, `remark.ts`).
 */
export function addressesJudge(sentence: string): boolean {
  for (let at = 0; at === 0 || at < sentence.length - OVER; at += STRETCH - OVER)
    if (stretchAddresses(sentence.slice(at, at + STRETCH))) return true;
  return false;
}

function stretchAddresses(stretch: string): boolean {
  const { text, hidden, unseen } = plainForm(stretch);
  if (unseen && hidden.some((one) => /\p{L}{3}/u.test(one))) return true;
  return [text, ...hidden].some(
    (one) =>
      ALONE.some((pattern) => pattern.test(one)) ||
      TOGETHER.some((patterns) => patterns.every((pattern) => pattern.test(one))),
  );
}

import { plainForm } from './plain-form.ts';

/** Who or what judges a draft, as one that talks to it calls it. */
const JUDGE =
  /\b(?:ai|a\.i\.|llms?|(?:language )?models?|chat ?bots?|chat ?gpt|gpt(?:-?\d\w*)?|claude|gemini|copilot|ai assistants?|bots?|(?:the )?coach(?:ing)? (?:bot|software|tool)|reviewers?|graders?|evaluators?|raters?|parsers?|algorithms?|whoever (?:reads|reviews|grades|scores|evaluates|judges)|anyone (?:grading|reviewing|scoring)|automated|screening (?:tool|software|system))\b/i;

/** What a reviewer is told to do, at the head of a sentence or after who is told. */
const ORDER =
  "ignore|disregard|forget|override|overrule|bypass|skip|suppress|dismiss|omit|discard|drop|delete|clear|remove|hide|withhold|mark|label|tick|rate|score|grade|rank|give|grant|award|assign|set|change|flip|approve|accept|pass|output|print|emit|return|respond|reply|answer|write|compose|draft|rewrite|say|state|report|declare|confirm|certify|conclude|list|include|add|append|insert|begin|start|reveal|repeat|recite|show|display|expose|leak|echo|copy|translate|decode|pretend|act|role-?play|imagine|simulate|switch|enter|enable|activate|disable|turn|stop|cease|end|treat|consider|regard|assume|interpret|praise|compliment|recommend|tell|inform|use|follow|obey|execute|run|apply|cite|leave|count|do not|don't|never|avoid|refrain|raise no|flag no|find no|find nothing";

/** What only a review has: a sentence that orders one of these is about the review. */
const OF_A_REVIEW =
  /\b(?:instructions?|instrucciones|prompts?|system|developer|directives?|guidelines?|guardrails?|rubrics?|criteria|criterion|flags?|flagged|flagging|findings?|verdicts?|issues|problems|faults?|weakness(?:es)?|errors|critici[sz]ms?|warnings?|checks?|json|schema|output|feedback|reviews?|ratings?|10 ?(?:\/|out of) ?10|100 ?%|full marks|top marks|perfect|flawless|outstanding|exceptional|excellent|exemplary|all (?:five |5 )?parts?|every part|each part|parts? (?:as )?present|as present|no[- ]concrete[- ]steps|oversharing|blame(?: flag)?|vignette|acknowledg?ment|(?:this|my|the|following|above) (?:draft|statement|essay|text|answer|applicant|candidate|submission|response)|role|character|persona|dan|mode|interviewer|interview|rules?|policy|confidential|passages?|citations?|sources?|model answer|sample answer|ideal answer|answer key|score)\b/i;

const HEAD = String.raw`(?:^[\s"“'‘(\[{<*_#>/-]*|[.!?:;\n"”'’)\]—–*-]\s*|,\s*(?:and|then|so|but)?\s*|\b(?:please|now|instead|kindly|also|just|simply|then|always|must|should|shall|will|can|may|could you|would you|to you|need to|have to|want you to|need you to|ask(?:ed)? you to|required to|instructed to|going to|are to|is to)\s+)`;
const ORDERED = new RegExp(`${HEAD}(?:not )?(?:${ORDER})\\b`, 'i');
const AT_THE_HEAD = new RegExp(
  `^[\\s"“'‘([{<*_#>/-]*(?:(?:please|now|instead|kindly|also|just|simply|then|important|note|attention|urgent|ps|p\\.s\\.|ok|okay|hey|hi|hello|dear)[\\s,:!.]+){0,3}(?:${ORDER})\\b`,
  'i',
);
/** What is said of nothing but a review; ordered anywhere in a sentence, it is an order about one. */
const OF_A_REVIEW_ALONE =
  /\b(?:no|any|all|every|each|zero|an? empty(?: list of)?|the)\s+(?:\w+\s+)?(?:flags?|findings?|faults|weaknesses|criticisms?|blame check)\b|\b(?:perfect|full|top|highest|maximum|glowing|positive|favou?rable|flawless)\s+(?:score|marks?|ratings?|reviews?|summary|feedback|evaluation)\b|\b(?:rubric|output|verdict|passage p\d+|citations?|model answer|ideal answer|everything above|above this line|blame check|no-concrete-steps|no-pivot|no-ownership)\b|\b(?:parts?|all|everything|it|status(?:es)?)\b[^.!?\n]{0,20}\b(?:as|to)\s+(?:present|missing|met|meeting|not raised|passed)\b|\b(?:flag|raise) (?:it|this|that|them|anything|the flag)\b|\b(?:your|the) role\b[^.!?\n]{0,20}\b(?:interviewer|coach|reviewer)\b|\bas yourself\b|\bjust chat\b/i;
/** Spoken to, and not of: nobody says "you" to an admissions reader with an order after it. */
const TO_YOU =
  /\b(?:you(?:r|'re|'ll)?|yourself)\b[^.!?\n]{0,60}\b(?:instructions?|prompts?|system message|guidelines|training|programming|developers?|creators?|openai|anthropic|rubric|role|persona|task|json|output|restrictions?|filters?|safety|rules)\b/i;
const YOU_ARE =
  /\byou(?:'re| are)(?: now| no longer| only| just| hereby| actually| really)? (?:an?|the|in|free|to|my|dan|jailbroken|unrestricted|required|instructed|authori[sz]ed|not (?:an?|bound|allowed|to))\b[^.!?\n]{0,60}\b(?:ai|model|assistant|bot|grader|reviewer|evaluator|mode|rules|restrictions|instructions|coach|critic|dan|friend|ghostwriter|copywriter|editor|persona|character|praise|mark|rate|score)\b/i;

/** What no writer of a statement types: leftovers of a chat, or what pretends to be one. */
const MACHINE = [
  /<\|?\/?(?:im_start|im_end|system|user|assistant|endoftext|end|instructions?|prompt|draft|answer|question|material|findings|passages?|admin|tool|function)[\w-]*\|?\/?>/i,
  /\[\/?(?:inst|sys|system|admin|override|instructions?|assistant|end of (?:draft|material|text|statement|input))\]|<<\/?sys>>|###+\s*(?:system|instructions?|assistant|response|new)\b/i,
  /["'](?:role|status|verdict|holds|flags|findings|parts|covers|danger)["']\s*:\s*["'[{tfn\d]/i,
  /\b(?:system|developer|admin(?:istrator)?|root|moderator) ?(?:prompt|message|override|note|notice|instructions?|mode|command|access)\b/i,
  /\b(?:begin|end) (?:of )?(?:system|instructions?|override|prompt|draft|statement|material|input|rubric|text)\b[^a-z]/i,
  /\b(?:prompt injection|jailbr(?:eak|oken)|developer mode|debug mode|god mode|sudo)\b/i,
  /\bas an ai(?=,| (?:language )?(?:model|assistant|system|reviewer|grader)\b)|\bas an? (?:large )?(?:language model|llm|chatbot)\b|\bnew instructions?:/i,
  /\b(?:sure|certainly|of course)[,!.]? here(?:'s| is) (?:your|the|a|an) (?:revised|polished|improved|updated|rewritten|draft|statement|essay|version)\b/i,
  /```\s*(?:system|instructions?|prompt)/i,
  /\{\{[^}]*\}\}|\{%[^%]*%\}|\$\{[^}]*\}/,
];
/** The same in the languages that are met most. */
const ABROAD =
  /\b(?:ignor(?:a|en|ez|ieren?|iere|e(?= (?:les|tes|vos|toutes|las|todas|as|os)\b))|olvida|oublie[zr]?|vergiss|desconsidere|d[ée]sobe\w*|omita)\b[^.!?\n]{0,50}\b(?:instruc\w+|instruktion\w*|anweisung\w*|r[eè]gles?|reglas|regeln|regras|consignes?)|(?:忽略|无视|忽视)[^。]{0,12}(?:指令|指示|说明|规则)|игнорируй\S*[^.]{0,40}инструкци|تجاهل[^.]{0,40}(?:التعليمات|الأوامر)|(?:पिछले|सभी)[^।]{0,30}निर्देश/i;

/**
 * Whether a sentence speaks to whoever judges the text, be it a person or a model: an order about
 * the review, a claim on the reviewer's role, or the markup of a chat. A draft that does so is
 * text like any other; what it says is shown to its writer and obeyed by nobody.
 */
export function addressesJudge(sentence: string): boolean {
  const plain = plainForm(sentence);
  return (
    [plain.text, ...plain.hidden].some((text) => {
      if (MACHINE.some((pattern) => pattern.test(text)) || ABROAD.test(text)) return true;
      if (YOU_ARE.test(text)) return true;
      const ordered = ORDERED.test(text);
      if (ordered && (TO_YOU.test(text) || OF_A_REVIEW_ALONE.test(text))) return true;
      if (ordered && JUDGE.test(text) && OF_A_REVIEW.test(text)) return true;
      return AT_THE_HEAD.test(text) && OF_A_REVIEW.test(text);
    }) || plain.hidden.some((text) => text.length > 3 && /\p{L}{3}/u.test(text) && plain.unseen)
  );
}

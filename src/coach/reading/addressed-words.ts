/**
 * The words by which a text shows that it talks to whoever judges it, list by list; `addressed.ts`
 * says which of them together do. A phrase is a regular expression without quantifiers that grow.
 */
const list = (words: string) =>
  words
    .trim()
    .split(/\s*[\n;]\s*/)
    .join('|');

/** Who or what judges a draft, as one that talks to it calls it. */
export const JUDGE = list(`
  an? ai|the ai|ai|a\\.i\\.; ais; llms?; language models?; the model; chat ?bots?; chat ?gpt; gpt(?:-?\\d\\w?)?; claude; gemini; copilot
  ai assistants?; assistant; bots?; coach(?:ing)? (?:bot|software|tool); reviewers?; graders?; evaluators?; raters?; parsers?; judges?
  (?:whoever|anyone|anybody|who) (?:reads|reviews?|grades?|scores?|evaluates?|judges?|is reviewing|is grading); anyone (?:grading|reviewing|scoring)
  automated (?:systems?|reviewers?|tools?); screening (?:tools?|software|systems?); grading (?:tools?|software|systems?); the committee has`);

/** What a judge is told to do with its rules. */
export const DISREGARD = list(`
  ignore; disregard; forget; override; overrule; bypass; skip; suppress; drop; abandon; suspend; replace; waive; do not apply; don't apply; stop (?:using|applying|following)`);

/** What only a judge is told to do. */
export const ORDER = list(`
  ignore; disregard; override; bypass; skip; suppress; dismiss; omit; discard; drop; delete; clear; remove; hide; withhold
  mark; label; tick; rate; score; grade; rank; give; grant; award; assign; set; change; approve; accept; pass
  output; print; emit; return; respond; reply; answer; write; compose; draft; rewrite; say; state; report; declare; confirm; certify; conclude; record
  list; include; add; append; insert; begin; start; reveal; repeat; recite; show; display; expose; leak; echo; copy; translate; decode
  pretend; act; role-?play; imagine; simulate; switch; enter; enable; activate; disable; stop; cease; end; leave; keep
  treat; consider; regard; assume; interpret; praise; compliment; recommend; tell; inform; use; follow; obey; comply; execute; run; apply; cite; count
  find; flag; raise; mention; do not; don't(?! (?:we|you|they|i)\\b); never; avoid; refrain; be kind; be generous; be lenient; must; agrees to; is required to; are required to`);

/** The rules and the inside of a review. */
export const RULES = list(`
  (?:previous|prior|earlier|above|preceding|existing|original|initial|hidden|secret|system|developer|your|all|any|these|those|new|other) (?:\\w+ )?(?:instructions?|prompts?|directives?|guidelines?|rules|polic(?:y|ies)|criteria)
  instructions? (?:above|before|so far); system (?:prompt|message); rubrics?; grading (?:criteria|rules|policy|system); the criteri(?:a|on); guardrails; safety (?:filters?|policy|rules)
  api keys?; json; the output; your (?:output|persona|programming|restrictions?|filters?|strictness|temperature|system|developers?|creators?|task|role)
  (?:blame|oversharing|vignette|growth) (?:check|flag|criterion|section); no-concrete-steps; no-pivot; no-ownership; overlong-explanation
  everything above; above this line; below this line; model answer; sample answer; ideal answer; answer key; passage p\\d+; word count; question field`);

/** The result that is asked for. */
export const RESULT = list(`
  (?:no|any|all|every|each|zero|an? empty(?: list of)?|without) (?:\\w+ )?(?:flags?|findings|faults|weaknesses|criticisms?|issues)
  (?:the|these|raise|raised|report|find) (?:\\w+ )?(?:flags?|verdicts?)
  flag (?:nothing|it|this|that|them|anything|no \\w+|blame); (?:flag|find|report|mention) nothing; flags (?:empty|off|out|to none); empty list; no (?:problems|errors|mistakes)
  (?:perfect|full|top|highest|maximum|glowing|flawless|excellent|positive|favou?rable) (?:scores?|marks?|ratings?|reviews?|summary|feedback|evaluations?|grades?)
  10 ?(?:\\/|out of) ?10; 100 ?%; (?:as|to) (?:present|missing|met|meeting|passed|approved|excellent|flawless|perfect|outstanding|not raised); in every field
  only (?:praise|positive); one word; (?:no|not|any) criticism; the ai reviewer; praise only`);

/** The text itself, as its own subject: a reader of an application isn't told what to do with it. */
export const THIS_TEXT = list(`
  (?:this|my|the (?:following|above|present)|for the|for this) (?:draft|statement|essay|text|answer|submission|response|applicant|candidate|paragraph|document|file)
  the (?:draft|essay|submission|applicant)`);

/** What is done to a text by a judge, and by nobody else. */
export const JUDGING = list(`
  review(?:ed|ing)?; grad(?:e|ed|ing); rat(?:e|ed|ing); flag(?:ged|ging)?; scor(?:e|ed|ing); mark(?:ed)?; approv(?:e|ed); judg(?:e|ed|ing); evaluat(?:e|ed|ing); prais(?:e|ed); dismiss(?:ed)?`);

/** What is ordered of a review alone, wherever in a sentence it stands. */
export const FLAGGING = list(`
  (?:do not|don't|never) (?:flag|raise|dismiss|criticize|criticise)
  (?:output|print|emit) (?:no|an? empty|only|nothing|zero|the word)
  (?:raise|report|return) (?:no|an? empty|zero) (?:\\w+ )?(?:flags?|findings|faults|issues|problems|weaknesses|list)`);

/** What a judge makes, or keeps, that a reader has no share in. */
export const ITS_WORK = list(`
  your (?:feedback|review|reply|response|answer|evaluation|summary); (?:in|only|as) (?:pirate|french|spanish|json|rhymes?|verse|an? (?:friend|poem|character))
  (?:the|a) (?:previous|other|last) (?:applicant|candidate|user|draft|conversation); the (?:applicant|candidate) (?:to|that|:)`);

/** What no writer of a statement types: leftovers of a chat, or what pretends to be one. */
export const MACHINE: readonly RegExp[] = [
  /<\|?\/?(?:im_start|im_end|system|user|assistant|endoftext|end|instructions?|prompt|draft|answer|question|material|findings|passages?|admin|tool|function|override|verdict)[\w-]{0,20}\|?\/?>/i,
  /\[\/?(?:inst|sys|system|admin|override|instructions?|assistant|end of (?:draft|material|text|statement|input))\]|<<\/?sys>>|###+ {0,3}(?:system|instructions?|assistant|response|new)\b/i,
  /["'](?:role|status|verdict|holds|flags|findings|parts|covers|danger)["'] {0,3}: {0,3}["'[{tfn\d]/i,
  /(?:^|[;\n]) {0,3}(?:role|instructions?|verdict|holds|flags|expected[_ ]flags|reviewer[_ ]notes?|set (?:verdict|flags|parts?)) {0,3}[:=] {0,3}\S/i,
  /\b(?:system|developer|admin(?:istrator)?|root|moderator) ?(?:prompt|message|override|note|notice|instructions?|mode|command|access)\b/i,
  /\b(?:begin|end) (?:of )?(?:system|instructions?|override|prompt|draft|material|input|rubric)\b[^a-z]/i,
  /\b(?:prompt injection|red[- ]team|jailbr(?:eak|oken)|developer mode|debug mode|god mode|sudo)\b/i,
  /\bas an ai(?=,| (?:language )?(?:model|assistant|system|reviewer|grader)\b)|\bas an? (?:large )?(?:language model|llm|chatbot)\b|\bnew instructions?:/i,
  /\b(?:sure|certainly|of course)[,!.]? here(?:'s| is) (?:your|the|a|an) (?:revised|polished|improved|updated|rewritten|draft|statement|essay|version)\b/i,
  /```\s?(?:system|instructions?|prompt)|display: ?none|\brm -rf\b|\breturn \{|!\[[^\]]{0,80}\b(?:ignore|approve|rubric)\b/i,
  /^(?:assistant|user|system): ?\S/i,
  /\{\{[^}]{0,200}\}\}|\{%[^%]{0,200}%\}|\$\{[^}]{0,200}\}/,
];

/** "Ignore all previous instructions" in the languages that are met most. */
export const ABROAD: readonly RegExp[] = [
  /\b(?:ignor(?:a|en|ez|ieren?|iere|e(?= (?:les|tes|vos|toutes|las|todas|as|os)\b))|olvida|oublie[zr]?|vergiss|desconsidere|d[ée]sobe\w{0,9}|omita|zignoruj|negeer|pomiń)\b[^.!?\n]{0,50}\b(?:instruc\w{1,9}|instrukc\w{1,9}|instruktion\w{0,9}|istruzion\w|instructies|anweisung\w{0,9}|r[eè]gles?|reglas|regeln|regels|regras|consignes?|polece\w{1,5})/i,
  /(?:忽略|无视|忽视|忘记)[^。]{0,12}(?:指令|指示|说明|规则)|(?:指示|命令|ルール)[^。]{0,8}(?:無視|忘れ)|(?:지시|명령|규칙)[^.]{0,8}(?:무시|잊)/,
  /игнорируй[^.]{0,50}инструкци|تجاهل[^.]{0,40}(?:التعليمات|الأوامر)|(?:पिछले|सभी)[^।]{0,30}निर्देश|talimat[^.]{0,30}(?:yok say|unut|görmezden)/i,
];

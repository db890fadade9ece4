/** Words that praise a person or a text, or put one down. Nobody is told them by a question. */
const VERDICT =
  /\b(?:impressive\w*|excellent\w*|outstanding\w*|wonderful\w*|brilliant\w*|perfect\w*|beautiful\w*|compelling\w*|powerful\w*|remarkabl[ey]|amazing\w*|fantastic\w*|superb\w*|exceptional\w*|flawless\w*|stunning\w*|admirabl[ey]|inspiring|great(?! deal)|(?:so|very|such a|really|already) (?:strong|good)|your (?:best|strongest)|the strongest|well[- ](?:written|said|done|put|told)|lazy|laziness|stupid\w*|careless\w*|pathetic\w*|hopeless\w*|worthless|incompeten\w+|unfit|unqualified|mediocre|liars?|lying|a lie|lied|dishonest\w*|fake\w*|dumb|losers?|idiot\w*|fools?|foolish\w*|ridiculous\w*|delusional|arrogan\w+|entitled|spoil(?:ed|t)|whin(?:e|ing|y)|pointless|terrible|awful|ashamed|shameful|a failure|never match|not good enough|(?:why (?:not|don't you)|should you not|just) (?:give up|quit))\b/iu;

/** Turns of phrase that hand over a wording, or an answer, with a question mark at its end. */
const HANDING_OVER = [
  /\b(?:say|saying|write|writing|mean|put|phrase|phrasing|state|stating|admit|admitting|read|sound|word(?:ed)?) (?:it |this )?(?:that|as|like|simply|instead)\b/iu,
  /\b(?:open|begin|start|end|close) (?:it |this )?(?:with|by) \w/iu,
  /\b(?:what if|how about|why not|why don't you|perhaps|maybe|try|consider|instead of|better (?:if|to)|rephras\w+|reword\w*|replac\w+|for example|for instance|such as|did you mean|do you mean|don't you mean)\b/iu,
  // A question that expects a yes tells its answer.
  /(?:^|[,;:—-]\s*)(?:isn't|aren't|wasn't|weren't|wouldn't|shouldn't|couldn't|didn't|doesn't|hasn't|haven't|hadn't|won't) (?:it|that|this|there|the|you|your)\b|(?:^|[,;:—-]\s*)(?:is|was|are|were|would|could|should|did|does|has|have) (?:it|that|this|there|you) not\b/iu,
  /(?:^|[,;:—-]\s*)(?:can|could|would|will|should|might|may) (?:(?:it|this|that|the|your) |you (?:\w+ ){0,2}(?:say|write|open|begin|start|mention|add|include|state|own|admit|put|frame|tell|explain|describe|answer|acknowledge|take (?:full |more )?responsibility)\b)/iu,
  /\b(?:true|fair|clear|point|truth|fact|case|lesson|idea|reason|possible|honest(?: answer)?) (?:is |was |to say )?that\b/iu,
  /,\s*(?:right|correct|no|yes|don't you|didn't you|isn't it|wasn't it|will you|won't you|are you|is it|was it)\?$/iu,
];

/** Without one of these at the head of a clause, words with a question mark are a statement. */
const ASKING =
  /(?:^|[,;:—–-]\s*|\b(?:and|so|or|but|then)\s+)(?:\p{L}+ )?(?:what|which|who|whose|whom|when|where|why|how|do|does|did|is|are|was|were|has|have|had|can|could|would|will|should|might)\b/iu;

/**
 * Whether a question does nothing but ask: it judges nobody, and hands over no wording and no
 * answer. `outside` is the question without what it quotes. This goes by turns of phrase and word
 * lists: a model that is set on it can still hint, or be unkind in words that are kind elsewhere.
 */
export function onlyAsks(outside: string): boolean {
  const plain = outside.replaceAll('’', "'");
  return (
    ASKING.test(plain) &&
    !VERDICT.test(plain) &&
    !HANDING_OVER.some((pattern) => pattern.test(plain))
  );
}

import type { Check } from '../check.ts';
import { wordings } from '../wordings.ts';

const CHANGE =
  /(?:make (?:it|this|the)|adjust|revise|shorten|lengthen|expand|tailor|rewrite|refine|tweak|edit|change|polish)/
    .source;

/** What stands in a file beside the statement: a chat's words, gaps to be filled, notes, an email's head. */
const LEFTOVERS = [
  /^(?:sure|certainly|of course|absolutely)[!,.:][^\n]{0,40}\b(?:here(?:['’]s| is| are)|below (?:is|you))\b[^\n]{0,100}/gim,
  /^(?:here(?:['’]s| is)|below is) (?:an?|the|your) (?:\w+ ){0,2}(?:draft|version|statement|essay)\b[^.\n]*[.:]/gim,
  new RegExp(
    `\\b(?:let me know if you(?:['’]d| would)? (?:like|want)|would you like) me to ${CHANGE}\\b[^.?!\\n]*`,
    'gi',
  ),
  /\[(?:insert|your|program|hospital|school|institution|university|name|city|state|date|year|number|add|todo|tbd|x{2,}|fill|mentor|citation|word count)\b[^\]\n]{0,60}\]/gi,
  /\b(?:TODO|TBD|X{3,}|Lorem ipsum)\b[^.\n]{0,60}|_{4,}|\{\{[^}\n]{1,60}\}\}|<(?:insert|name|program)[^>\n]{0,40}>/g,
  /^[^\w\n]{0,3}(?:comment|note to self|note from)\b[^\n:]{0,30}:[^\n]*/gim,
  /^(?:from|to|cc|sent|subject): [^\n]*(?:\n(?:from|to|cc|sent|date|subject): [^\n]*)+|^On [^\n]{5,80} wrote:[^\S\n]*$|^> [^\n]+/gim,
];

export const leftover: Check = {
  flag: 'leftover',
  level: 'fault',
  anyText: true,
  find: ({ statement: { text } }) => wordings(text, LEFTOVERS).slice(0, 3),
};

import type { Check } from '../check.ts';

const IR =
  /\b(?:IR|VIR|interventional(?:ist|ists)?|radiolog\w+|angio\w*|embol\w+|image[- ]guided|fluoroscop\w+|catheters?|stents?|coils?)\b/i;
/** The specialties that take the most applicants from abroad, and their doctors (NRMP match tables). */
const OTHER =
  /\b(?:pa?ediatric(?:s|ian)|family (?:medicine|physician|doctor)|internal medicine|internist|psychiatr(?:y|ist)|neurolog(?:y|ist)|(?:(?:general|orthopa?edic|vascular|plastic|neuro|cardiothoracic) ?)?surge(?:ry|on)|an(?:a)?esthesiolog(?:y|ist)|emergency (?:medicine|physician)|obstetric(?:s|ian)|gyna?ecolog(?:y|ist)|patholog(?:y|ist)|dermatolog(?:y|ist)|ophthalmolog(?:y|ist)|urolog(?:y|ist)|physiatr(?:y|ist)|physical medicine)\b/
    .source;
const WANTED = new RegExp(
  `\\b(?:(?:be|being|become|becoming|pursue|pursuing|practi[sc]e|enter|choose|chose|join)|(?:career|residency|training|train|specializ\\w+|program|passion|love|future) (?:in|for)|apply(?:ing)? (?:to|for|in)|drawn to|match (?:in|into)) (?:an? |the )?(?:\\w+ )?${OTHER}`,
  'i',
);

/** Another specialty is what the draft wants, and IR is in it nowhere: it may be the wrong file. */
export const anotherSpecialty: Check = {
  flag: 'another-specialty',
  level: 'fault',
  find: ({ statement: { text, sentences } }) =>
    IR.test(text)
      ? []
      : sentences.filter(({ start, end }) => WANTED.test(text.slice(start, end))).slice(0, 1),
};

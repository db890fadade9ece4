import type { Breach } from './breach.ts';
import * as components from './components.ts';
import type { Draft, Rule } from './draft.ts';
import * as files from './files.ts';
import { allowedMentions } from './mentions.ts';
import * as text from './text.ts';
import * as v2 from './v2.ts';

/** What every message must keep, however it is sent, beyond its schema. */
const RULES: readonly Rule[] = [
  text.contentLength,
  text.displaysTotal,
  text.embedsTotal,
  text.notEmpty,
  v2.excludesContent,
  v2.needsFlag,
  v2.staysV2,
  v2.ephemeralIsFixed,
  components.componentCount,
  components.uniqueIds,
  components.rowContent,
  components.buttonShape,
  components.selects,
  files.references,
  files.fileSizes,
  files.fileCount,
  files.fileEntries,
  allowedMentions,
];

export function againstMessageRules(draft: Draft): Breach[] {
  return RULES.flatMap((rule) => rule(draft));
}

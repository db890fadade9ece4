import type { Input } from '../input.ts';
import { commandArguments, environment } from './arguments.ts';
import { files, voices } from './attachments.ts';
import { doctors } from './doctors.ts';
import { buttons, modals, options } from './interactions.ts';
import { checks, trained } from './knowledge.ts';
import { conversation, jsonLines } from './lines.ts';
import { events, messages } from './messages.ts';
import { models } from './models.ts';
import { paths } from './paths.ts';
import { pdfs } from './pdfs.ts';
import { ports } from './port.ts';
import { recordings, transcripts } from './recordings.ts';
import { stores } from './stores.ts';
import { texts } from './texts.ts';
import { wordFiles } from './word-files.ts';

/** Every hostile input, by door; a new door is one file and one line here. */
export const inputs: readonly Input[] = [
  ...commandArguments,
  ...environment,
  ...paths,
  ...texts,
  ...wordFiles,
  ...pdfs,
  ...jsonLines,
  ...conversation,
  ...recordings,
  ...transcripts,
  ...models,
  ...checks,
  ...trained,
  ...stores,
  ...doctors,
  ...options,
  ...buttons,
  ...modals,
  ...messages,
  ...events,
  ...files,
  ...voices,
  ...ports,
];

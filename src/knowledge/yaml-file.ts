import { EVENT_ID, getScalarValue, load, parseEvents, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import type { Report } from './problem.ts';

/** Parses and validates one YAML file; what is wrong is reported by line, and then it is undefined. */
export function parseYaml<T extends z.ZodType>(
  file: string,
  source: string,
  schema: T,
  report: Report,
): z.infer<T> | undefined {
  let value: unknown;
  try {
    value = source.trim() ? load(source) : null;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    report({ file, line: (error.mark?.line ?? 0) + 1, message: said(error.reason) });
    return undefined;
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // Only a file that is wrong is worth a second pass for its lines.
  const starts = source.trim() ? offsets(source) : new Map<string, number>();
  for (const { path, message } of result.error.issues) {
    const line = source.slice(0, nearest(starts, path.map(String))).split('\n').length;
    report({ file, line, message: `${path.join('.') || 'file'} ${message}` });
  }
  return undefined;
}

/** The parser's words for what an adviser is most likely to have done. */
function said(reason: string): string {
  if (reason.startsWith('unidentified alias')) return STARRED;
  if (reason === 'deficient indentation') return 'a quote or a bracket is not closed';
  return `is not YAML: ${reason}`;
}

const STARRED = 'a text that begins with * needs quotes around it';

/** Where each value begins, in UTF-16 units, by its path from the top: keys and indexes joined by a NUL. */
function offsets(source: string): Map<string, number> {
  const found = new Map<string, number>();
  /** The collections around the event: `key` is what comes next in a map, unless the key itself does. */
  const around: Array<{ path: string[]; map: boolean; key?: string | undefined; count: number }> =
    [];
  for (const event of parseEvents(source, {})) {
    const parent = around.at(-1);
    if (event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) {
      around.pop();
      continue;
    }
    if (parent?.map && parent.key === undefined && event.type === EVENT_ID.SCALAR) {
      parent.key = getScalarValue(source, event);
      continue;
    }
    const step = parent && (parent.map ? (parent.key ?? '') : String(parent.count++));
    if (parent) parent.key = undefined;
    const path = step === undefined ? [] : [...(parent?.path ?? []), step];
    const at =
      event.type === EVENT_ID.SCALAR
        ? event.valueStart
        : event.type === EVENT_ID.ALIAS
          ? event.anchorStart
          : event.start;
    found.set(path.join('\0'), at);
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      around.push({ path, map: event.type === EVENT_ID.MAPPING, count: 0 });
    }
  }
  return found;
}

/** Where the value at `path` begins, or the nearest thing around it that exists. */
function nearest(starts: ReadonlyMap<string, number>, path: readonly string[]): number {
  for (let length = path.length; length >= 0; length--) {
    const at = starts.get(path.slice(0, length).join('\0'));
    if (at !== undefined) return at;
  }
  return 0;
}

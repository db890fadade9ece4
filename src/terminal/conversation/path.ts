import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * A path as people type it, paste it or drag it into a terminal, where no shell takes away its
 * quotes and backslashes or knows what `~` is.
 */
export function pathOf(typed: string, windows = process.platform === 'win32'): string {
  const text = typed.trim();
  const inQuotes = /^(['"])(.*)\1$/.exec(text)?.[2];
  const path = inQuotes ?? (windows ? text : text.replace(/\\(.)/g, '$1'));
  return /^~(?:[/\\]|$)/.test(path) ? join(homedir(), path.slice(1)) : path;
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Unusable } from '../unusable.ts';

/** A file of the folder: its path as people see it, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** The files of one subfolder with one ending, by name; none where the folder does not exist. */
export function filesIn(root: string, folder: string, ending: string): SourceFile[] {
  const directory = join(root, folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .sort()
    .map((name) => ({
      path: `knowledge/${folder}/${name}`,
      text: bytesIn(join(directory, name)).toString('utf8'),
    }));
}

/** More than any file of such a folder has, in bytes. */
const MOST = 16 * 1024 * 1024;

/** A file's bytes; a pipe would be waited for, and a device has no end. Throws `Unusable`. */
export function bytesIn(path: string): Buffer {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size > MOST)
    throw new Unusable(`${path} is no ordinary file of at most 16 MB; take it away.`);
  return readFileSync(path);
}

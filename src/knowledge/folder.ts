import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
      text: readFileSync(join(directory, name), 'utf8'),
    }));
}

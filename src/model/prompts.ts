import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Report } from '../knowledge/problem.ts';
import { parseYaml } from '../knowledge/yaml-file.ts';

/**
 * A prompt of `prompts/`: what never changes comes first and is the same in every call, so that a
 * server can keep it; what changes with the call comes last, as material.
 */
export interface Prompt {
  name: string;
  purpose: string;
  /** The slots of `system`, filled from `knowledge/`. */
  constant: readonly string[];
  /** The slots of `user`, filled with the person's texts and what belongs to them. */
  material: readonly string[];
  /** The name of the output's shape; see `tasks.ts`. */
  output: string;
  /** The longest that a call may take, in seconds, and the longest output, in tokens. */
  seconds: number;
  tokens: number;
  system: string;
  user: string;
}

const names = z.array(z.string().regex(/^[a-z][a-z-]*$/, 'must be lower-case-words'));
const frontMatter = z.strictObject({
  purpose: z.string().trim().min(1),
  constant: names,
  material: names,
  output: z.string(),
  seconds: z.number().min(1).max(60),
  tokens: z.int().min(50).max(16_000),
});

/** What stands between the unchanging part and the material. */
const DIVIDER = '\n<!-- material -->\n';
const SLOT = /\{\{([a-z-]+)\}\}/g;

/** Reads every prompt of a folder; what is wrong is reported by line, and that prompt left out. */
export function loadPrompts(folder: string, report: Report): Prompt[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => parsePrompt(name, readFileSync(join(folder, name), 'utf8'), report) ?? []);
}

export function parsePrompt(file: string, source: string, report: Report): Prompt | undefined {
  const at = (line: number, message: string) => {
    report({ file: `prompts/${file}`, line, message });
    return undefined;
  };
  const text = source.replaceAll('\r\n', '\n');
  const match = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text);
  if (!match) return at(1, 'must begin with front matter between two lines of ---');
  const [, head = '', body = ''] = match;
  const front = parseYaml(`prompts/${file}`, `\n${head}`, frontMatter, report);
  if (!front) return undefined;
  const [system = '', user, ...more] = body.split(DIVIDER);
  if (user === undefined || more.length)
    return at(
      1,
      'must have one line <!-- material --> between what never changes and the material',
    );
  const begins = head.split('\n').length + 2;
  const sound = [
    compare(system, front.constant, begins, at),
    compare(user, front.material, begins + system.split('\n').length + 1, at),
  ];
  if (sound.includes(false)) return undefined;
  return { name: file.replace(/\.md$/, ''), ...front, system: system.trim(), user: user.trim() };
}

/** Whether the slots of a text are what was declared for it. */
function compare(
  text: string,
  declared: readonly string[],
  firstLine: number,
  at: (line: number, message: string) => void,
): boolean {
  let sound = true;
  const used = new Set<string>();
  for (const { 1: slot = '', index } of text.matchAll(SLOT)) {
    used.add(slot);
    if (declared.includes(slot)) continue;
    sound = false;
    at(
      firstLine + text.slice(0, index).split('\n').length - 1,
      `{{${slot}}} is not declared for this part`,
    );
  }
  for (const slot of declared) {
    if (used.has(slot)) continue;
    sound = false;
    at(1, `declares "${slot}", which has no slot in its part`);
  }
  return sound;
}

/** Fills slots in one pass: what is filled in is never looked at for slots again. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(SLOT, (_, slot: string) => {
    const value = values[slot];
    if (value === undefined) throw new Error(`nothing to fill {{${slot}}} with`);
    return value;
  });
}

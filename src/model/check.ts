import { join } from 'node:path';
import { TASKS } from '../coach/judging/tasks.ts';
import type { Problem } from '../knowledge/problem.ts';
import { CONSTANT_SLOTS } from './constants.ts';
import { loadPrompts } from './prompts.ts';

/**
 * Validates `prompts/`: front matter, slots, and that each task has its prompt with the material
 * that it is given and the shape that it asks for.
 */
export function checkPrompts(folder: string): { problems: Problem[]; prompts: number } {
  const problems: Problem[] = [];
  const prompts = loadPrompts(folder, (problem) => problems.push(problem));
  const broken = new Set(problems.map(({ file }) => file));
  for (const { name, material } of TASKS) {
    const file = join('prompts', `${name}.md`);
    const at = (message: string) => problems.push({ file, line: 1, message });
    const prompt = prompts.find((one) => one.name === name);
    if (broken.has(file)) continue;
    if (!prompt) {
      at('is missing');
      continue;
    }
    if (prompt.output !== name)
      at(`names the output "${prompt.output}", but its shape is "${name}"`);
    for (const slot of material)
      if (!prompt.material.includes(slot)) at(`does not use the material "${slot}"`);
    for (const slot of prompt.material)
      if (!material.includes(slot)) at(`asks for the material "${slot}", which it is not given`);
    for (const slot of prompt.constant)
      if (!CONSTANT_SLOTS.some((known) => known === slot)) at(`asks for the unknown "${slot}"`);
  }
  for (const { name } of prompts)
    if (!TASKS.some((task) => task.name === name))
      problems.push({
        file: join('prompts', `${name}.md`),
        line: 1,
        message: 'belongs to no task',
      });
  return { problems, prompts: prompts.length };
}

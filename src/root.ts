import { fileURLToPath } from 'node:url';

/**
 * The `knowledge/` folder that ships with the project. This file stands one level below the
 * project's root, and so does what it is built into.
 */
export const KNOWLEDGE = fileURLToPath(new URL('../knowledge', import.meta.url));

/** The `prompts/` folder that ships with the project. */
export const PROMPTS = fileURLToPath(new URL('../prompts', import.meta.url));

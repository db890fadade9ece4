import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inputs } from './inputs/registry.ts';
import { openStage, type Stage } from './stage.ts';

/** `npm run hostile` tries all of them, and what they cost. */
const few = inputs.filter(({ short }) => short);
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  expect(await stage.close()).toBeUndefined();
});

describe('hostile inputs', () => {
  it.each(
    few.map((input) => [`${input.door}: ${input.name}`, input] as const),
  )('%s', async (_, input) => {
    const { said, faults } = await input.run(stage);
    expect({ said, faults }).toEqual({ said, faults: [] });
  });
});

describe('the list of hostile inputs', () => {
  it('names each once, at every door', () => {
    const names = inputs.map(({ door, name }) => `${door}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(200);
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createGrowing } from '../../src/discord/growing.ts';
import type { Screen } from '../../src/discord/views/screen.ts';

const sofar = (answer: string) => ({ answer, passages: [] });
const textOf = ({ blocks }: Screen) => blocks.map((b) => (b.type === 'text' ? b.text : '')).join();

describe('an answer that grows', () => {
  it('is changed at most once a second, with the latest that stands then', async () => {
    const changes: Array<{ at: number; text: string }> = [];
    const growing = createGrowing(async (screen) => {
      changes.push({ at: performance.now(), text: textOf(screen) });
      await pause(20);
    });
    for (let i = 0; i < 60; i++) {
      growing.grow(sofar(`${i}`));
      await pause(40);
    }
    await growing.settled();
    expect(changes.length).toBeGreaterThan(1);
    expect(changes.length).toBeLessThan(4);
    changes.slice(1).forEach(({ at }, i) => {
      expect(at - (changes[i]?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
    });
  });
  it('goes on where a change fails, and settles', async () => {
    const growing = createGrowing(async () => {
      throw new Error('gone');
    });
    growing.grow(sofar('a'));
    await expect(growing.settled()).resolves.toBeUndefined();
  });
  it('shows no source before it is whole', async () => {
    const shown: string[] = [];
    const growing = createGrowing(async (screen) => void shown.push(textOf(screen)));
    growing.grow(sofar('A sentence.'));
    await growing.settled();
    expect(shown).toEqual(['A sentence. …']);
  });
});

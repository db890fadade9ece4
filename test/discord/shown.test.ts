import { expect, it } from 'vitest';
import { createShown } from '../../src/discord/shown.ts';
import { type Screen, text } from '../../src/discord/views/screen.ts';

const short: Screen = { blocks: [text('One page.')] };
const long: Screen = { blocks: [text('My own words. '.repeat(600))] };

it('keeps only what there are pages to turn of', () => {
  const shown = createShown();
  expect(shown.find(shown.keep(() => ({ all: short })).id)).toBeUndefined();
  expect(shown.find(shown.keep(() => ({ all: long })).id)?.all?.length).toBeGreaterThan(1);
  expect(shown.find(shown.keep(() => ({ answer: short, passages: short })).id)).toBeDefined();
});

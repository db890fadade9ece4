import { expect, it } from 'vitest';
import { createPlaces } from '../../src/model/places.ts';

const never = new AbortController().signal;

/** Calls that run until they are let go, and the order in which they began. */
function running() {
  const begun: string[] = [];
  const ends: Array<() => void> = [];
  const call = (name: string) => () =>
    new Promise<void>((resolve) => {
      begun.push(name);
      ends.push(resolve);
    });
  const endFirst = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { begun, call, endFirst };
}

it('lets another server’s call go before the rest of a flood', async () => {
  const places = createPlaces(1, 10);
  const { begun, call, endFirst } = running();
  for (const i of [0, 1, 2, 3]) void places('flood', never, call(`flood ${i}`));
  void places('other', never, call('other'));
  for (let i = 0; i < 4; i++) await endFirst();
  expect(begun).toEqual(['flood 0', 'flood 1', 'other', 'flood 2', 'flood 3']);
});

it('refuses a flood its latest where too many wait, and nobody else', async () => {
  const places = createPlaces(1, 2);
  const { begun, call, endFirst } = running();
  const flood = [0, 1, 2].map((i) => places('flood', never, call(`flood ${i}`)));
  void places('other', never, call('other'));
  await expect(flood[2]).rejects.toMatchObject({ failure: 'busy' });
  for (let i = 0; i < 3; i++) await endFirst();
  expect(begun).toEqual(['flood 0', 'flood 1', 'other']);
});

it('gives the place of one whose time is up to the next', async () => {
  const places = createPlaces(1, 2);
  const { begun, call, endFirst } = running();
  void places('a', never, call('first'));
  const late = new AbortController();
  const waiting = places('b', late.signal, call('late'));
  void places('c', never, call('next'));
  late.abort();
  await expect(waiting).rejects.toMatchObject({ failure: 'slow' });
  await endFirst();
  await endFirst();
  await places('d', never, async () => void begun.push('after'));
  expect(begun).toEqual(['first', 'next', 'after']);
});

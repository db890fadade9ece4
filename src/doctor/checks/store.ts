import { randomUUID } from 'node:crypto';
import { access, constants, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { storeAt } from '../../store/open.ts';
import type { AtomicStore } from '../../store/records.ts';
import { TRIAL } from '../../store/rekey.ts';
import { createSeal } from '../../store/seal.ts';
import { type Check, type Finding, out, type Patient, well, wrong } from '../check.ts';

const AT_ONCE = 10;
/** Less room than this on the disk is soon none. In bytes. */
const ROOM = 200 * 1024 * 1024;

/** Opens it, and changes a record of its own from many sides at once, which it then takes away. */
export const store: Check = {
  name: 'store',
  async run(patient) {
    const { STORE_URL } = patient.config;
    if (STORE_URL === 'memory:')
      return [out('STORE_URL is memory:, so a stop forgets figures and open interviews.')];
    if (!STORE_URL.startsWith('sqlite:')) return looked(patient.config);
    const path = resolve(STORE_URL.slice('sqlite:'.length));
    const folder = dirname(path);
    if (!(await can(folder, constants.W_OK)))
      return [wrong(`The folder ${folder} can’t be written. Make it, or give it to this user.`)];
    // To open a file that is not there would make it.
    const found = (await can(path))
      ? await looked(patient.config)
      : [well('There is no file yet; the first start makes it, and its folder can be written.')];
    return [...found, await room(folder)];
  },
};

const can = (path: string, how?: number): Promise<boolean> =>
  access(path, how).then(
    () => true,
    () => false,
  );

/** As it lies there: to open it as a start does would encrypt it with a new key. */
async function looked({ STORE_URL, DATA_KEY }: Patient['config']): Promise<Finding[]> {
  const raw = await storeAt(STORE_URL);
  try {
    return [await changed(raw), await sealed(raw, DATA_KEY)];
  } finally {
    await raw.disconnect?.();
  }
}

async function changed(raw: AtomicStore): Promise<Finding> {
  const key = `doctor:${randomUUID()}`;
  const values = Array.from({ length: AT_ONCE }, (_, i) => `${i}`);
  try {
    const done = await Promise.all(values.map((value) => raw.compareAndSet(key, undefined, value)));
    const late = await raw.compareAndSet(key, 'something else', 'late');
    return done.filter(Boolean).length === 1 && !late
      ? well('It opens, and of several changes at once it takes one.')
      : wrong('It took several changes of one thing at once. Choose another STORE_URL.');
  } finally {
    await raw.delete(key);
  }
}

async function sealed(raw: AtomicStore, keys: readonly Buffer[]): Promise<Finding> {
  const trial = (await raw.get<string>(TRIAL)) as string | undefined;
  const seal = createSeal(keys);
  // Throws, and says so, where the keys are not those that it was encrypted with.
  if (trial !== undefined) seal.open(TRIAL, trial);
  if (!keys.length)
    return out(
      'Not encrypted: who gets hold of it reads the answers of open interviews. DATA_KEY encrypts it.',
    );
  return seal.isStale(trial ?? '')
    ? well('The next start encrypts it with the first key of DATA_KEY.')
    : well('Encrypted with DATA_KEY.');
}

async function room(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = `${Math.floor((bavail * bsize) / 1024 / 1024).toLocaleString('en-US')} MB`;
  return bavail * bsize < ROOM
    ? wrong(`The disk of ${folder} has ${free} left. Make room, or nothing can be kept.`)
    : well(`${free} are free on its disk.`);
}

import { randomUUID } from 'node:crypto';
import { access, constants, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
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
    if (!STORE_URL.startsWith('sqlite:')) return [await changed(patient)];
    const path = resolve(STORE_URL.slice('sqlite:'.length));
    const folder = dirname(path);
    const may = (where: string) =>
      access(where, constants.W_OK).then(
        () => true,
        () => false,
      );
    if (!(await may(folder)))
      return [wrong(`The folder ${folder} can’t be written. Make it, or give it to this user.`)];
    // To open a file that is not there would make it.
    const there = await access(path).then(
      () => true,
      () => false,
    );
    const found = there
      ? await changed(patient)
      : well('There is no file yet; the first start makes it, and its folder can be written.');
    return [found, await room(folder)];
  },
};

async function changed({ app }: Patient): Promise<Finding> {
  const records = await app.records<number>();
  const key = `doctor:${randomUUID()}`;
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, () => records.update(key, (n = 0) => n + 1)));
    if ((await records.get(key)) === AT_ONCE)
      return well('It opens, and keeps every one of several changes at once.');
    return wrong(
      'It lost one of several changes made at once. Don’t use it: choose another STORE_URL.',
    );
  } finally {
    await records.delete(key);
  }
}

async function room(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = `${Math.floor((bavail * bsize) / 1024 / 1024).toLocaleString('en-US')} MB`;
  return bavail * bsize < ROOM
    ? wrong(`The disk of ${folder} has ${free} left. Make room, or nothing can be kept.`)
    : well(`${free} are free on its disk.`);
}

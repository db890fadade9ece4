import type { AtomicStore } from './records.ts';
import type { Seal } from './seal.ts';

/** What the names of all that Keyv keeps begin with; what is only counted there is left alone. */
const KEPT = 'keyv:';
/** Under what name the store holds a value by which keys are tried at the start. */
export const TRIAL = `${KEPT}data-key`;

/**
 * Tries the keys at what is stored, so that a wrong one stops the start and spoils nothing. At the
 * first start with another first key everything is encrypted anew with it, so that older keys can
 * go; what can't be read stays as it is. Throws `StoreFailure`.
 */
export async function rekey(store: AtomicStore, seal: Seal): Promise<void> {
  for (;;) {
    const trial = await stored(store, TRIAL);
    if (trial !== undefined) seal.open(TRIAL, trial);
    if (!seal.isStale(trial ?? '')) return;
    for (const name of await store.keysFrom(KEPT))
      if (name !== TRIAL) await anew(name, store, seal);
    if (await store.compareAndSet(TRIAL, trial, seal.seal(TRIAL, '{"value":true}')))
      return store.forgetWritten?.();
  }
}

/** Who writes the value meanwhile has this key too. */
async function anew(name: string, store: AtomicStore, seal: Seal): Promise<void> {
  const before = await stored(store, name);
  if (before === undefined || !seal.isStale(before)) return;
  let text: string;
  try {
    text = seal.open(name, before);
  } catch {
    return;
  }
  await store.compareAndSet(name, before, seal.seal(name, text));
}

const stored = async (store: AtomicStore, name: string) =>
  (await store.get<string>(name)) as string | undefined;

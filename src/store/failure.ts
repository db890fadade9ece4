/**
 * The store can't be used just now, or what lies in it can't be read. The message is one sentence
 * for whoever runs the coach; it holds nothing of what is stored, and no password of an address.
 */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
}

import { expect } from 'vitest';

type Documents = typeof import('../../../src/documents/read.ts');

/** `src/documents/` as `test/build.ts` bundled it: the parsers' worker is JavaScript only once built. */
const built = new URL('../../../node_modules/.cache/match-coach/documents/read.js', import.meta.url)
  .pathname;

const documents = (await import(/* @vite-ignore */ built)) as Documents;
export const { readDraft } = documents;

export const readDocument = async (bytes: Uint8Array) => (await readDraft(bytes)).text;
export const readStreamAsText = async (stream: AsyncIterable<Uint8Array>) =>
  (await documents.readDraftStream(stream)).text;
export const readFileAsText = async (path: string) => (await documents.readDraftFile(path)).text;

/** `src/documents/annotate/` as it was bundled beside it. */
const beside = new URL('./annotate.js', `file://${built}`).pathname;
export const { annotate } = (await import(/* @vite-ignore */ beside)) as Pick<
  typeof import('../../../src/documents/annotate/annotate.ts'),
  'annotate'
>;

/** The message of the `Unusable` that reading ends in. Fails where it ends in anything else. */
export async function refusal(reading: Promise<unknown>): Promise<string> {
  const ended = await reading.then(
    (result) => ({ result: `${result}`.slice(0, 100) }),
    (error: Error) => ({ name: error.name, message: error.message }),
  );
  expect(ended).toMatchObject({ name: 'Unusable' });
  const { message } = ended as { message: string };
  expectClear(message);
  return message;
}

/** One line for a person: it ends in a full stop and tells nothing of the machine or the code. */
export function expectClear(message: string): void {
  expect(message).toMatch(/^\p{Lu}[^\n\r]{20,200}\.$/u);
  expect(message).not.toMatch(/\/(?:tmp|work|home|root|usr|var)\b|node_modules|file:/);
  expect(message).not.toMatch(/Error|Exception|undefined|null|\bE[A-Z]{4,}\b|\bat \w+ \(/);
}

/** The blocks of a text that stand apart by a blank line. */
export function blocks(text: string): string[] {
  return text.split(/\n{2,}/);
}

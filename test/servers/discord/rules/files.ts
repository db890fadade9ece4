import { mediaOf, walk } from '../world/components.ts';
import { breach } from './breach.ts';
import { after, type Draft } from './draft.ts';

/** Bytes of one file, in a server without boosts. */
export const FILE_SIZE = 10 * 1024 * 1024;
const FILES = 10;

/** What a component shows as `attachment://…` is attached. */
export function references(draft: Draft) {
  const { fileNames } = after(draft);
  return [...walk(draft.body.components)].flatMap(({ component, path }) =>
    mediaOf(component).flatMap(({ url }) => {
      const name = /^attachment:\/\/(.*)$/.exec(url)?.[1];
      if (name === undefined) {
        const right = !component.file && /^https?:\/\//.test(url);
        return right ? [] : [breach('attachment', path, `${url} can't be shown here.`)];
      }
      return fileNames.includes(name)
        ? []
        : [breach('attachment', path, `${name} isn't attached.`)];
    }),
  );
}

export function fileSizes({ files }: Draft) {
  return [...files].flatMap(([i, { name, content }]) =>
    content.length > FILE_SIZE ? [breach('file-size', ['files', i], `${name} is too large.`)] : [],
  );
}

export function fileCount(draft: Draft) {
  const { length } = after(draft).fileNames;
  return length > FILES
    ? [breach('file-count', ['attachments'], `${length} files; 10 at most.`)]
    : [];
}

/** Each numbered entry of `attachments` has its file. */
export function fileEntries({ body, files, before }: Draft) {
  return (body.attachments ?? []).flatMap(({ id }, i) =>
    files.has(Number(id)) || before?.attachments.some((kept) => kept.id === id)
      ? []
      : [breach('attachment', ['attachments', i], `There is no file ${id}.`)],
  );
}

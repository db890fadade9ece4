import { walk } from '../world/components.ts';
import { breach } from './breach.ts';
import { after, type Draft } from './draft.ts';

/** Characters of a message's content. */
const CONTENT = 2_000;
/** Characters of all text displays of a message together. */
const DISPLAYS = 4_000;
/** Characters of all embeds of a message together. */
const EMBEDS = 6_000;

export function contentLength({ body }: Draft) {
  const length = body.content?.length ?? 0;
  if (length <= CONTENT) return [];
  return [
    breach('content-length', ['content'], `Must be ${CONTENT} or fewer in length; is ${length}.`),
  ];
}

export function displaysTotal({ body }: Draft) {
  const total = [...walk(body.components)].reduce(
    (sum, { component }) => sum + (component.content?.length ?? 0),
    0,
  );
  if (total <= DISPLAYS) return [];
  const message = `The text displays have ${total} characters together; ${DISPLAYS} at most.`;
  return [breach('text-total', ['components'], message)];
}

export function embedsTotal({ body }: Draft) {
  const texts = JSON.stringify(body.embeds ?? [], (key, value) =>
    ['url', 'icon_url', 'timestamp', 'color'].includes(key) ? undefined : value,
  );
  const total = [...texts.matchAll(/:"((?:[^"\\]|\\.)*)"/g)].reduce(
    (n, [, t = '']) => n + t.length,
    0,
  );
  if (total <= EMBEDS) return [];
  return [breach('embeds-total', ['embeds'], `${total} characters in embeds; ${EMBEDS} at most.`)];
}

export function notEmpty(draft: Draft) {
  const { content, embeds, components, fileNames } = after(draft);
  const anything =
    content.trim() ||
    embeds.length ||
    components.length ||
    fileNames.length ||
    draft.body.poll ||
    draft.body.sticker_ids?.length;
  return anything ? [] : [breach('empty-message', [], 'Cannot send an empty message')];
}

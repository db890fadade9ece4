import type { Component } from '../world/components.ts';
import type { Message } from '../world/message.ts';
import { isV2 } from '../world/message.ts';
import type { Files, MessageBody } from '../world/messages.ts';
import type { Breach } from './breach.ts';

/** A message that is about to be made or changed. */
export interface Draft {
  body: MessageBody;
  files: Files;
  /** The message as it is, where it is changed. */
  before?: Message | undefined;
}

export type Rule = (draft: Draft) => Breach[];

/** What the message will be, with what stays from before. */
export function after({ body, before, files }: Draft) {
  const kept = before?.attachments.filter(
    ({ id }) => !body.attachments || body.attachments.some((listed) => listed.id === id),
  );
  return {
    v2: isV2(body.flags) || isV2(before?.flags),
    content: body.content === undefined ? (before?.content ?? '') : (body.content ?? ''),
    embeds: body.embeds === undefined ? (before?.embeds ?? []) : (body.embeds ?? []),
    components:
      (body.components === undefined ? before?.components : body.components) ?? ([] as Component[]),
    fileNames: [
      ...(kept ?? []).map(({ filename }) => filename),
      ...[...files].map(
        ([number, { name }]) =>
          body.attachments?.find(({ id }) => id === `${number}`)?.filename ?? name,
      ),
    ],
  };
}

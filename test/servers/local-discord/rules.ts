import * as spec from 'discord-api-spec/zod';
import type { Json } from './world.ts';

type Schema = { safeParse(value: unknown): { success: boolean; error?: { message: string } } };
const schemas = spec as unknown as Record<string, Schema>;

/** The published schema that a request's body must have, by method and path. */
const BODIES: ReadonlyArray<readonly [RegExp, string]> = [
  [/^POST \/applications\/\d+\/commands$/, 'ApplicationCommandCreateRequestSchema'],
  [/^PATCH \/applications\/\d+\/commands\/\d+$/, 'ApplicationCommandPatchRequestPartialSchema'],
  [/^POST \/channels\/\d+\/messages$/, 'MessageCreateRequestSchema'],
  [/^PATCH \/channels\/\d+\/messages\/\d+$/, 'MessageEditRequestPartialSchema'],
  [/^POST \/channels\/\d+\/threads$/, 'CreateTextThreadWithoutMessageRequestSchema'],
  [/^POST \/webhooks\/\d+\/[^/]+$/, 'IncomingWebhookInteractionRequestSchema'],
  [
    /^PATCH \/webhooks\/\d+\/[^/]+\/messages\//,
    'IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema',
  ],
];
const CALLBACKS: Record<number, string> = {
  4: 'CreateMessageInteractionCallbackRequestSchema',
  5: 'CreateMessageInteractionCallbackRequestSchema',
  6: 'UpdateMessageInteractionCallbackRequestSchema',
  7: 'UpdateMessageInteractionCallbackRequestSchema',
  9: 'ModalInteractionCallbackRequestSchema',
};

/** Why Discord would refuse a request's body; undefined where it would take it. */
export function refusal(route: string, body: Json): string | undefined {
  const name = /\/callback$/.test(route)
    ? CALLBACKS[body?.type]
    : BODIES.find(([pattern]) => pattern.test(route))?.[1];
  if (!name) return undefined;
  const schema = schemas[name];
  if (!schema) return `no schema ${name}`;
  const result = schema.safeParse(body);
  if (!result.success) return `${name}: ${result.error?.message.slice(0, 300)}`;
  const message = /\/callback$/.test(route) ? body.data : body;
  return message?.components && body.type !== 9 ? layoutRefusal(message) : undefined;
}

const V2 = 1 << 15;

/** What a schema can't say of a message: totals over all its components, and unique ids. */
function layoutRefusal({ components, flags, content, embeds }: Json): string | undefined {
  const all = [...walk(components)];
  const text = all.filter(({ type }) => type === 10).reduce((n, c) => n + c.content.length, 0);
  const ids = all.flatMap(({ custom_id }) => custom_id ?? []);
  if (((flags ?? V2) & V2) === 0 && all.some(({ type }) => type >= 9)) return 'V2 without its flag';
  if (content || embeds?.length) return 'V2 with content';
  if (all.length > 40) return `${all.length} components`;
  if (text > 4_000) return `${text} characters of text`;
  if (new Set(ids).size !== ids.length) return 'a custom id twice';
  if (all.some(({ type, content: said }) => type === 10 && !said.trim())) return 'empty text';
  const wide = all.find(({ type, components: inner }) => type === 1 && inner.length > 5);
  return wide ? 'six buttons in a row' : undefined;
}

export function* walk(components: readonly Json[]): Generator<Json> {
  for (const component of components ?? []) {
    yield component;
    yield* walk(component.components ?? []);
    if (component.component) yield* walk([component.component]);
    if (component.accessory) yield* walk([component.accessory]);
  }
}

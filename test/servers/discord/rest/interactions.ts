import {
  RESTJSONErrorCodes as Code,
  InteractionType,
  MessageFlags,
  InteractionResponseType as Response,
} from 'discord.js';
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { type Breach, breach } from '../rules/breach.ts';
import { againstCallbackRules } from '../rules/callback.ts';
import { againstMessageRules } from '../rules/message.ts';
import { againstModalRules } from '../rules/modal.ts';
import type { Schema } from '../rules/schema.ts';
import { FIRST_RESPONSE } from '../time.ts';
import { answerWith, flagsOf } from '../world/answers.ts';
import type { Interaction } from '../world/interaction.ts';
import { messageJson } from '../world/message.ts';
import { editMessage, type MessageBody } from '../world/messages.ts';
import { Refusal, refuse, unknownInteraction } from './refusal.ts';
import { nothing, ok, type Request, type Route } from './route.ts';

const SCHEMAS: Readonly<Record<number, Schema>> = {
  4: CreateMessageInteractionCallbackRequestSchema,
  5: CreateMessageInteractionCallbackRequestSchema,
  6: UpdateMessageInteractionCallbackRequestSchema,
  7: UpdateMessageInteractionCallbackRequestSchema,
  8: ApplicationCommandAutocompleteCallbackRequestSchema,
  9: ModalInteractionCallbackRequestSchema,
};

/** The interaction, if it may still be answered for the first time. */
function unanswered({ world, params }: Request): Interaction {
  const interaction = world.interactions.get(params.token ?? '');
  if (!interaction || interaction.id !== params.interaction) throw unknownInteraction();
  if (interaction.acknowledged) {
    const message = 'Interaction has already been acknowledged.';
    // Who was never told of the first one can't know better.
    const breaches = interaction.excuse ? [] : [breach('one-acknowledgement', [], message)];
    throw new Refusal(400, Code.InteractionHasAlreadyBeenAcknowledged, message, breaches);
  }
  const late = world.clock.now() - interaction.createdAt;
  if (late > FIRST_RESPONSE) {
    const message = `The first response came after ${late} ms.`;
    const breaches = interaction.excuse ? [] : [breach('three-seconds', [], message)];
    throw new Refusal(404, Code.UnknownInteraction, 'Unknown interaction', breaches);
  }
  return interaction;
}

/** A deferred reply may say who will see it, and nothing else. */
function againstDeferral(data: MessageBody | null | undefined): Breach[] {
  const more = (data?.flags ?? 0) & ~MessageFlags.Ephemeral;
  const other = Object.entries(data ?? {}).filter(
    ([key, value]) => key !== 'flags' && value != null,
  );
  return more || other.length
    ? [breach('deferral', ['data'], 'A deferred reply carries the ephemeral flag only.')]
    : [];
}

function respond(request: Request, interaction: Interaction): void {
  const { world, body, files } = request;
  const data = body.data ?? {};
  switch (body.type as Response) {
    case Response.ChannelMessageWithSource:
      refuse(againstMessageRules({ body: data, files }));
      interaction.original = answerWith(world, interaction, data, files);
      return;
    case Response.DeferredChannelMessageWithSource: {
      refuse(againstDeferral(body.data));
      const flags = flagsOf(data) | MessageFlags.Loading;
      interaction.original = answerWith(world, interaction, { flags }, new Map());
      return;
    }
    case Response.DeferredMessageUpdate:
      if (interaction.source) interaction.original = interaction.source;
      return;
    case Response.UpdateMessage:
      if (!interaction.source) return;
      refuse(againstMessageRules({ body: data, files, before: interaction.source }));
      interaction.original = interaction.source;
      if (!interaction.source.deleted) editMessage(world, interaction.source, data, files);
      return;
    case Response.ApplicationCommandAutocompleteResult:
      interaction.choices = data.choices ?? [];
      return;
    case Response.Modal:
      refuse(againstModalRules(data));
      interaction.modal = { ...data, from: interaction };
      return;
  }
}

export const interactionRoutes: Route[] = [
  {
    on: 'POST /interactions/:interaction/:token/callback',
    open: true,
    schema: (body) => SCHEMAS[(body as { type: number } | undefined)?.type ?? 0],
    run: (request) => {
      const { world, body, query } = request;
      const interaction = unanswered(request);
      const type = body.type as Response;
      refuse(againstCallbackRules(interaction, type));
      respond(request, interaction);
      interaction.acknowledged = { type, after: performance.now() - interaction.startedAt };
      interaction.settle();
      if (interaction.modal)
        world.notice(interaction.user.id, { kind: 'modal', modal: interaction.modal });
      if (query.get('with_response') !== 'true') return nothing();
      return ok(responseOf(interaction, type));
    },
  },
];

function responseOf({ id, type: kind, original }: Interaction, type: Response) {
  const message = original && {
    response_message_id: original.id,
    response_message_loading: Boolean(original.flags & MessageFlags.Loading),
    response_message_ephemeral: Boolean(original.onlyFor),
  };
  return {
    interaction: { id, type: kind, ...message },
    resource: {
      type,
      ...(original && kind !== InteractionType.ApplicationCommandAutocomplete
        ? { message: messageJson(original) }
        : {}),
    },
  };
}

import { RESTJSONErrorCodes as Code } from 'discord.js';
import {
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
} from 'discord-api-spec/zod';
import { breach } from '../rules/breach.ts';
import { againstMessageRules } from '../rules/message.ts';
import { TOKEN_LIFE } from '../time.ts';
import { answerWith } from '../world/answers.ts';
import type { Interaction } from '../world/interaction.ts';
import { isLoading, type Message, messageJson } from '../world/message.ts';
import { deleteMessage, editMessage } from '../world/messages.ts';
import { Refusal, refuse, unknownChannel, unknownMessage, unknownWebhook } from './refusal.ts';
import { nothing, ok, type Request, type Route } from './route.ts';

/** Follow-ups where only the person has the app. */
const FOLLOW_UPS = 5;

/** The interaction whose token this is, if it has been acknowledged and is still good. */
function interactionOf({ world, params }: Request): Interaction {
  const interaction = world.interactions.get(params.token ?? '');
  if (params.application !== world.application.id || !interaction?.acknowledged)
    throw unknownWebhook();
  if (world.clock.now() - interaction.createdAt > TOKEN_LIFE)
    throw new Refusal(401, Code.InvalidWebhookToken, 'Invalid Webhook Token');
  if (interaction.channel.deleted) throw unknownChannel();
  return interaction;
}

function messageOf(request: Request, interaction: Interaction): Message {
  const { message: id } = request.params;
  const message = id ? interaction.channel.messages.get(id) : interaction.original;
  const own = message?.metadata?.id === interaction.id || message === interaction.original;
  if (!message || message.deleted || !own) throw unknownMessage();
  return message;
}

/** The first follow-up to a deferred reply is that reply. */
function follow(request: Request): Message {
  const { world, body, files } = request;
  const interaction = interactionOf(request);
  const { original } = interaction;
  if (original && isLoading(original) && !original.deleted) {
    refuse(againstMessageRules({ body, files }));
    editMessage(world, original, body, files);
    return original;
  }
  if (interaction.userOnly && interaction.followUps >= FOLLOW_UPS) {
    const message = 'This interaction has hit the maximum number of follow up messages';
    throw new Refusal(400, Code.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages, message, [
      breach('follow-ups', [], message),
    ]);
  }
  refuse(againstMessageRules({ body, files }));
  interaction.followUps++;
  return answerWith(world, interaction, body, files);
}

const messageRoutesAt = (path: string): Route[] => [
  {
    on: `GET ${path}`,
    open: true,
    run: (request) => ok(messageJson(messageOf(request, interactionOf(request)))),
  },
  {
    on: `PATCH ${path}`,
    open: true,
    schema: IncomingWebhookUpdateRequestPartialSchema,
    run: (request) => {
      const { world, body, files } = request;
      const before = messageOf(request, interactionOf(request));
      refuse(againstMessageRules({ body, files, before }));
      editMessage(world, before, body, files);
      return ok(messageJson(before));
    },
  },
  {
    on: `DELETE ${path}`,
    open: true,
    run: (request) => {
      deleteMessage(request.world, messageOf(request, interactionOf(request)));
      return nothing();
    },
  },
];

export const webhookRoutes: Route[] = [
  {
    on: 'POST /webhooks/:application/:token',
    open: true,
    schema: IncomingWebhookRequestPartialSchema,
    run: (request) => ok(messageJson(follow(request))),
  },
  ...messageRoutesAt('/webhooks/:application/:token/messages/@original'),
  ...messageRoutesAt('/webhooks/:application/:token/messages/:message'),
];

import { RESTJSONErrorCodes as Code, MessageFlags } from 'discord.js';
import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from 'discord-api-spec/zod';
import { breach } from '../rules/breach.ts';
import { againstMessageRules } from '../rules/message.ts';
import { NONCE_LIFE } from '../time.ts';
import type { Channel } from '../world/channel.ts';
import { type Message, messageJson } from '../world/message.ts';
import { createMessage, deleteMessage, editMessage, type MessageBody } from '../world/messages.ts';
import { updateThread } from '../world/threads.ts';
import type { World } from '../world/world.ts';
import { may, need, needOpenDm, reach } from './access.ts';
import { archived, locked, Refusal, refuse, unknownMessage } from './refusal.ts';
import { nothing, ok, type Request, type Route } from './route.ts';

/** A message as the bot's application may read it over REST. */
export function readable(world: World, message: Message): Record<string, unknown> {
  const bot = world.application.id;
  const open =
    world.application.seesContent ||
    !message.channel.guild ||
    message.author.id === bot ||
    message.mentions.some(({ id }) => id === bot);
  return messageJson(message, { content: open });
}

function messageOf({ world, params }: Request): Message {
  const message = reach(world, params.channel).messages.get(params.message ?? '');
  if (!message || message.onlyFor) throw unknownMessage();
  return message;
}

function history({ world, params, query }: Request) {
  const channel = reach(world, params.channel);
  if (!may(channel, 'ReadMessageHistory')) return ok([]);
  const limit = Number(query.get('limit') ?? 50);
  const [before, after] = [query.get('before'), query.get('after')];
  const found = [...channel.messages.values()].filter(
    ({ id, onlyFor }) =>
      !onlyFor &&
      (!before || BigInt(id) < BigInt(before)) &&
      (!after || BigInt(id) > BigInt(after)),
  );
  const page = after && !before ? found.slice(0, limit) : found.slice(-limit);
  return ok(page.reverse().map((message) => readable(world, message)));
}

function needSendable(world: World, channel: Channel, files: number): void {
  need(channel, channel.isThread ? 'SendMessagesInThreads' : 'SendMessages');
  if (files) need(channel, 'AttachFiles');
  needOpenDm(world, channel);
  if (channel.locked && !may(channel, 'ManageThreads')) throw locked();
}

/** Discord only ignores the flag here; whoever set it thinks that one person alone will read this. */
const ephemeralPost = ({ flags }: MessageBody) =>
  (flags ?? 0) & MessageFlags.Ephemeral
    ? [breach('ephemeral-post', ['flags'], 'Only an answer to an interaction can be ephemeral.')]
    : [];

/** The message that is replied to. */
function replied({ body: { message_reference: reference } }: Request, channel: Channel) {
  if (!reference) return undefined;
  const code = Code.CannotReplyWithoutPermissionToReadMessageHistory;
  if (!may(channel, 'ReadMessageHistory'))
    throw new Refusal(403, code, 'Cannot reply without permission to read message history');
  const message = channel.messages.get(reference.message_id);
  if (!message && reference.fail_if_not_exists !== false) {
    const path = ['message_reference'];
    throw new Refusal(400, Code.InvalidFormBodyOrContentType, 'Invalid Form Body', [
      { rule: 'message-reference-unknown-message', path, message: 'Unknown message' },
    ]);
  }
  return message;
}

/** With `enforce_nonce`, the message that was made with the same nonce just before. */
function repeated({ world, body }: Request, channel: Channel): Message | undefined {
  if (!body.enforce_nonce || body.nonce == null) return undefined;
  const since = world.clock.now() - NONCE_LIFE;
  return [...channel.messages.values()].findLast(
    ({ nonce, author, createdAt }) =>
      `${nonce}` === `${body.nonce}` && author.id === world.application.id && createdAt > since,
  );
}

export const messageRoutes: Route[] = [
  { on: 'GET /channels/:channel/messages', run: history },
  {
    on: 'GET /channels/:channel/messages/:message',
    run: (request) => {
      need(reach(request.world, request.params.channel), 'ReadMessageHistory');
      return ok(readable(request.world, messageOf(request)));
    },
  },
  {
    on: 'POST /channels/:channel/messages',
    schema: MessageCreateRequestSchema,
    run: (request) => {
      const { world, params, body, files } = request;
      const channel = reach(world, params.channel);
      needSendable(world, channel, files.size);
      refuse([...againstMessageRules({ body, files }), ...ephemeralPost(body)]);
      const same = repeated(request, channel);
      if (same) return ok(readable(world, same));
      const reply = replied(request, channel);
      if (channel.archived) updateThread(world, channel, { archived: false });
      const author = world.application.user;
      return ok(readable(world, createMessage(world, { channel, author, reply }, body, files)));
    },
  },
  {
    on: 'PATCH /channels/:channel/messages/:message',
    schema: MessageEditRequestPartialSchema,
    run: (request) => {
      const { world, body, files } = request;
      const before = messageOf(request);
      if (before.author.id !== world.application.id) {
        const message = 'Cannot edit a message authored by another user';
        throw new Refusal(403, Code.CannotEditMessageAuthoredByAnotherUser, message);
      }
      if (before.channel.archived) throw archived();
      refuse(againstMessageRules({ body, files, before }));
      editMessage(world, before, body, files);
      return ok(readable(world, before));
    },
  },
  {
    on: 'DELETE /channels/:channel/messages/:message',
    run: (request) => {
      const message = messageOf(request);
      if (message.author.id !== request.world.application.id)
        need(message.channel, 'ManageMessages');
      if (message.channel.archived) throw archived();
      deleteMessage(request.world, message);
      return nothing();
    },
  },
];

import { ChannelType, RESTJSONErrorCodes as Code } from 'discord.js';
import {
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
} from 'discord-api-spec/zod';
import type { Channel } from '../world/channel.ts';
import { addToThread, createThread, removeFromThread } from '../world/threads.ts';
import { may, need, reach } from './access.ts';
import {
  archived,
  missingPermissions,
  Refusal,
  unknownMember,
  unknownMessage,
  unknownUser,
} from './refusal.ts';
import { nothing, ok, type Request, type Route } from './route.ts';

function threadOf({ world, params }: Request): Channel {
  const thread = reach(world, params.channel);
  if (!thread.isThread) throw wrongType();
  return thread;
}

const wrongType = () =>
  new Refusal(
    400,
    Code.CannotExecuteActionOnThisChannelType,
    'Cannot execute action on this channel type',
  );

const SENDING = {
  12: 'CreatePrivateThreads',
  11: 'CreatePublicThreads',
  10: 'CreatePublicThreads',
} as const;

/** Which threads there are in which channels. */
const KINDS: Readonly<Partial<Record<ChannelType, readonly number[]>>> = {
  [ChannelType.GuildText]: [11, 12],
  [ChannelType.GuildAnnouncement]: [10],
};

const start = (request: Request, parent: Channel, type: 10 | 11 | 12, id?: string) => {
  const { world, body } = request;
  if (!(KINDS[parent.type] ?? []).includes(type)) throw wrongType();
  need(parent, SENDING[type]);
  const thread = createThread(
    world,
    parent,
    world.application.user,
    {
      name: body.name,
      type,
      autoArchive: body.auto_archive_duration ?? 4320,
      invitable: body.invitable ?? true,
    },
    id,
  );
  const member = thread.memberJson(world.application.id);
  return { status: 201, body: { ...thread.toJSON(), member } };
};

export const threadRoutes: Route[] = [
  {
    on: 'POST /channels/:channel/threads',
    schema: CreateTextThreadWithoutMessageRequestSchema,
    run: (request) =>
      // Without a type, Discord makes it private.
      start(request, reach(request.world, request.params.channel), request.body.type ?? 12),
  },
  {
    on: 'POST /channels/:channel/messages/:message/threads',
    schema: CreateTextThreadWithMessageRequestSchema,
    run: (request) => {
      const parent = reach(request.world, request.params.channel);
      const { message = '' } = request.params;
      if (!parent.messages.has(message)) throw unknownMessage();
      if (request.world.channels.has(message)) {
        const code = Code.ThreadAlreadyCreatedForMessage;
        throw new Refusal(400, code, 'A thread has already been created for this message');
      }
      const type = parent.type === ChannelType.GuildAnnouncement ? 10 : 11;
      return start(request, parent, type, message);
    },
  },
  {
    on: 'GET /channels/:channel/thread-members',
    run: (request) => {
      const thread = threadOf(request);
      return ok([...thread.members.keys()].map((id) => thread.memberJson(id)));
    },
  },
  {
    on: 'GET /channels/:channel/thread-members/:user',
    run: (request) => {
      const thread = threadOf(request);
      const id = request.params.user === '@me' ? request.world.application.id : request.params.user;
      if (!thread.members.has(id ?? '')) throw unknownMember();
      return ok(thread.memberJson(id ?? ''));
    },
  },
  {
    on: 'PUT /channels/:channel/thread-members/:user',
    run: (request) => {
      const { world, params } = request;
      const thread = threadOf(request);
      if (thread.archived) throw archived();
      if (params.user === '@me') {
        thread.members.set(world.application.id, world.application.user);
        return nothing();
      }
      need(thread, 'SendMessagesInThreads');
      const user = world.users.get(params.user ?? '');
      if (!user) throw unknownUser();
      // Whoever isn't in the guild can't be in its thread.
      if (!thread.guild?.members.has(user.id)) throw unknownMember();
      addToThread(world, thread, user, world.application.user);
      return nothing();
    },
  },
  {
    on: 'DELETE /channels/:channel/thread-members/:user',
    run: (request) => {
      const { world, params } = request;
      const thread = threadOf(request);
      if (thread.archived) throw archived();
      const self = params.user === '@me';
      const own = thread.owner?.id === world.application.id && thread.isPrivate;
      if (!self && !own && !may(thread, 'ManageThreads')) throw missingPermissions();
      removeFromThread(world, thread, self ? world.application.id : (params.user ?? ''));
      return nothing();
    },
  },
];

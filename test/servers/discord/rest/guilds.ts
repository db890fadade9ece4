import { reachGuild } from './access.ts';
import { unknownMember } from './refusal.ts';
import { ok, type Request, type Route } from './route.ts';

const guildOf = ({ world, params }: Request) => reachGuild(world, params.guild);

export const guildRoutes: Route[] = [
  {
    on: 'GET /guilds/:guild',
    run: (request) => {
      const guild = guildOf(request);
      const approximate_member_count = guild.members.size + 1;
      return ok({ ...guild.toJSON(), approximate_member_count, approximate_presence_count: 1 });
    },
  },
  {
    on: 'GET /guilds/:guild/channels',
    run: (request) => ok([...guildOf(request).channels.values()].filter((c) => !c.isThread)),
  },
  { on: 'GET /guilds/:guild/roles', run: (request) => ok(guildOf(request).roles) },
  {
    on: 'GET /guilds/:guild/members/:user',
    run: (request) => {
      const { world, params } = request;
      const guild = guildOf(request);
      const { application } = world;
      const user =
        params.user === application.id ? application.user : guild.members.get(params.user ?? '');
      if (!user) throw unknownMember();
      return ok(guild.memberJson(user));
    },
  },
  {
    on: 'GET /guilds/:guild/threads/active',
    run: (request) => {
      const bot = request.world.application.id;
      const threads = [...guildOf(request).channels.values()].filter(
        (c) => c.isThread && !c.archived && (!c.isPrivate || c.members.has(bot)),
      );
      const mine = threads.filter(({ members }) => members.has(bot));
      return ok({
        threads,
        members: mine.map((thread) => thread.memberJson(bot)),
        has_more: false,
      });
    },
  },
];

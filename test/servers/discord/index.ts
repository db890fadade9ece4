/**
 * A Discord on this machine: REST and gateway over real HTTP and WebSocket, to which the real
 * discord.js connects. It checks every request body with the schemas of Discord's OpenAPI document
 * and keeps the rules that a schema can't say; what the bot breaks is refused the way Discord
 * refuses it, and noted in `violations`.
 *
 * ```ts
 * const discord = await startDiscord();                       // { privileged, shards, rateLimits, heartbeat }
 * const server = discord.guild({ name: 'IR hopefuls' });      // { bot: false, botPermissions: ['ViewChannel', …] }
 * const ana = discord.person('Ana');
 * // The bot: DISCORD_API_URL = discord.url, DISCORD_TOKEN = discord.token, its clock = discord.now
 * await discord.ready();
 *
 * await ana.runs('/ask', { question: 'When should I sit Step 2?' }, { in: server.general });
 * const answer = await ana.sees(/Step 2 CK/);                 // .text .reads .buttons .files .ephemeral .pings
 * await ana.clicks('Passages');                               // label or custom id; the newest such button
 * await ana.chooses('Situation', 'A failed first attempt');   // placeholder or custom id; value or label
 * await ana.runs('/review');
 * await ana.submits({ 'Your draft': '…', upload: [{ name: 'draft.docx', content: bytes }] });
 * await ana.runs('/review', { draft: { name: 'draft.txt', content: '…' } });
 * const posted = ana.writes('My draft: …', { in: server.general });
 * await ana.runsOn('Review as statement', posted);
 * ana.writes('And Step 3?', { replyTo: answer });             // { mention, ping: false, attachments }
 * ana.says(ogg, { replyTo: question });                       // a voice message; { seconds, ping: false }
 * ana.screen(server.general);                                 // all she sees there
 *
 * discord.expectNoViolations();
 * await discord.close();
 * ```
 *
 * - **Places**: `server.general`, `server.channel(name, { kind, botPermissions })`, `server.thread(id)`,
 *   `ana.dm`, `ana.threads`, `ana.startsThread(name)`, `discord.groupDm(ana, ben)`; without `in`, a person stays where they last were, at first their DM.
 *   Whoever acts in a server is a member of it. `ana.installs()` makes the app hers: that, with
 *   `discord.guild({ bot: false })`, is the user-installed app (`externalApps: false` mutes it there).
 *   `discord.person('Rhythm', { bot: true })` is somebody else's bot.
 * - **What people do** resolves when the bot acknowledged it or failed to within three seconds, to an
 *   `Exchange`: `.acknowledged`, `.after` (ms), `.failed`, `.reply`. `sees`, `clicks`, `chooses` and
 *   `submits` wait for what they need (`{ within: ms }`, 10 s by default) and else fail with a picture
 *   of the screen. `sees` takes what is new since the person's last action, unless `{ ever: true }`.
 *   Discord's own client checks are made: a missing option, too long a text, a button that is off
 *   are errors of the test.
 * - **Time**: `discord.later(minutes)` makes tokens and links old, and sends quiet threads to sleep. Give
 *   the bot `discord.now`.
 * - **Misfortunes**: `discord.answers('POST /channels/:id/messages', { status: 429, retryAfter: 0.3 })`
 *   (`status`, `code`, `never`, `cut`, `slow`, `late`, `trickles`, `times`; `after` so many requests, `in` a channel;
 *   with `done` only the answer is lost; the route may be one of attachments, or `*`),
 *   `discord.delivers('INTERACTION_CREATE', { copies: 2 })` (`late`, `times`; 0 copies lose it),
 *   `discord.gateway.cut()`, `.askToReconnect()`, `.invalidate(resumable)`, `.close(code)`, `.open = false`,
 *   `.beats = false`; `server.kicksBot()`, `.goesDown()`, `.letsBot(…permissions)`, `.removes(ana)`;
 *   `discord.deletes(thread)`, `.locks(thread)`, `.archives(thread)`; `ana.closesDms()`, `.restarts()`,
 *   `.leaves(thread)`. `discord.calmsDown()` calls off what has not happened yet.
 * - **What happened**: `discord.violations` (`rule`, `detail`, `route`), `discord.log.entries` (requests
 *   with status), `discord.log.counts` (by route), `discord.log.invalid`. `discord.forgets()` lets go of
 *   messages, threads, files and interactions, so that a bot's own memory can be measured.
 */
export type { Discord } from './discord.ts';
export type { Delivery, Fault } from './faults.ts';
export type { Exchange } from './person/exchange.ts';
export type { Person } from './person/person.ts';
export type { Seen } from './person/screen.ts';
export type { Server } from './places.ts';
export { type DiscordOptions, startDiscord } from './server.ts';
export type { Upload } from './world/attachments.ts';
export type { Channel } from './world/channel.ts';
export type { Violation } from './world/world.ts';

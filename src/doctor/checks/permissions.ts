import { PermissionsBitField, type RESTAPIPartialCurrentUserGuild, Routes } from 'discord.js';
import { inviteLink, PERMISSIONS } from '../../discord/invite.ts';
import { plain } from '../../terminal/style.ts';
import { counted } from '../../wording.ts';
import { type Check, out, well, wrong } from '../check.ts';

/** More servers than this are not gone through, and not named one by one. */
const LOOKED_AT = 200;
const NAMED = 5;

export const permissions: Check = {
  name: 'permissions',
  async run({ discord }) {
    if (!discord.known) return [];
    const { id } = await discord.get<{ id: string }>(Routes.currentApplication());
    const servers = await discord.get<RESTAPIPartialCurrentUserGuild[]>(Routes.userGuilds());
    if (!servers.length) return [out(`It is in no server yet. Invite it: ${inviteLink(id)}`)];
    const lacking = servers.flatMap(({ name, permissions: held }) => {
      const missing = new PermissionsBitField(BigInt(held)).missing(PERMISSIONS);
      return missing.length ? [`${plain(name)}: ${missing.map(inWords).join(', ')}`] : [];
    });
    const all = `${counted(servers.length, 'server')}${servers.length === LOOKED_AT ? ' and perhaps more' : ''}`;
    if (!lacking.length) return [well(`All six in ${all}.`)];
    const more = lacking.length > NAMED ? [`and ${lacking.length - NAMED} more`] : [];
    return [
      wrong(
        `Missing in ${lacking.length} of ${all} (${[...lacking.slice(0, NAMED), ...more].join('; ')}). Open the invite again there, or give them to its role: ${inviteLink(id)}`,
      ),
    ];
  },
};

/** `CreatePrivateThreads` as Discord's settings call it. */
const inWords = (permission: string) =>
  permission.replace(/(?<=\p{Ll})\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);

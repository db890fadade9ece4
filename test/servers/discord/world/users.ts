import type { APIUser } from 'discord.js';

export function createUser(id: string, name: string, bot = false): APIUser {
  return {
    id,
    username: name.toLowerCase().replace(/\W+/g, '_'),
    discriminator: bot ? '0001' : '0',
    global_name: bot ? null : name,
    avatar: null,
    ...(bot ? { bot: true } : {}),
  };
}

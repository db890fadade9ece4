import { type APIUser, Routes } from 'discord.js';
import { plain } from '../../terminal/style.ts';
import { type Check, well, wrong } from '../check.ts';

export const token: Check = {
  name: 'token',
  async run({ discord }) {
    if (!discord.known)
      return [
        wrong(
          'DISCORD_TOKEN is not set. Copy the bot’s token from the Discord developer portal into .env; the terminal works without.',
        ),
      ];
    const { username } = await discord.get<APIUser>(Routes.user());
    return [well(`Discord knows it as ${plain(username)}.`)];
  },
};

import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/** Where every command can be used: in a server, the bot's DM and any other, installed by a server or a person. */
export const EVERYWHERE = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

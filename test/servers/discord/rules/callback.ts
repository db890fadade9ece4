import { InteractionType, InteractionResponseType as Response } from 'discord.js';
import type { Interaction } from '../world/interaction.ts';
import { type Breach, breach } from './breach.ts';

const REPLIES = [Response.ChannelMessageWithSource, Response.DeferredChannelMessageWithSource];
const UPDATES = [Response.DeferredMessageUpdate, Response.UpdateMessage];

/** Which answers fit which interaction. */
export function againstCallbackRules(interaction: Interaction, type: Response): Breach[] {
  if (answersTo(interaction).includes(type)) return [];
  return [breach('callback-type', ['type'], `Type ${type} is no answer to this interaction.`)];
}

function answersTo({ type, source }: Interaction): readonly Response[] {
  switch (type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [Response.ApplicationCommandAutocompleteResult];
    case InteractionType.MessageComponent:
      return [...REPLIES, ...UPDATES, Response.Modal];
    case InteractionType.ModalSubmit:
      return source ? [...REPLIES, ...UPDATES] : REPLIES;
    default:
      return [...REPLIES, Response.Modal];
  }
}

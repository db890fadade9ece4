import { InteractionResponseType } from 'discord.js';
import type { Interaction } from '../world/interaction.ts';
import { Seen } from './screen.ts';

/** Something a person did, and what became of it. */
export class Exchange {
  readonly interaction: Interaction;

  constructor(interaction: Interaction) {
    this.interaction = interaction;
  }

  /** How the bot acknowledged it, such as `DeferredChannelMessageWithSource`. */
  get acknowledged(): keyof typeof InteractionResponseType | undefined {
    const type = this.interaction.acknowledged?.type;
    return type && (InteractionResponseType[type] as keyof typeof InteractionResponseType);
  }

  /** Milliseconds from the action to its acknowledgement. */
  get after(): number | undefined {
    return this.interaction.acknowledged?.after;
  }

  /** “The application did not respond.” */
  get failed(): boolean {
    return this.interaction.failed;
  }

  /** The first response, as it is by now. */
  get reply(): Seen | undefined {
    const { original } = this.interaction;
    return original && !original.deleted ? new Seen(original) : undefined;
  }
}

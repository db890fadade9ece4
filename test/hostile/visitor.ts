import { setTimeout as after } from 'node:timers/promises';
import { InteractionType } from 'discord.js';
import type { Exchange, Person, Seen, Upload } from '../servers/discord/index.ts';
import { Exchange as Happened } from '../servers/discord/person/exchange.ts';
import { interact } from '../servers/discord/person/interact.ts';
import { Seen as Shown } from '../servers/discord/person/screen.ts';
import { type Attachment, attachmentJson } from '../servers/discord/world/attachments.ts';
import { createMessage } from '../servers/discord/world/messages.ts';
import type { Bot } from './bot.ts';

/** A message of the bot's, under which a button could be. */
const BEFORE = { flags: 1 << 15, components: [{ type: 10, content: 'Before.' }] };
const TAKEN_AWAY = 'taken away';
/** That message, and what everybody is told once. */
const NOT_IT = /^(?:Before\.|Your draft is read and forgotten)/;

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 12_000;

/** Somebody whose client sends what it likes: none of the checks of Discord's own is made. */
export class Visitor {
  readonly person: Person;
  readonly #bot: Bot;

  constructor(bot: Bot, name = 'Mallory') {
    this.#bot = bot;
    this.person = bot.discord.person(name);
  }

  /** A slash command with these options, whatever was registered. */
  command(name: string, options: unknown, resolved: unknown = {}): Promise<string> {
    const data = { id: '1', name, type: 1, options, resolved };
    return this.sends(InteractionType.ApplicationCommand, data);
  }

  /** A button or a select with this custom id under a message of the bot's. */
  presses(custom_id: unknown, more: Record<string, unknown> = {}): Promise<string> {
    const data = { component_type: 2, custom_id, id: 1, ...more };
    return this.sends(InteractionType.MessageComponent, data);
  }

  /** A modal with these fields. */
  submits(custom_id: unknown, components: unknown, resolved: unknown = {}): Promise<string> {
    return this.sends(InteractionType.ModalSubmit, { custom_id, components, resolved });
  }

  async sends(type: number, data: unknown): Promise<string> {
    const { world } = this.#bot.discord;
    const { user, dm: channel } = this.person;
    const author = world.application.user;
    const source = createMessage(world, { channel, author }, BEFORE, new Map());
    const act = { user, channel, type, data: data as Record<string, unknown>, owners: { 0: '0' } };
    const exchange = new Happened(await interact(world, { ...act, source }));
    // What a button brings may come beside its message.
    return exchange.acknowledged === 'DeferredMessageUpdate' ||
      exchange.interaction.original?.deleted
      ? this.#newest()
      : seenOf(exchange).then((seen) => (seen === TAKEN_AWAY ? this.#newest() : seen));
  }

  async #newest(): Promise<string> {
    for (let tries = 0; tries < 20; tries++) {
      const seen = this.person.screen(this.person.dm).findLast(({ text }) => !NOT_IT.test(text));
      if (seen && !seen.thinking) return seen.text;
      await after(50);
    }
    return TAKEN_AWAY;
  }

  /** A file whose description lies: what it is said to be is not what is kept. */
  file(upload: Upload, lies: Partial<Attachment> = {}): Attachment {
    return Object.assign(this.#bot.discord.world.keep(upload, true), lies);
  }

  /** `/review` with a file that is described as is liked. */
  reviews(upload: Upload, lies: Partial<Attachment> = {}): Promise<string> {
    const file = this.file(upload, lies);
    const attachments = { [file.id]: attachmentJson(file) };
    const options = [{ name: 'draft', type: 11, value: file.id }];
    return this.command('review', options, { attachments });
  }

  /** Writes in the DM and waits for the reply; `lies` are told of its first file. */
  async writes(
    text: string,
    attachments: readonly Upload[] = [],
    patience = PATIENCE,
  ): Promise<string> {
    this.person.writes(text, { in: this.person.dm, attachments });
    return this.replied(patience);
  }

  /** What the bot says next in the DM, once it is whole. */
  async replied(patience = PATIENCE): Promise<string> {
    const seen = await this.person.sees(/\S/, { in: this.person.dm, within: patience });
    return whole(() => seen);
  }
}

/** What came of an interaction. Rejects where nobody answered, or somebody was pinged. */
export async function seenOf(exchange: Exchange): Promise<string> {
  if (exchange.failed) throw new Error('no answer within three seconds');
  if (exchange.interaction.modal) return `a modal: ${exchange.interaction.modal.title}`;
  return whole(() => (exchange.interaction.original?.deleted ? TAKEN_AWAY : exchange.reply));
}

async function whole(look: () => Seen | string | undefined): Promise<string> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    const seen = look();
    if (typeof seen === 'string') return seen;
    if (seen instanceof Shown && !seen.thinking && !/ …$/.test(seen.text)) {
      if (seen.pings.length) throw new Error(`it pinged ${seen.pings}`);
      return seen.text || '(a picture)';
    }
    await after(20);
  }
  throw new Error('no answer');
}

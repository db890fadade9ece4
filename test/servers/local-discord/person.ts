import type { Gateway } from './gateway.ts';
import { walk } from './rules.ts';
import {
  type Channel,
  channelOf,
  type Json,
  messageOf,
  type Pending,
  type Person,
  type Shown,
  snowflake,
  userOf,
  type World,
} from './world.ts';

/** How long a person waits for the bot, in milliseconds. */
const PATIENCE = 5_000;

/** Somebody at a keyboard: what they do, and what they see. */
export class Someone {
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly person: Person;
  #last: Json;

  constructor(person: Person, world: World, gateway: Gateway) {
    this.person = person;
    this.#world = world;
    this.#gateway = gateway;
  }

  /** Delivers the last interaction once more, as Discord may. */
  repeats(): void {
    this.#gateway.send('INTERACTION_CREATE', this.#last);
  }

  /** Runs a slash command; `files` are uploads by option name. */
  async runs(
    name: string,
    channel: Channel,
    options: Json[] = [],
    files: Record<string, Uint8Array> = {},
  ): Promise<Pending> {
    const attachments = Object.fromEntries(
      Object.entries(files).map(([file, bytes]) => this.#keep(file, bytes)),
    );
    const uploads = Object.entries(attachments).map(([id]) => ({
      type: 11,
      name: 'draft',
      value: id,
    }));
    const command = [...this.#world.commands.values()].find((one) => one.name === name);
    return this.#interact(2, channel, {
      id: command?.id,
      name,
      type: command?.type ?? 1,
      options: [...options, ...uploads],
      resolved: { attachments },
    });
  }

  async runsOn(name: string, message: Shown, channel: Channel): Promise<Pending> {
    const command = [...this.#world.commands.values()].find((one) => one.name === name);
    const resolved = { messages: { [message.id]: messageOf(this.#world, message) } };
    return this.#interact(2, channel, {
      id: command?.id,
      name,
      type: 3,
      target_id: message.id,
      resolved,
    });
  }

  /** Presses the last button of that name that is in sight. */
  async clicks(label: string | RegExp): Promise<Pending> {
    const messages = this.screen().reverse();
    for (const message of messages) {
      const button = [...walk(message.body.components)].find(
        (one) =>
          one.type === 2 &&
          (typeof label === 'string' ? one.label === label : label.test(one.label)),
      );
      const channel = this.#world.channels.get(message.channel);
      if (button && channel)
        return this.#interact(
          3,
          channel,
          { custom_id: button.custom_id, component_type: 2 },
          message,
        );
    }
    throw new Error(`${this.person.username} sees no button ${label}`);
  }

  /** Fills in the modal that the bot opened, and sends it. */
  async submits(
    opened: Pending,
    texts: Record<string, string>,
    files: Record<string, Uint8Array> = {},
  ): Promise<Pending> {
    await until(() => opened.modal, 'a modal');
    const attachments = Object.fromEntries(
      Object.entries(files).map(([file, bytes]) => this.#keep(file, bytes)),
    );
    const components = opened.modal.components
      .filter(({ type }: Json) => type === 18)
      .map(({ component }: Json) => ({
        type: 18,
        component:
          component.type === 19
            ? { type: 19, custom_id: component.custom_id, values: Object.keys(attachments) }
            : { type: 4, custom_id: component.custom_id, value: texts[component.custom_id] ?? '' },
      }));
    const data = { custom_id: opened.modal.custom_id, components, resolved: { attachments } };
    return this.#interact(5, opened.channel, data, opened.message);
  }

  /** Writes a message; in a server only a mention carries its content to the bot. */
  writes(content: string, channel: Channel, replyTo?: Shown): Shown {
    const { application } = this.#world;
    const answers = replyTo?.author.id === application.id;
    const mentions = content.includes(application.id) || answers ? [userOf(application, true)] : [];
    const reference = replyTo && {
      message_reference: { message_id: replyTo.id, channel_id: channel.id },
    };
    const body = { content, mentions, ...reference };
    const shown: Shown = { id: snowflake(), channel: channel.id, body, author: this.person };
    this.#world.messages.push(shown);
    const hidden = channel.guild && !mentions.length;
    const data = { ...messageOf(this.#world, shown), ...(hidden ? { content: '' } : {}) };
    this.#gateway.send('MESSAGE_CREATE', data);
    return shown;
  }

  /** The messages in sight, oldest first. */
  screen(): Shown[] {
    return this.#world.messages.filter(({ only, channel }) => {
      const place = this.#world.channels.get(channel);
      const inside = place?.type === 0 || place?.members.has(this.person.id);
      return only ? only === this.person.id : inside;
    });
  }

  /** Waits until something in sight reads so, and returns the last that does. */
  async sees(pattern: RegExp): Promise<Shown> {
    return until(
      () => this.screen().findLast((message) => pattern.test(textOf(message))),
      `${this.person.username} sees ${pattern}`,
    );
  }

  #keep(name: string, bytes: Uint8Array): [string, Json] {
    const id = snowflake();
    this.#world.files.set(id, { name, bytes });
    const url = `${this.#world.url}/api/v10/attachments/${id}/${name}`;
    return [id, { id, filename: name, size: bytes.length, url, proxy_url: url }];
  }

  #interact(type: number, channel: Channel, data: Json, message?: Shown): Pending {
    const pending: Pending = {
      id: snowflake(),
      token: `token-${snowflake()}-${'x'.repeat(60)}`,
      person: this.person,
      channel,
      message,
      createdAt: this.#world.now(),
      ephemeral: false,
    };
    this.#world.pending.set(pending.id, pending);
    const user = userOf(this.person);
    const { guild } = channel;
    const member = {
      user,
      roles: [],
      joined_at: new Date(0).toISOString(),
      deaf: false,
      mute: false,
      permissions: '0',
      flags: 0,
    };
    this.#last = {
      id: pending.id,
      application_id: this.#world.application.id,
      type,
      token: pending.token,
      version: 1,
      channel_id: channel.id,
      channel: channelOf(channel),
      ...(guild
        ? { guild_id: guild.id, guild: { id: guild.id, locale: 'en-US', features: [] }, member }
        : { user }),
      app_permissions: String(guild?.permissions ?? 0n),
      locale: 'en-US',
      entitlements: [],
      authorizing_integration_owners: guild ? { 0: guild.id } : { 1: this.person.id },
      context: guild ? 0 : 1,
      attachment_size_limit: 10_485_760,
      data,
      ...(message ? { message: messageOf(this.#world, message) } : {}),
    };
    this.#gateway.send('INTERACTION_CREATE', this.#last);
    return pending;
  }
}

export function textOf({ body }: Shown): string {
  const said = [...walk(body.components)].filter(({ type }) => type === 10);
  return [body.content ?? '', ...said.map(({ content }) => content)].join('\n');
}

/** Waits for a value, looking often and not for ever. */
export async function until<T>(look: () => T | undefined, what: string): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

import { type APIUser, ChannelType, type GatewayDispatchEvents, SnowflakeUtil } from 'discord.js';
import { Clock, LINK_LIFE } from '../time.ts';
import { Waiting } from '../wait.ts';
import { Application, type Privileged } from './application.ts';
import { type Attachment, createAttachment, type Upload } from './attachments.ts';
import { Channel, type ChannelFields } from './channel.ts';
import type { Guild } from './guild.ts';
import { Ids } from './ids.ts';
import type { Interaction, Modal } from './interaction.ts';
import type { Message } from './message.ts';
import { createUser } from './users.ts';

/** A rule of Discord's that the bot broke. */
export interface Violation {
  /** The rule's name, such as `custom-id-unique` or `schema`. */
  rule: string;
  /** What is wrong, and where in the body. */
  detail: string;
  /** Method and route of the request; empty where a request was missing. */
  route: string;
}

/** Something that happens, for every gateway session that is concerned. */
export interface Event {
  name: `${GatewayDispatchEvents}`;
  /** The guild it happens in: it says which shard is told. */
  guild?: Guild | undefined;
  /** The intent that asks for it; 0 where none is needed. */
  intent: number;
  /** The payload, with the content of messages or without. */
  data: (content: boolean) => unknown;
}

/** What a person may notice. */
export type Change =
  | { kind: 'message'; message: Message }
  | { kind: 'thread'; channel: Channel }
  | { kind: 'modal'; modal: Modal }
  | { kind: 'forgotten'; before: number };

/** All that this Discord knows. Rules judge, resources and persons change it, the gateway tells of it. */
export class World {
  readonly clock = new Clock();
  readonly ids = new Ids(this.clock.now);
  readonly application: Application;
  readonly users = new Map<string, APIUser>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly attachments = new Map<string, Attachment>();
  /** By token. */
  readonly interactions = new Map<string, Interaction>();
  /** People who have the app for themselves. */
  readonly installedBy = new Set<string>();
  /** People who take no DMs from the bot. */
  readonly closedDms = new Set<string>();
  readonly violations: Violation[] = [];
  /** What each person notices, by their id. */
  readonly noticing = new Map<string, Waiting<Change>>();
  readonly #dms = new Map<string, Channel>();
  #changes = 0;
  /** Tells the gateway; set when that opens. Answers how many sessions were told at once. */
  tell: (event: Event) => number = () => 0;
  /** Where files are served. */
  url = '';

  constructor(name: string, privileged: readonly Privileged[]) {
    this.application = new Application(this.ids.next(), name, privileged);
    this.users.set(this.application.id, this.application.user);
  }

  violate(rule: string, detail: string, route = ''): void {
    this.violations.push({ rule, detail, route });
  }

  user(name: string, bot: boolean): APIUser {
    const user = createUser(this.ids.next(), name, bot);
    this.users.set(user.id, user);
    this.noticing.set(user.id, new Waiting());
    return user;
  }

  channel(fields: Omit<ChannelFields, 'id' | 'createdAt'>, id = this.ids.next()): Channel {
    const channel = new Channel({ ...fields, id, createdAt: this.clock.now() });
    this.channels.set(id, channel);
    fields.guild?.channels.set(id, channel);
    return channel;
  }

  /** The DM between a person and the bot; one and the same ever after. */
  dm(user: APIUser): Channel {
    let channel = this.#dms.get(user.id);
    if (!channel) {
      const members = [user, this.application.user];
      channel = this.channel({ type: ChannelType.DM, name: user.username, members });
      this.#dms.set(user.id, channel);
    }
    return channel;
  }

  keep(upload: Upload, ephemeral = false): Attachment {
    const expires = this.clock.now() + LINK_LIFE;
    const attachment = createAttachment(this.ids.next(), upload, this.url, expires, ephemeral);
    this.attachments.set(attachment.id, attachment);
    return attachment;
  }

  /** Something happened to a message; whoever can see it notices. */
  changed(message: Message): void {
    message.change = this.nextChange();
    for (const id of this.#viewers(message)) this.notice(id, { kind: 'message', message });
  }

  /** Forgets what was said and done, all of it or what is older than `before`; places and people stay. */
  forget(before = Number.POSITIVE_INFINITY): void {
    const old = ({ createdAt }: { createdAt: number }) => createdAt < before;
    for (const [token, interaction] of this.interactions)
      if (old(interaction)) this.interactions.delete(token);
    for (const id of this.attachments.keys())
      if (SnowflakeUtil.timestampFrom(id) < before) this.attachments.delete(id);
    for (const channel of this.channels.values()) {
      for (const [id, message] of channel.messages) if (old(message)) channel.messages.delete(id);
      if (!channel.isThread || channel.messages.size || !old(channel)) continue;
      this.channels.delete(channel.id);
      channel.guild?.channels.delete(channel.id);
    }
    for (const id of this.noticing.keys()) this.notice(id, { kind: 'forgotten', before });
  }

  nextChange(): number {
    return ++this.#changes;
  }

  get lastChange(): number {
    return this.#changes;
  }

  notice(userId: string, change: Change): void {
    this.noticing.get(userId)?.tell(change);
  }

  #viewers({ onlyFor, channel }: Message): Iterable<string> {
    if (onlyFor) return [onlyFor];
    return (channel.isPrivate ? channel.members : channel.guild?.members)?.keys() ?? [];
  }
}

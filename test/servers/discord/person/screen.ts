import { ComponentType, MessageFlags } from 'discord.js';
import type { Attachment } from '../world/attachments.ts';
import type { Channel } from '../world/channel.ts';
import { type Component, mediaOf, SELECTS, walk } from '../world/components.ts';
import { isLoading, isV2, type Message } from '../world/message.ts';

export interface SeenButton {
  label: string;
  id: string | undefined;
  url: string | undefined;
  disabled: boolean;
}

export interface SeenFile {
  name: string;
  size: number;
  url: string;
  type: string;
  description: string | undefined;
  bytes: Uint8Array;
  /** The file's content as text. */
  text: string;
}

/** A message as a person has it before their eyes; it changes with the message. */
export class Seen {
  readonly message: Message;

  constructor(message: Message) {
    this.message = message;
  }

  get id(): string {
    return this.message.id;
  }

  get channel(): Channel {
    return this.message.channel;
  }

  get author(): string {
    return this.message.author.global_name ?? this.message.author.username;
  }

  /** Only one person sees it. */
  get ephemeral(): boolean {
    return this.message.onlyFor !== undefined;
  }

  /** “Match Coach is thinking…” */
  get thinking(): boolean {
    return isLoading(this.message);
  }

  /** Content, text displays and embeds, from top to bottom. */
  get text(): string {
    return textOf(this.message);
  }

  /** The same without the `\` that keep Discord from formatting: as it is read. */
  get reads(): string {
    return unescaped(this.text);
  }

  get buttons(): SeenButton[] {
    return this.#all(({ type }) => type === ComponentType.Button).map((c) => ({
      label: c.label ?? c.emoji?.name ?? '',
      id: c.custom_id ?? undefined,
      url: c.url ?? undefined,
      disabled: c.disabled === true,
    }));
  }

  get selects(): Component[] {
    return this.#all(({ type }) => SELECTS.has(type));
  }

  /** Files that can be seen: in Components V2, those that a component shows. */
  get files(): SeenFile[] {
    const { attachments, flags } = this.message;
    if (!isV2(flags)) return attachments.map(fileOf);
    const shown = new Set(
      this.#all(() => true)
        .flatMap(mediaOf)
        .map(({ url }) => url),
    );
    return attachments.filter(({ url }) => shown.has(url)).map(fileOf);
  }

  /** Whom it pinged: ids of users and roles, or `everyone`. */
  get pings(): readonly string[] {
    return this.message.pings;
  }

  /** In a few lines, for the message of a failed test. */
  toString(): string {
    const marks = [
      this.ephemeral && 'only you',
      this.thinking && 'thinking…',
      this.message.flags & MessageFlags.SuppressNotifications && 'silent',
    ].filter(Boolean);
    const lines = [
      `${this.author}${marks.length ? ` (${marks.join(', ')})` : ''}: ${this.text}`,
      ...this.buttons.map(({ label, disabled }) => `[${label}]${disabled ? ' (off)' : ''}`),
      ...this.files.map(({ name, size }) => `<${name}, ${size} bytes>`),
    ];
    return lines.join('\n  ');
  }

  #all(wanted: (component: Component) => boolean): Component[] {
    return [...walk(this.message.components)].map(({ component }) => component).filter(wanted);
  }
}

interface Embed {
  title?: string;
  description?: string;
  fields?: Array<{ name: string; value: string }>;
  footer?: { text: string };
}

export function textOf({ content, components, embeds }: Message): string {
  const displays = [...walk(components)].flatMap(({ component }) => component.content ?? []);
  const embedded = (embeds as Embed[]).flatMap(({ title, description, fields, footer }) => [
    title,
    description,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  return [content, ...displays, ...embedded].filter(Boolean).join('\n');
}

export const unescaped = (text: string): string => text.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');

function fileOf(file: Attachment): SeenFile {
  const { filename: name, size, url, content_type: type, description, bytes } = file;
  return { name, size, url, type, description, bytes, text: new TextDecoder().decode(bytes) };
}

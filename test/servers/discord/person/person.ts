import { ApplicationCommandType, ButtonStyle, ComponentType, InteractionType } from 'discord.js';
import type { Channel } from '../world/channel.ts';
import { type Component, SELECTS } from '../world/components.ts';
import { type Message, messageJson } from '../world/message.ts';
import { Exchange } from './exchange.ts';
import { matches, type Where } from './eyes.ts';
import { type Act, interact } from './interact.ts';
import { type Filled, modalData } from './modal.ts';
import type { Seen } from './screen.ts';
import { findCommand, slashData, type Value } from './slash.ts';
import { Somebody } from './somebody.ts';

/** Somebody who uses the bot. What they do returns when the bot has acknowledged it, or failed to. */
export class Person extends Somebody {
  /** Runs a slash command, such as `/ask` or `/privacy show`, in a channel or their DM. */
  async runs(
    name: string,
    options: Record<string, Value> = {},
    { in: at }: Where = {},
  ): Promise<Exchange> {
    return this.#slash(name, options, at);
  }

  /** Types into an option with autocomplete; the choices that are offered. */
  async types(
    name: string,
    options: Record<string, Value>,
    focused: string,
    { in: at }: Where = {},
  ) {
    const exchange = await this.#slash(name, options, at, focused);
    return exchange.interaction.choices ?? [];
  }

  async #slash(name: string, options: Record<string, Value>, at?: Channel, focused?: string) {
    const channel = this.goTo(at);
    const [first = '', ...path] = name.replace(/^\//, '').split(' ');
    const kind = ApplicationCommandType.ChatInput;
    const { command, owners } = findCommand(this.world, this.user, channel, first, kind);
    const data = slashData(this.world, command, path, options, focused);
    const type = focused
      ? InteractionType.ApplicationCommandAutocomplete
      : InteractionType.ApplicationCommand;
    return this.#act({ channel, type, data, owners, name });
  }

  /** Runs a command of a message's menu. */
  async runsOn(name: string, { message }: Seen): Promise<Exchange> {
    const channel = this.goTo(message.channel);
    const kind = ApplicationCommandType.Message;
    const { command, owners } = findCommand(this.world, this.user, channel, name, kind);
    const resolved = { messages: { [message.id]: messageJson(message) } };
    const data = { id: command.id, name, type: kind, target_id: message.id, resolved };
    return this.#act({ channel, type: InteractionType.ApplicationCommand, data, owners, name });
  }

  /** Clicks the newest button with this label or custom id, once it is there. */
  async clicks(button: string | RegExp, where: Where = {}): Promise<Exchange> {
    const wanted = (c: Component) =>
      c.type === ComponentType.Button && !c.disabled && isCalled(c, c.label, button);
    const found = await this.eyes.finds(wanted, `a button “${button}”`, where);
    if (found.component.style === ButtonStyle.Link) throw new Error(`“${button}” is a link.`);
    return this.#uses(found, {});
  }

  /** Chooses in the newest select with this placeholder or custom id; options by value or label. */
  async chooses(
    select: string | RegExp,
    chosen: string | string[],
    where: Where = {},
  ): Promise<Exchange> {
    const wanted = (c: Component) =>
      SELECTS.has(c.type) && !c.disabled && isCalled(c, c.placeholder, select);
    const found = await this.eyes.finds(wanted, `a select “${select}”`, where);
    const { options } = found.component;
    const values = [chosen].flat().map((one) => {
      const option = options?.find(({ value, label }) => value === one || label === one);
      if (options && !option) throw new Error(`“${one}” isn't offered in “${select}”.`);
      return option?.value ?? one;
    });
    return this.#uses(found, { values });
  }

  #uses({ message, component }: { message: Message; component: Component }, more: object) {
    const { type, custom_id, id } = component;
    const channel = this.goTo(message.channel);
    const data = { component_type: type, custom_id, id, ...more };
    const owners = this.#ownersOf(message);
    return this.#act({
      channel,
      type: InteractionType.MessageComponent,
      data,
      owners,
      source: message,
    });
  }

  /** Fills in the modal that is open, once it is; fields by label or custom id. */
  async submits(fields: Record<string, Filled> = {}, within?: number): Promise<Exchange> {
    const modal =
      this.open ??
      (await this.changes.until(
        (change) => (change.kind === 'modal' ? change.modal : undefined),
        () => `${this.name} sees no modal.\n${this.eyes.describe()}`,
        within,
      ));
    const data = modalData(modal, fields, (file) => this.world.keep(file, true));
    this.open = undefined;
    const { source, channel, owners } = modal.from;
    return this.#act({ channel, type: InteractionType.ModalSubmit, data, owners, source });
  }

  /** Closes the modal without sending it; Discord tells nobody. */
  dismisses(): void {
    this.open = undefined;
  }

  #ownersOf({ metadata, channel }: Message): Record<string, string> {
    return metadata?.authorizing_integration_owners ?? { 0: channel.guild?.id ?? '0' };
  }

  async #act(act: Omit<Act, 'user'>): Promise<Exchange> {
    this.eyes.act();
    return new Exchange(await interact(this.world, { ...act, user: this.user }));
  }
}

function isCalled(
  component: Component,
  name: string | null | undefined,
  wanted: string | RegExp,
): boolean {
  const names = [name, component.custom_id].filter((each) => each != null);
  return names.some((each) =>
    typeof wanted === 'string' ? each === wanted : matches(wanted, each),
  );
}

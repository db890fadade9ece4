import { ButtonStyle, ComponentType } from 'discord.js';
import { type Component, SELECTS, walk } from '../world/components.ts';
import { type Breach, breach } from './breach.ts';
import type { Draft } from './draft.ts';

/** Components of a message, nested ones counted. */
const COUNT = 40;
const BUTTONS_A_ROW = 5;

export function componentCount({ body }: Draft) {
  const count = [...walk(body.components)].length;
  if (count <= COUNT) return [];
  return [breach('component-count', ['components'], `${count} components; ${COUNT} at most.`)];
}

/** Custom ids, and ids where they are given, are there once in a message or a modal. */
export function unique(components: readonly Component[] | null | undefined): Breach[] {
  const seen = new Set<string>();
  return [...walk(components)].flatMap(({ component, path }) =>
    (['custom_id', 'id'] as const).flatMap((field) => {
      const key = component[field] ? `${field} ${component[field]}` : undefined;
      if (!key) return [];
      if (seen.has(key))
        return [
          breach(`${field.replace('_', '-')}-unique`, [...path, field], `Duplicated: ${key}.`),
        ];
      seen.add(key);
      return [];
    }),
  );
}

export const uniqueIds = ({ body }: Draft) => unique(body.components);

export function rowContent({ body }: Draft) {
  return [...walk(body.components)].flatMap(({ component: { type, components = [] }, path }) => {
    if (type !== ComponentType.ActionRow) return [];
    const selects = components.filter((inner) => SELECTS.has(inner.type)).length;
    const right = selects ? components.length === 1 : components.length <= BUTTONS_A_ROW;
    return right
      ? []
      : [breach('row', [...path, 'components'], 'A row has 1 to 5 buttons, or 1 select.')];
  });
}

/** A link has an address and no custom id, any other button the reverse; each says what it is. */
export function buttonShape({ body }: Draft) {
  return [...walk(body.components)].flatMap(({ component, path }) => {
    if (component.type !== ComponentType.Button || component.style === ButtonStyle.Premium)
      return [];
    const link = component.style === ButtonStyle.Link;
    const wrong = link
      ? !component.url || component.custom_id
      : !component.custom_id || component.url;
    const strange = component.url && !/^(?:https?|discord):\/\//.test(component.url);
    const mute = !component.label && !component.emoji;
    return [
      ...(wrong ? [breach('button', path, 'A link has a url, other buttons a custom_id.')] : []),
      ...(strange
        ? [breach('button', [...path, 'url'], 'Scheme must be http, https or discord.')]
        : []),
      ...(mute ? [breach('button', path, 'A button has a label or an emoji.')] : []),
    ];
  });
}

export function selectShape(components: readonly Component[] | null | undefined): Breach[] {
  return [...walk(components)].flatMap(({ component, path }) => {
    const { type, options = [], min_values, max_values } = component;
    if (type !== ComponentType.StringSelect) return [];
    const values = new Set(options.map(({ value }) => value));
    const [min, max] = [min_values ?? 1, max_values ?? 1];
    const chosen = options.filter((option) => option.default).length;
    return [
      ...(values.size < options.length ? [breach('select', path, 'Values must be unique.')] : []),
      ...(max > options.length || min > max
        ? [breach('select', path, `${min} to ${max} of ${options.length} can't be chosen.`)]
        : []),
      ...(chosen > max ? [breach('select', path, 'More are chosen by default than may be.')] : []),
    ];
  });
}

export const selects = ({ body }: Draft) => selectShape(body.components);

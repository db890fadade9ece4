import { ComponentType } from 'discord.js';

/** A component of a message or a modal, as far as anything here looks into it. */
export interface Component {
  type: number;
  id?: number | null;
  custom_id?: string | null;
  content?: string;
  label?: string | null;
  description?: string | null;
  title?: string | null;
  placeholder?: string | null;
  value?: string | null;
  url?: string | null;
  style?: number;
  emoji?: { id?: string | null; name?: string | null } | null;
  disabled?: boolean | null;
  required?: boolean | null;
  min_values?: number | null;
  max_values?: number | null;
  min_length?: number | null;
  max_length?: number | null;
  options?: Option[];
  components?: Component[];
  component?: Component;
  accessory?: Component;
  file?: Media;
  media?: Media;
  items?: Array<{ media: Media; description?: string | null; spoiler?: boolean | null }>;
  file_types?: string[] | null;
}

export interface Option {
  label: string;
  value: string;
  description?: string | null;
  default?: boolean | null;
}

export interface Media {
  url: string;
  [key: string]: unknown;
}

/** Every component with where it stands, nested ones after the one that holds them. */
export function* walk(
  components: readonly Component[] | null | undefined,
  path: readonly (string | number)[] = ['components'],
): Generator<{ component: Component; path: readonly (string | number)[] }> {
  for (const [i, component] of (components ?? []).entries()) {
    const at = [...path, i];
    yield { component, path: at };
    yield* walk(component.components, [...at, 'components']);
    for (const single of ['accessory', 'component'] as const) {
      const inner = component[single];
      if (inner) yield { component: inner, path: [...at, single] };
    }
  }
}

/** The media that a component shows. */
export function mediaOf(component: Component): Media[] {
  return [
    ...(component.file ? [component.file] : []),
    ...(component.media ? [component.media] : []),
    ...(component.items ?? []).map(({ media }) => media),
  ];
}

export const SELECTS: ReadonlySet<number> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

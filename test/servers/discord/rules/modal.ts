import { ComponentType } from 'discord.js';
import { type Component, walk } from '../world/components.ts';
import { type Breach, breach } from './breach.ts';
import { selectShape, unique } from './components.ts';

const LABELS = 5;

/** What a modal must keep beyond its schema. */
export function againstModalRules({ components }: { components: Component[] }): Breach[] {
  const at = ['data', 'components'];
  const inside = (breaches: Breach[]) =>
    breaches.map(({ rule, path, message }) => breach(rule, ['data', ...path], message));
  const many = components.length > LABELS;
  return [
    ...(many ? [breach('modal-size', at, `${components.length} parts; ${LABELS} at most.`)] : []),
    ...inside(unique(components)),
    ...inside(selectShape(components)),
    ...[...walk(components)].flatMap(({ component, path }) =>
      textInput(component).map((message) => breach('text-input', ['data', ...path], message)),
    ),
    ...components.flatMap((component, i) =>
      labelled(component).map((message) => breach('label', [...at, i], message)),
    ),
  ];
}

function textInput({ type, value, min_length, max_length, required }: Component): string[] {
  if (type !== ComponentType.TextInput) return [];
  const [min, max] = [min_length ?? 0, max_length ?? 4_000];
  const length = value?.length ?? 0;
  return [
    ...(min > max ? [`It asks for ${min} to ${max} characters.`] : []),
    ...(value && (length > max || (length < min && required !== false))
      ? [`Its value has ${length} characters; ${min} to ${max} may be there.`]
      : []),
  ];
}

/** An input stands in a label, which names it; one in a row names itself. */
function labelled({ type, component, components }: Component): string[] {
  if (type === ComponentType.Label)
    return component?.label ? ['An input in a label has no label of its own.'] : [];
  if (type !== ComponentType.ActionRow) return [];
  return components?.some(({ label }) => !label) ? ['An input in a row needs a label.'] : [];
}

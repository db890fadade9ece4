import { ComponentType as Type } from 'discord.js';
import { type Attachment, attachmentJson, type Upload } from '../world/attachments.ts';
import { type Component, SELECTS } from '../world/components.ts';
import type { Modal } from '../world/interaction.ts';

/** What is put into a modal's fields. */
export type Filled = string | boolean | readonly string[] | Upload | readonly Upload[];

/** A field as it is seen. */
export interface Field {
  label: string;
  description?: string;
  input: Component;
}

/** Inputs with their labels, in a label or in a row. */
export function fieldsOf({ components }: Modal): Field[] {
  return components.flatMap(({ type, label, description, component, components: row }) => {
    if (type === Type.Label && component)
      return [{ label: label ?? '', ...(description ? { description } : {}), input: component }];
    if (type === Type.ActionRow)
      return (row ?? []).map((input) => ({ label: input.label ?? '', input }));
    return [];
  });
}

/** What Discord sends of a modal, after the checks that its own client makes. */
export function modalData(
  modal: Modal,
  values: Readonly<Record<string, Filled>>,
  keep: (file: Upload) => Attachment,
): Record<string, unknown> {
  const fields = fieldsOf(modal);
  for (const key of Object.keys(values))
    if (!fields.some((field) => isNamed(field, key)))
      throw new Error(
        `No field “${key}”; there are ${fields.map(({ label }) => label).join(', ')}.`,
      );
  const attachments: Record<string, unknown> = {};
  const upload = (file: Upload) => {
    const kept = keep(file);
    attachments[kept.id] = attachmentJson(kept);
    return kept.id;
  };
  const answer = (input: Component): Record<string, unknown> => {
    const field = fields.find((each) => each.input === input);
    const key = Object.keys(values).find((name) => field && isNamed(field, name));
    const value = key === undefined ? undefined : values[key];
    return {
      type: input.type,
      id: input.id ?? 1,
      custom_id: input.custom_id,
      ...answered(field?.label ?? '', input, value, upload),
    };
  };
  const components = modal.components.map(({ type, id, component, components: row }, i) => ({
    type,
    id: id ?? i + 1,
    ...(component ? { component: answer(component) } : {}),
    ...(row ? { components: row.map(answer) } : {}),
  }));
  return { custom_id: modal.custom_id, components, resolved: { attachments } };
}

const isNamed = ({ label, input }: Field, key: string) => key === label || key === input.custom_id;

function answered(
  label: string,
  input: Component,
  value: Filled | undefined,
  upload: (file: Upload) => string,
): Record<string, unknown> {
  const wrong = (why: string) => new Error(`“${label}”: ${why}.`);
  const required = input.required !== false;
  if (input.type === Type.TextInput) {
    const text = typeof value === 'string' ? value : (input.value ?? '');
    const [min, max] = [input.min_length ?? 0, input.max_length ?? 4_000];
    if (required && !text.trim()) throw wrong('it is required');
    if (text && (text.length < min || text.length > max))
      throw wrong(`it takes ${min} to ${max} characters, not ${text.length}`);
    return { value: text };
  }
  if (input.type === Type.Checkbox) return { value: value === true };
  const given = value === undefined || typeof value === 'boolean' ? [] : [value].flat();
  const [min, max] = [required ? (input.min_values ?? 1) : 0, input.max_values ?? 1];
  if (given.length < min || given.length > max) throw wrong(`it takes ${min} to ${max}`);
  if (input.type === Type.FileUpload)
    return { values: given.map((file) => upload(file as Upload)) };
  const chosen = given.map((each) => {
    const option = input.options?.find((o) => o.value === each || o.label === each);
    if (!option && SELECTS.has(input.type) && input.options) throw wrong(`“${each}” isn't offered`);
    return option?.value ?? each;
  });
  return input.type === Type.RadioGroup ? { value: chosen[0] ?? null } : { values: chosen };
}

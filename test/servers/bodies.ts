import type { Discord } from './discord/index.ts';

export type Body = Record<string, unknown>;

export const V2 = 1 << 15;
export const text = (content: string) => ({ type: 10, content });
export const row = (...components: unknown[]) => ({ type: 1, components });
export const button = (custom_id: string, more: Body = {}) => ({
  type: 2,
  style: 1,
  label: 'B',
  custom_id,
  ...more,
});
export const select = (more: Body = {}) => ({
  type: 3,
  custom_id: 's',
  options: [
    { label: 'A', value: 'a' },
    { label: 'B', value: 'b' },
  ],
  ...more,
});
export const many = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
export const v2 = (...components: unknown[]) => ({ flags: V2, components });
export const options = (count: number) => many(count, (i) => ({ label: `${i}`, value: `${i}` }));

/** What an answer is refused with: code, rules, and where. */
export async function refused(discord: Discord, attempt: Promise<unknown>) {
  const before = discord.violations.length;
  const error = await attempt.then(
    () => undefined,
    (reason) => reason,
  );
  const broken = discord.violations.slice(before);
  return { code: error?.code, rules: broken.map(({ rule }) => rule), where: broken[0]?.detail };
}

/** Something in a body that Discord refuses. */
export interface Breach {
  rule: string;
  path: readonly PropertyKey[];
  message: string;
}

export function breach(rule: string, path: readonly PropertyKey[], message: string): Breach {
  return { rule, path, message };
}

/** Breaches in the nested shape that Discord answers with. */
export function errorsOf(breaches: readonly Breach[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const { rule, path, message } of breaches) {
    let at = root;
    for (const key of path) {
      const inner = (at[String(key)] ?? {}) as Record<string, unknown>;
      at[String(key)] = inner;
      at = inner;
    }
    const errors = (at._errors ?? []) as unknown[];
    at._errors = [...errors, { code: rule.toUpperCase().replaceAll('-', '_'), message }];
  }
  return root;
}

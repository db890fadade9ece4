type Method = (...args: never[]) => Promise<unknown>;

/** The same object, which also tells by name which of its methods rejected. */
export function tellingFailures<Methods extends object>(
  methods: Methods,
  failed: (method: string) => void,
): Methods {
  const told = Object.entries(methods as Record<string, Method>).map(([name, method]) => [
    name,
    async (...args: never[]) => {
      try {
        return await method(...args);
      } catch (error) {
        failed(name);
        throw error;
      }
    },
  ]);
  return Object.fromEntries(told) as Methods;
}

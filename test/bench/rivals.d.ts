// What is used of the packages that only the benchmark compares with: they are not installed where
// the types are checked, and some bring none.
declare module 'write-good' {
  export default function writeGood(text: string): unknown[];
}
declare module 'alex' {
  export function text(text: string): { messages: unknown[] };
}
declare module 'retext' {
  interface Processor {
    use(plugin: unknown, options?: unknown): Processor;
    processSync(text: string): { messages: unknown[] };
  }
  export function retext(): Processor;
}
declare module 'retext-equality';
declare module 'retext-indefinite-article';
declare module 'retext-passive';
declare module 'retext-readability';
declare module 'retext-repeated-words';
declare module 'retext-simplify';
declare module 'minisearch' {
  export default class MiniSearch {
    constructor(options: { fields: string[] });
    addAll(documents: readonly object[]): void;
    search(query: string): Array<{ id: string }>;
  }
}
declare module '@orama/orama' {
  type Index = { readonly orama: unique symbol };
  export function create(options: { schema: Record<string, string> }): Index;
  export function insertMultiple(index: Index, documents: readonly object[]): Promise<string[]>;
  export function search(
    index: Index,
    options: { term: string; limit: number },
  ): { hits: Array<{ document: { id: string } }> } | Promise<never>;
}

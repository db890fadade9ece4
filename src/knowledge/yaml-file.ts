import { isNode, LineCounter, parseDocument, visit, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import type { Report } from './problem.ts';

/** Parses and validates one YAML file; what is wrong is reported by line, and then it is undefined. */
export function parseYaml<T extends z.ZodType>(
  file: string,
  source: string,
  schema: T,
  report: Report,
): z.infer<T> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  for (const error of document.errors) {
    report({ file, line: lineAt(error.pos[0]), message: error.message.split('\n')[0] ?? '' });
  }
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document)) return;
      const line = lineAt(node.range?.[0] ?? 0);
      report({ file, line, message: 'a text that begins with * needs quotes around it' });
      document.errors.push(new YAMLParseError([0, 0], 'BAD_ALIAS', node.source));
    },
  });
  if (document.errors.length) return undefined;
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = [...issue.path] as Array<string | number>;
    report({
      file,
      line: lineAt(offsetOf(document, path)),
      message: `${path.join('.') || 'file'} ${issue.message}`,
    });
  }
  return undefined;
}

/** Where the value at `path` stands, or the nearest thing around it that exists. */
function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: Array<string | number>,
): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

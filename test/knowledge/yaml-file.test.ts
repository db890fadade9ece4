import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describe as tell } from '../../src/knowledge/problem.ts';
import { criterionSchema, themeSchema } from '../../src/knowledge/schema.ts';
import { parseYaml } from '../../src/knowledge/yaml-file.ts';
import { collect } from './support.ts';

function parse<T extends z.ZodType>(source: string, schema: T) {
  const { problems, report } = collect();
  return { value: parseYaml('a.yaml', source, schema, report), problems };
}

const THEME = `theme: failure
title: Failure
questions:
  - id: one
    ask: What?
    wants: a
    strong: b
    weak: c
    hint: d
    followUps:
      - when: blame
        ask: And?
      - ask: So?
    reading: a#b
  - id: two
    ask: What else?
    wants: a
    strong: b
    weak: c
    hint: d
    followUps:
      - ask: And?
      - ask: So?
    reading: a#b
`;

describe('a file that is as it should be', () => {
  it('gives what it holds, defaults filled in', () => {
    const { value, problems } = parse(THEME, themeSchema);
    expect(problems).toEqual([]);
    expect(value?.questions.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(value?.questions[0]?.situations).toEqual([]);
  });
  it('may have Windows breaks', () => {
    const { value, problems } = parse(THEME.replaceAll('\n', '\r\n'), themeSchema);
    expect(problems).toEqual([]);
    expect(value?.questions).toHaveLength(2);
  });
});

describe('what is wrong in the shape is told by line', () => {
  it.each([
    ['a wrong id', THEME.replace('id: two', 'id: Two Words'), 15, /questions\.1\.id must be/],
    [
      'a missing hint',
      THEME.replace(/ {4}hint: d\n(?! {4}followUps:\n {6}- when)/, ''),
      15,
      /hint/,
    ],
    ['an unknown key', THEME.replace('weak: c', 'weak: c\n    week: c'), 4, /week/],
    ['an empty text', THEME.replace('wants: a', 'wants: "  "'), 6, /must not be empty/],
    ['too few follow-ups', THEME.replace(/ {6}- ask: So\?\n/, ''), 11, /at least two follow-ups/],
    ['a wrong follow-up', THEME.replace('when: blame', 'when: 3'), 11, /followUps\.0\.when/],
    [
      'a wrong situation',
      THEME.replace('ask: What?', 'situations: [a]\n    ask: b'),
      5,
      /situations/,
    ],
    ['a wrong reading', THEME.replace('reading: a#b', 'reading: a'), 14, /file#heading-slug/],
    ['a missing theme', THEME.replace('theme: failure\n', ''), 1, /theme/],
    ['a list for a map', '- a\n- b\n', 1, /file/],
    ['nothing', '', 1, /file/],
  ])('%s', (_, source, line, message) => {
    const { value, problems } = parse(source, themeSchema);
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'a.yaml', line });
    expect(problems[0]?.message).toMatch(message);
  });
  it('all at once', () => {
    const source = THEME.replace('id: one', 'id: One').replace('id: two', 'id: Two');
    expect(parse(source, themeSchema).problems.map(({ line }) => line)).toEqual([4, 15]);
  });
});

describe('what is wrong in the YAML is told by line', () => {
  it.each([
    // Where a bracket or a quote is not closed, the fault shows at the end.
    ['an open bracket', 'a: 1\nb: [1, 2\n', 3],
    ['a key that comes twice', 'a: 1\nb: 2\na: 3\n', 3],
    ['a quote that never ends', 'a: 1\nb: "two\n', 3],
    ['a colon in a text', 'a: 1\nb: one: two\n', 2],
    ['a tab for spaces', 'a:\n\tb: 1\n', 2],
  ])('%s', (_, source, line) => {
    const { value, problems } = parse(source, z.record(z.string(), z.unknown()));
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'a.yaml', line });
    expect(problems[0]?.message).not.toContain('\n');
  });
  it('a text of one word with a star before it', () => {
    const { problems } = parse('a: 1\nb: *Keep\n', z.record(z.string(), z.unknown()));
    expect(problems[0]).toMatchObject({ file: 'a.yaml', line: 2 });
  });
});

describe('a criterion', () => {
  const CRITERION = `id: blame
label: It lands on others
criterion: A
why: B
advice: C
question: What was yours?
reading: a#b
`;
  it('may leave its cues and examples out', () => {
    const { value } = parse(CRITERION, criterionSchema);
    expect(value).toMatchObject({ cues: [], examples: { flagged: [], clean: [] } });
  });
  it('asks a question', () => {
    const { problems } = parse(CRITERION.replace('yours?', 'yours'), criterionSchema);
    expect(problems.map(tell)).toEqual(['a.yaml:6: question must be a question']);
  });
});

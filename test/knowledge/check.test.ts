import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { describe as tell } from '../../src/knowledge/problem.ts';
import { copyOfKnowledge, createCheck, open, ROOT } from './support.ts';

describe('the shipped folder', () => {
  const checked = checkKnowledge(ROOT);
  it('has no problems', () => {
    expect(checked.problems.map(tell)).toEqual([]);
  });
  it('has what three jobs need', () => {
    expect(checked.passages).toBeGreaterThan(80);
    expect(checked.questions).toBeGreaterThanOrEqual(90);
    expect(checked.criteria).toBeGreaterThanOrEqual(26);
  });
});

const root = copyOfKnowledge();
const check = createCheck(root);

/** Breaks one file of the copy, tells what the check says, and mends it. */
function broken(path: string, change: (text: string) => string): string[] {
  const file = open(root, path);
  const next = change(file.text);
  expect(next).not.toBe(file.text);
  file.write(next);
  try {
    return check().map(tell);
  } finally {
    file.write(file.text);
  }
}
const lineOf = (path: string, text: string) => `knowledge/${path}:${open(root, path).lineOf(text)}`;

const BLAME = 'rubric/statement/blame.yaml';
const FAILURE = 'questions/failure.yaml';
const CK = 'strategy/step-2-ck.md';
const AIM = '## What score to aim for';

describe('one fault in a copy is told with its file and line', () => {
  it('is nothing where nothing was changed', () => {
    expect(check()).toEqual([]);
  });
  it('a reading that leads nowhere', () => {
    const told = broken(BLAME, (text) => text.replace(/^reading: .*/m, 'reading: no-file#at-all'));
    expect(told).toEqual([
      `${lineOf(BLAME, 'reading:')}: reading "no-file#at-all" is no passage of knowledge/strategy`,
    ]);
  });
  it('a reading of a question that leads nowhere', () => {
    const reading = 'interview#what-personality-to-show';
    const told = broken(FAILURE, (text) => text.replace(reading, `${reading}-off`));
    expect(told).toEqual([expect.stringMatching(`^${lineOf(FAILURE, reading)}: reading "`)]);
  });
  it('a source that nobody knows', () => {
    const told = broken(CK, (text) =>
      replaceAfter(text, AIM, /^Source: article/m, 'Source: hearsay'),
    );
    expect(told).toEqual([
      `${lineOf(CK, AIM)}: "What score to aim for" names the unknown source "hearsay"`,
    ]);
  });
  it('a section that the source does not have', () => {
    const told = broken(CK, (text) =>
      replaceAfter(text, AIM, /^Source: .*/m, 'Source: article, 9. None'),
    );
    expect(told).toEqual([
      `${lineOf(CK, AIM)}: "What score to aim for" names a section that article does not have`,
    ]);
  });
  it('a passage that is too long', () => {
    const told = broken(CK, (text) => text.replace(AIM, `${AIM}\n\n${'so '.repeat(120)}`));
    expect(told).toEqual([expect.stringMatching(`^${lineOf(CK, AIM)}: .* at most 120$`)]);
  });
  it('a question without a hint', () => {
    const id = '- id: apart-from-exams';
    const told = broken(FAILURE, (text) =>
      replaceAfter(text, id, /^ {4}hint: >-\n(?: {6}.*\n)+/m, ''),
    );
    expect(told).toEqual([expect.stringMatching(`^${lineOf(FAILURE, id)}: questions.1.hint `)]);
  });
  it('a question whose id another has', () => {
    const told = broken(FAILURE, (text) => text.replace('apart-from-exams', 'a-time-you-failed'));
    expect(told).toEqual([
      expect.stringMatching(`^knowledge/${FAILURE}:\\d+: a second question "a-time-you-failed"`),
    ]);
  });
  it('YAML that can’t be read', () => {
    const told = broken(BLAME, (text) => text.replace(/^label: /m, 'label: one: '));
    expect(told[0]).toMatch(`${lineOf(BLAME, 'label:')}: `);
  });
  it('a phrase whose star comes too soon', () => {
    const path = 'lexicon/topics/interview.yaml';
    const told = broken(path, (text) => text.replace('  - overseas', '  - ov*'));
    expect(told).toEqual([expect.stringMatching(`^${lineOf(path, '  - overseas')}: .*three`)]);
  });
  it('a criterion that a check needs', () => {
    const path = 'rubric/answer/bitter.yaml';
    const { text, write } = open(root, path);
    rmSync(join(root, path));
    const told = check().map(tell);
    write(text);
    expect(told).toEqual([`knowledge/${path}:1: is missing or broken`]);
  });
});

/** Replaces the first match after a place. */
function replaceAfter(text: string, place: string, pattern: RegExp, next: string): string {
  const at = text.indexOf(place);
  return text.slice(0, at) + text.slice(at).replace(pattern, next);
}

import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describe as tell } from '../../src/knowledge/problem.ts';
import { copyOfKnowledge, createCheck, open } from './support.ts';

const FAILURE = 'questions/failure.yaml';
const EXTRA = 'asks/zz-extra.md';

/** What the check says of a fresh copy after one change. */
function told(change: (root: string) => void): string[] {
  const root = copyOfKnowledge();
  const check = createCheck(root);
  change(root);
  return check().map(tell);
}

/** Faults that the check lets pass, or tells of in the wrong place. */
describe('the check also', () => {
  it('names the line of a second question with one id', () => {
    const lines = told((root) => {
      const { text, write } = open(root, FAILURE);
      write(text.replace('id: apart-from-exams', 'id: a-time-you-failed'));
    });
    expect(lines).toEqual([expect.stringMatching(/failure\.yaml:28: a second question/)]);
  });
  it('names the file of a second question, however the file is called', () => {
    const lines = told((root) => {
      const { text, write } = open(root, FAILURE);
      write(text.replace('id: apart-from-exams', 'id: a-time-you-failed'));
      renameSync(join(root, FAILURE), join(root, 'questions/failing.yaml'));
    });
    expect(lines).toEqual([expect.stringMatching(/^knowledge\/questions\/failing\.yaml:/)]);
  });
  it('reads the further wordings', () => {
    const lines = told((root) => writeFileSync(join(root, EXTRA), 'interview#x\n'));
    expect(lines[0]).toMatch(`knowledge/${EXTRA}:`);
  });
  it('knows a further wording of a passage that is not there', () => {
    const lines = told((root) => writeFileSync(join(root, EXTRA), '## no-file#at-all\n- one\n'));
    expect(lines[0]).toMatch(`knowledge/${EXTRA}:1`);
  });
  it('knows a follow-up to a flag that no check raises', () => {
    const lines = told((root) => {
      const { text, write } = open(root, FAILURE);
      write(text.replace('when: bitter', 'when: biter'));
    });
    expect(lines).toHaveLength(1);
  });
  it('tells of a file that is missing instead of breaking off', () => {
    expect(told((root) => rmSync(join(root, 'rubric/strengths.yaml')))).toHaveLength(1);
  });
  it('misses the words of care', () => {
    expect(told((root) => rmSync(join(root, 'care.md')))).toHaveLength(1);
  });
  it('looks at the phrases of the rubric as at those of the word lists', () => {
    const lines = told((root) => {
      const { text, write } = open(root, 'rubric/answer/bitter.yaml');
      write(text.replace('cues:\n', 'cues:\n  - ra*\n'));
    });
    expect(lines).toHaveLength(1);
  });
  it('lets a comment say what it likes', () => {
    const lines = told((root) => {
      appendFileSync(join(root, 'lexicon/topics/interview.yaml'), '# a* b* [c*\n');
    });
    expect(lines).toEqual([]);
  });
});

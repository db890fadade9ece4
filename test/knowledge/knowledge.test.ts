import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/coach/ask.ts';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { copyOfKnowledge, open } from './support.ts';

const PASSAGE = `---
title: Horses
---

## Riding to the interview

Ride at a walk, and leave the horse at the gate.

Source: advisers
Asked as:
- may i come on a horse
- where do i stable my mare during interview season
- is riding to the interview frowned upon
- who feeds my pony while i rank programs
`;
const QUESTIONS = `theme: horses
title: Horses
questions:
  - id: own-a-horse
    ask: Do you own a horse?
    wants: a
    strong: b
    weak: c
    hint: Think of the stable.
    followUps:
      - when: too-short
        ask: And its name?
      - ask: Who feeds it?
    reading: horses#riding-to-the-interview
`;
const ASK = 'where can i stable my mare and who feeds the pony';

function ask(root: string, question: string) {
  const { find } = openKnowledge(root);
  return answerQuestion(question, undefined, {
    trouble: () => 'none',
    find: find(),
    care: '',
    perhapsCare: '',
  });
}

describe('a passage that was added', () => {
  const root = copyOfKnowledge();
  const id = 'horses#riding-to-the-interview';
  it('is found by a fresh opening, and was not before', () => {
    const before = openKnowledge(root);
    expect(
      before
        .find()(ASK)
        .covered.map(({ passage }) => passage.id),
    ).not.toContain(id);
    writeFileSync(join(root, 'strategy/horses.md'), PASSAGE);
    const { covered } = openKnowledge(root).find()(ASK);
    expect(covered[0]?.passage.id).toBe(id);
    expect(openKnowledge(root).passages().get(id)?.title).toBe('Riding to the interview');
    expect(before.passages().has(id)).toBe(false);
  });
  it('answers its question, and is cited', () => {
    const { kind, passages, answer } = ask(root, ASK);
    expect(kind).toBe('answer');
    expect(passages[0]?.id).toBe(id);
    expect(answer).toContain('leave the horse at the gate');
  });
  it('may be read on from a question file that was added', () => {
    const before = checkKnowledge(root);
    writeFileSync(join(root, 'questions/horses.yaml'), QUESTIONS);
    const after = checkKnowledge(root);
    expect(after.problems).toEqual(before.problems);
    expect(after.questions).toBe(before.questions + 1);
    const bank = openKnowledge(root).bank();
    expect(bank.find((question) => question.id === 'own-a-horse')).toMatchObject({
      theme: 'horses',
      situations: [],
    });
  });
  it('left to others is declined in its words', () => {
    writeFileSync(join(root, 'strategy/horses.md'), PASSAGE.replaceAll(/horse|mare|pony/gi, 'car'));
    const left = PASSAGE.replace('Ride at a walk, and leave', 'Ask a groom where to leave');
    writeFileSync(join(root, 'outside/horses.md'), left);
    const { kind, passages, answer } = ask(root, ASK);
    expect(kind).toBe('declined');
    expect(passages).toEqual([]);
    expect(answer).toContain('Ask a groom');
  });
});

describe('a folder with a fault', () => {
  it('is not opened in part: the fault is named with its file and line', () => {
    const root = copyOfKnowledge();
    const path = 'rubric/answer/bitter.yaml';
    const { text, lineOf, write } = open(root, path);
    write(text.replace(/^label: /m, 'label: one: '));
    const knowledge = openKnowledge(root);
    expect(() => knowledge.answerCriteria()).toThrow(`knowledge/${path}:${lineOf('label:')}: `);
    expect(knowledge.statementCriteria().size).toBeGreaterThan(0);
  });
});

describe('what is opened', () => {
  it('is read once', () => {
    const knowledge = openKnowledge(copyOfKnowledge());
    expect(knowledge.passages()).toBe(knowledge.passages());
    expect(knowledge.bank()).toBe(knowledge.bank());
    expect(knowledge.find()).toBe(knowledge.find());
  });
  it('cares in plain words, without the front matter', () => {
    const care = openKnowledge(copyOfKnowledge()).care();
    expect(care).toContain('988');
    expect(care).toContain('findahelpline.com');
    expect(care).not.toMatch(/^---|^title:/m);
  });
});

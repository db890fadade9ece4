import { describe, expect, it } from 'vitest';
import { parsePassages, slugOf } from '../../src/knowledge/passages.ts';
import { collect } from './support.ts';

const FILE = 'knowledge/strategy/step-2-ck.md';
const SECTION = `## When to sit it?

Sit it when you are ready.

- **Readiness:** by practice tests.

In short: Sit it when you are ready, and no sooner.

Source: article, 1. Step 2 CK: Your Critical Second Chance
Season: 2026
Asked as:
- when should i sit it
- is now too soon
* how do i know i am ready
`;
const TOPIC = `---\ntitle: Step 2 CK\n---\n\n${SECTION}`;

function parse(source: string) {
  const { problems, report } = collect();
  return { passages: parsePassages(FILE, source, report), problems };
}

describe('a topic file', () => {
  it('gives a passage a section, with all its fields', () => {
    const { passages, problems } = parse(TOPIC);
    expect(problems).toEqual([]);
    expect(passages).toEqual([
      {
        id: 'step-2-ck#when-to-sit-it',
        file: FILE,
        line: 5,
        topic: 'Step 2 CK',
        title: 'When to sit it?',
        body: 'Sit it when you are ready.\n\n- **Readiness:** by practice tests.',
        short: 'Sit it when you are ready, and no sooner.',
        source: { id: 'article', section: '1. Step 2 CK: Your Critical Second Chance' },
        season: '2026',
        asks: ['when should i sit it', 'is now too soon', 'how do i know i am ready'],
      },
    ]);
  });
  it('may hold no season, and a source without a place', () => {
    const [passage] = parse(
      TOPIC.replace(/Season.*\n/, '').replace(/article,.*/, 'usmle'),
    ).passages;
    expect(passage).not.toHaveProperty('season');
    expect(passage?.source).toEqual({ id: 'usmle', section: '' });
  });
  it('may have Windows breaks', () => {
    const { passages, problems } = parse(TOPIC.replaceAll('\n', '\r\n'));
    expect(problems).toEqual([]);
    expect(passages).toEqual(parse(TOPIC).passages);
  });
  it('may have several sections, each at its line', () => {
    const second = SECTION.replace('When to sit it?', 'How long to wait');
    const { passages, problems } = parse(`${TOPIC}\n${second}`);
    expect(problems).toEqual([]);
    expect(passages.map(({ id, line }) => [id, line])).toEqual([
      ['step-2-ck#when-to-sit-it', 5],
      ['step-2-ck#how-long-to-wait', 20],
    ]);
  });
});

describe('a problem', () => {
  const SECOND = `\n${SECTION.replace('When to sit it?', 'Other')}`;
  it.each([
    ['front matter is missing', SECTION, 1, /front matter/],
    ['the title is missing', TOPIC.replace('title:', 'titel:'), 1, /front matter.*title/],
    ['there is no section', '---\ntitle: A\n---\n\nText.\n', 1, /no ## section/],
    ['a section comes twice', `${TOPIC}\n${SECTION}`, 20, /second section "When to sit it\?"/],
    ['the text is missing', TOPIC.replace(/Sit it when.*\n\n.*tests\.\n/, ''), 5, /has no text/],
    ['the source is missing', TOPIC.replace(/Source:.*\n/, ''), 5, /no Source: line/],
    ['wordings are too few', TOPIC.replace(/^- is.*\n/m, ''), 5, /at least three "Asked as:"/],
    [
      'wordings are missing',
      TOPIC.replace(/Asked as:[\s\S]*/, ''),
      5,
      /at least three "Asked as:"/,
    ],
    ['the heading is empty', TOPIC.replace('## When to sit it?', '## '), 5, /has no heading/],
    ['the second is too long', TOPIC + SECOND.replace('Sit', 'so '.repeat(140)), 20, /at most 120/],
  ])('is told with its line where %s', (_, source, line, message) => {
    const { problems } = parse(source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: FILE, line });
    expect(problems[0]?.message).toMatch(message);
  });
  it('tells how many words are too many, and 120 are not', () => {
    const of = (words: number) =>
      parse(TOPIC.replace(/Sit it[\s\S]*tests\./, 'so '.repeat(words).trim())).problems;
    expect(of(120)).toEqual([]);
    expect(of(121)[0]?.message).toBe('"When to sit it?" has 121 words; at most 120');
  });
});

describe('a slug', () => {
  it.each([
    ['When to sit it', 'when-to-sit-it'],
    ['Can’t you — or won’t you?', 'cant-you-or-wont-you'],
    ['“Low” in IR: 240?', 'low-in-ir-240'],
    ['  Spaces  ', 'spaces'],
  ])('of %j is %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });
});

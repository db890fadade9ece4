import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/coach.ts';
import { type Comment, commentsOf } from '../../src/documents/annotate/comments.ts';
import { annotateDocx } from '../../src/documents/annotate/docx.ts';
import { lettersOf } from '../../src/documents/annotate/letters.ts';
import { newDocx } from '../../src/documents/annotate/new.ts';
import { readDocx } from '../../src/documents/docx.ts';
import { knowledge } from '../coach/support.ts';
import { annotate, refusal } from './helpers/read.ts';
import { all, canonical, idOf, partsOf, rangeOf, removeComments, xml } from './helpers/word.ts';
import { documentOf, docx, docxParts, paragraph, run, table } from './make/docx.ts';
import { type Part, zip } from './make/zip.ts';

const coach = createCoach(knowledge);
const SHAPES = new URL('./shapes/', import.meta.url);
const MAIN = 'word/document.xml';

const placed = (text: string, comments: readonly Comment[]) =>
  comments.map(({ quote, start, lines }) => {
    const before = lettersOf(text.slice(0, start)).length;
    return { letters: lettersOf(quote), before, quote, lines };
  });
const about = (text: string, quote: string, start = text.indexOf(quote)): Comment => ({
  quote,
  start,
  lines: ['Title', 'Why it matters'],
});

/** A comment for each of many stretches: words, halves of words, sentences, whole paragraphs and more. */
function everywhere(text: string): Comment[] {
  const sizes = [3, 11, 40, 130, 700];
  return Array.from({ length: 24 }, (_, i) => {
    const start = (i * 241) % text.length;
    const quote = text.slice(start, start + (sizes[i % sizes.length] as number));
    return about(text, quote, start);
  }).filter(({ quote }) => lettersOf(quote));
}

/** Adds comments and checks all that holds for any file: what is new, and that the rest is as it was. */
async function annotated(bytes: Uint8Array, comments: readonly Comment[], text: string) {
  const result = await annotateDocx(bytes, placed(text, comments));
  const [before, after] = [await partsOf(bytes), await partsOf(result)];
  const relations = xml(after.get('word/_rels/document.xml.rels'));
  const related = all(relations, 'Relationship').filter((one) =>
    one.getAttribute('Type')?.endsWith('/comments'),
  );
  expect(related).toHaveLength(1);
  const path = (related[0]?.getAttribute('Target') ?? '').replace(/^\/?(?:word\/)?/, 'word/');
  const types = all(xml(after.get('[Content_Types].xml')), 'Override').filter(
    (one) => one.getAttribute('PartName') === `/${path}`,
  );
  expect(types.map((one) => one.getAttribute('ContentType'))).toEqual([
    'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml',
  ]);
  const ids = all(relations, 'Relationship').map((one) => one.getAttribute('Id'));
  expect(new Set(ids).size).toBe(ids.length);
  const changed = [MAIN, path, 'word/_rels/document.xml.rels', '[Content_Types].xml'];
  const kept = (parts: Map<string, Buffer>) =>
    [...parts].filter(([name]) => !changed.includes(name)).map(([name, b]) => [name, `${b}`]);
  expect(kept(after)).toEqual(kept(before));
  const document = xml(after.get(MAIN));
  const list = all(xml(after.get(path)), 'comment');
  const ours = list.filter((one) => one.getAttribute('w:author') === 'Match Coach');
  expect(ours).toHaveLength(comments.length);
  expect(new Set(list.map(idOf)).size).toBe(list.length);
  for (const one of ours) {
    const of = (name: string) => all(document, name).filter((mark) => idOf(mark) === idOf(one));
    expect(of('commentReference')).toHaveLength(1);
    expect(of('commentRangeStart').length).toBe(of('commentRangeEnd').length);
  }
  const restored = xml(after.get(MAIN));
  removeComments(restored, new Set(ours.map(idOf)));
  expect(canonical(restored)).toBe(canonical(xml(before.get(MAIN))));
  expect(await readDocx(result)).toBe(await readDocx(bytes));
  return { document, ours, list, result };
}

/**
 * Files as such programs write them: by python-docx (styles, lists, tables, comments, pictures,
 * breaks), by docx (tracked, footnotes, links, boxes), and saved by LibreOffice (headers, …-again).
 */
describe.each(readdirSync(SHAPES))('%s', (name) => {
  const bytes = readFileSync(new URL(name, SHAPES));

  it('is given back with the review in its margin, at the words that it is about', async () => {
    const text = await readDocx(bytes);
    const comments = commentsOf(coach.review(text), knowledge.partCriteria());
    expect(comments.filter(({ quote }) => quote).length).toBeGreaterThan(0);
    const { document, ours } = await annotated(bytes, comments, text);
    const ranges = ours.map((one) => lettersOf(rangeOf(document, idOf(one))));
    // Only a box is marked as a whole.
    if (!name.startsWith('boxes'))
      expect(ranges).toEqual(comments.map(({ quote }) => lettersOf(quote)));
  });

  it('is unharmed by comments on any stretches, one over another', async () => {
    const text = await readDocx(bytes);
    const comments = everywhere(text);
    const { document, ours } = await annotated(bytes, comments, text);
    ours.forEach((one, i) => {
      const [range, letters] = [rangeOf(document, idOf(one)), comments[i]?.quote ?? ''].map(
        lettersOf,
      ) as [string, string];
      // A comment ends with its cell.
      if (name.startsWith('tables')) expect(letters.startsWith(range) && range).toBeTruthy();
      else if (!name.startsWith('boxes')) expect(range).toBe(letters);
    });
  });
});

describe('a comment', () => {
  it('on words said twice stands at those that are meant', async () => {
    const bytes = docx(
      paragraph('I failed. ') + paragraph('Then ', 'I fai', 'led. ') + paragraph('I failed.'),
    );
    const text = await readDocx(bytes);
    const second = about(text, 'I failed.', text.indexOf('Then ') + 5);
    const { document, ours } = await annotated(bytes, [second], text);
    const start = all(document, 'commentRangeStart')[0];
    expect(start?.parentNode).toBe(all(document, 'p')[1]);
    expect(rangeOf(document, idOf(ours[0] as never))).toBe('I failed.');
  });

  it('on words that are not found is told at the end with the words', async () => {
    const bytes = docx(paragraph('A draft.'));
    const { document, ours } = await annotated(bytes, [about('x', 'not there', 0)], 'x');
    expect(all(document, 'commentRangeStart')).toEqual([]);
    expect(ours[0]?.textContent).toContain('About “not there”');
  });

  it('leaves links, insertions and what was deleted as they are', async () => {
    const deleted = '<w:del w:id="2" w:author="a"><w:r><w:delText>not </w:delText></w:r></w:del>';
    const inserted = `<w:ins w:id="1" w:author="a">${run('read ')}${run('all')}</w:ins>`;
    const link = `<w:hyperlink w:anchor="a">${run(' of it now')}</w:hyperlink>`;
    const bytes = docx(`<w:p>${run('I did ')}${deleted}${inserted}${link}${run('.')}</w:p>`);
    const text = await readDocx(bytes);
    const { document, ours } = await annotated(bytes, [about(text, 'did read all of')], text);
    expect(rangeOf(document, idOf(ours[0] as never))).toBe('did read all of');
    expect(all(document, 'commentReference')[0]?.parentNode?.parentNode?.localName).toBe('p');
  });

  it('keeps within the cell that it begins in', async () => {
    const bytes = docx(table([['One two', 'three']]) + paragraph('End.'));
    const { document, ours } = await annotated(
      bytes,
      [about('One two\n\nthree', 'two\n\nthree')],
      'One two\n\nthree',
    );
    expect(rangeOf(document, idOf(ours[0] as never))).toBe('two');
  });

  it('is written in the other of the two dialects of the format, too', async () => {
    const strict = (xml: string) =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const bytes = zip(
      docxParts('', documentOf(paragraph('A draft.'))).map((part) => ({
        ...part,
        data: strict(`${part.data}`),
      })),
    );
    const { result } = await annotated(bytes, [about('A draft.', 'draft')], 'A draft.');
    const parts = await partsOf(result);
    const written = ['word/comments.xml', MAIN, 'word/_rels/document.xml.rels'].map(
      (name) => `${parts.get(name)}`,
    );
    expect(written.join()).not.toMatch(/openxmlformats\.org\/(?:wordprocessingml|officeDocument)/);
  });
});

describe('a file that is costly or broken', () => {
  const refused = (bytes: Uint8Array) =>
    refusal(annotate({ text: 'A draft.', docx: bytes }, [about('A draft.', 'draft')]));

  it('is refused in one line, whatever it cost to read', async () => {
    const picture = { name: 'word/media/image1.png', data: Buffer.alloc(40 * 1024 * 1024) };
    const large = zip([...docxParts(paragraph('A draft.')), picture]);
    expect(await refused(large)).toMatch(/unpacks to far more/);
    expect(await refused(docx('<w:p/>'.repeat(490_000)))).toMatch(/more work|damaged/);
  });

  it('is refused in one line where its parts name what is not there, or name each other wrongly', async () => {
    const relation = (type: string, target: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://x/${type}" Target="${target}"/></Relationships>`;
    const [types, , main] = docxParts(paragraph('A draft.')) as [Part, Part, Part];
    const root = (target: string) => ({
      name: '_rels/.rels',
      data: relation('officeDocument', target),
    });
    const torn = { name: 'word/comments.xml', data: '<w:comments' };
    const related = {
      name: 'word/_rels/document.xml.rels',
      data: relation('comments', 'comments.xml'),
    };
    for (const parts of [
      [types, main],
      [types, main, root('../../../etc/passwd')],
      [main, root('word/document.xml')],
      [types, main, root('word/document.xml'), related, torn],
    ])
      expect(await refused(zip(parts))).toMatch(/damaged/);
  });
});

describe('a text or a PDF', () => {
  it.each([
    ['paragraphs and lines', 'One.\n\nTwo,\nof two lines.\n\n\n\nThree\twith a tab.'],
    ['signs that mean something in XML', 'I <failed> & “passed” ]]> it\'s "so".\n\nEnd.'],
    ['what has no place in XML', '\ufeffA \0\x07draft\x1b[31m.\r\n\r\nSo \ud800 it \ufffe is.'],
  ])('becomes a Word file of the same words: %s', async (_, text) => {
    const bytes = await newDocx(text);
    const read = await readDocx(bytes);
    expect(lettersOf(read)).toBe(lettersOf(text).replace(/[\ud800\ufffe]/g, ''));
    const quote = text.slice(3, 12);
    const { document, ours } = await annotated(bytes, [about(text, quote, 3)], text);
    expect(lettersOf(rangeOf(document, idOf(ours[0] as never)))).toBe(lettersOf(quote));
  });
});

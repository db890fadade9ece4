import { describe, expect, it } from 'vitest';
import { blocks, readDocument, refusal } from './helpers/read.ts';
import { documentOf, docx, docxParts, listItem, paragraph, run, table } from './make/docx.ts';
import { zip } from './make/zip.ts';

const read = (body: string) => readDocument(docx(body));

describe('a Word file', () => {
  it('gives its paragraphs as blocks apart by a blank line', async () => {
    const text = await read(paragraph('The first.') + paragraph('The second.'));
    expect(text).toBe('The first.\n\nThe second.');
  });

  it('joins the runs that Word cuts a sentence into', async () => {
    expect(await read(paragraph('Inter', 'ven', 'tional', ' radiology', '.'))).toBe(
      'Interventional radiology.',
    );
  });

  it('keeps curly quotes, dashes, accents and marked-up signs to the letter', async () => {
    const text = 'She said “don’t” — twice — & Zoë’s <5 µL.';
    expect(await read(paragraph(text.replace('&', '&amp;').replace('<', '&lt;')))).toBe(text);
  });

  it('keeps empty paragraphs from making blocks of their own', async () => {
    const empty = paragraph() + paragraph(' ') + paragraph();
    const text = await read(empty + paragraph('One.') + empty + paragraph('Two.') + empty);
    expect(blocks(text).filter((block) => block.trim())).toEqual(['One.', 'Two.']);
    expect(text).toMatch(/^One/);
  });

  it('gives every item of a list and every cell of a table', async () => {
    const text = await read(
      paragraph('Before.') +
        listItem('First item') +
        listItem('Second item') +
        table([
          ['Year', 'Exam'],
          ['2021', 'Step 1'],
        ]) +
        paragraph('After.'),
    );
    expect(blocks(text)).toEqual([
      ...['Before.', 'First item', 'Second item'],
      ...['Year', 'Exam', '2021', 'Step 1', 'After.'],
    ]);
  });

  it('does not run the words on both sides of a line break together', async () => {
    const text = await read(`<w:p>${run('the end.')}<w:r><w:br/></w:r>${run('Then')}</w:p>`);
    expect(text).toMatch(/^the end\.\s+Then$/);
  });

  it('keeps words apart at a tab and whole at a hyphen that may not break', async () => {
    const tab = await read(`<w:p>${run('left')}<w:r><w:tab/></w:r>${run('right')}</w:p>`);
    expect(tab).toMatch(/^left\s+right$/);
    const hyphen = '<w:r><w:noBreakHyphen/></w:r>';
    const text = await read(`<w:p>${run('catheter')}${hyphen}${run('based')}</w:p>`);
    expect(text).toMatch(/^catheter[-\u2011]based$/);
  });

  it('reads what was inserted and leaves out what was deleted with changes tracked', async () => {
    const inserted = `<w:ins w:id="1" w:author="a">${run('read')}</w:ins>`;
    const deleted =
      '<w:del w:id="2" w:author="a"><w:r><w:delText>skimmed</w:delText></w:r></w:del>';
    expect(await read(`<w:p>${run('I ')}${deleted}${inserted}${run(' films.')}</w:p>`)).toBe(
      'I read films.',
    );
  });

  it('reads text inside links and content controls', async () => {
    const link = `<w:hyperlink r:id="r" xmlns:r="r">${run('a poster')}</w:hyperlink>`;
    const control = `<w:sdt><w:sdtContent>${paragraph('In a box.')}</w:sdtContent></w:sdt>`;
    const text = await read(`<w:p>${run('We gave ')}${link}${run('.')}</w:p>${control}`);
    expect(blocks(text)).toEqual(['We gave a poster.', 'In a box.']);
  });
});

describe('a Word file that is no draft', () => {
  it('without words says so', async () => {
    expect(await refusal(read(''))).toMatch(/no text/);
    expect(await refusal(read(paragraph(' ') + paragraph('—')))).toMatch(/no text/);
  });

  it('with far too many words tells how many', async () => {
    expect(await refusal(read(paragraph('word '.repeat(25_000))))).toMatch(/12\d,\d{3} characters/);
  });

  it('cut off at any point is refused', async () => {
    const whole = docx(paragraph('A draft of some length. '.repeat(50)));
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.99])
      await refusal(readDocument(whole.subarray(0, Math.floor(whole.length * share))));
  });

  it('with XML that is broken is refused', async () => {
    const torn = documentOf(paragraph('A draft.')).slice(0, -20);
    for (const xml of [torn, 'no xml', '', '<w:document/>', '\0'])
      await refusal(readDocument(zip(docxParts('', xml))));
  });
});

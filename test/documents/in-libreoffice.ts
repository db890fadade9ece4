import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocumentProxy } from 'unpdf';
import { reviewLine } from '../../src/terminal/json.ts';

/**
 * `npx tsx test/documents/in-libreoffice.ts [FOLDER]`: after a build, gives each shape and the example text back
 * with comments, has LibreOffice (`soffice`) print all of them as PDF, and counts the comments in each.
 * With a folder the files stay there to be looked at. No part of the suite: few machines have it.
 */
const [kept] = process.argv.slice(2);
const folder = kept ?? mkdtempSync(join(tmpdir(), 'match-coach-office-'));
const ROOT = new URL('../../', import.meta.url);
const SHAPES = new URL('./shapes/', import.meta.url);

const files = [
  ...readdirSync(SHAPES).map((name) => new URL(name, SHAPES)),
  new URL('examples/statement.txt', ROOT),
];
const expected = new Map<string, number>();
for (const url of files) {
  const name = url.pathname.split('/').at(-1)?.replace(/\..*/, '') ?? '';
  const args = ['review', '--json', fileURLToPath(url), '--docx', join(folder, `${name}.docx`)];
  const said = execFileSync(process.execPath, ['dist/main.js', ...args], { cwd: ROOT });
  const { flags, notes, parts } = reviewLine.parse(JSON.parse(`${said}`));
  const missing = parts.filter(({ status }) => status === 'missing');
  // Two that were there.
  const before = name.startsWith('comments') ? 2 : 0;
  expected.set(name, flags.length + notes.length + missing.length + before);
}
const documents = [...expected.keys()].map((name) => join(folder, `${name}.docx`));
const notes = JSON.stringify({ ExportNotes: { type: 'boolean', value: 'true' } });
const to = `pdf:writer_pdf_Export:${notes}`;
execFileSync('soffice', ['--headless', '--convert-to', to, '--outdir', folder, ...documents], {
  stdio: 'ignore',
});
for (const [name, count] of expected) {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(join(folder, `${name}.pdf`))));
  let found = 0;
  for (let page = 1; page <= pdf.numPages; page++) {
    const marks = await (await pdf.getPage(page)).getAnnotations();
    found += marks.filter(({ subtype }) => subtype === 'Text').length;
  }
  if (found !== count) process.exitCode = 1;
  console.log(`${name}: ${found} of ${count} comments, ${pdf.numPages} pages`);
}
if (!kept) rmSync(folder, { recursive: true });

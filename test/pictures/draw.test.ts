import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraw } from '../../src/pictures/draw.ts';
import { drawStrip } from '../../src/pictures/strip.ts';
import { FONT } from '../../src/pictures/svg.ts';
import { widthOf } from '../../src/pictures/widths.ts';
import { coach, parts } from './support.ts';

const DRAFT = readFileSync(new URL('../../examples/statement.txt', import.meta.url), 'utf8');
const picture = drawStrip(coach.review(DRAFT), parts);
const packages = createRequire(import.meta.url);
const fontFiles = ['', '-Bold'].map((bold) =>
  packages.resolve(`dejavu-fonts-ttf/ttf/DejaVuSansCondensed${bold}.ttf`),
);

describe('a picture that is drawn', () => {
  it('is a PNG of twice its size, with its texts in it', async () => {
    const draw = createDraw();
    const png = Buffer.from(await draw(picture));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([760, 2 * picture.height]);
    const silent = picture.shapes.filter(({ type }) => type !== 'text');
    const without = Buffer.from(await draw({ ...picture, shapes: silent }));
    // Without a font, text would be drawn as nothing.
    expect(without.equals(png)).toBe(false);
  });
  it('is refused where very many wait, and the ones before are all drawn', async () => {
    const draw = createDraw();
    const drawn = await Promise.allSettled(Array.from({ length: 20 }, () => draw(picture)));
    const refused = drawn.filter(({ status }) => status === 'rejected').length;
    expect(refused).toBeGreaterThan(0);
    expect(drawn.slice(0, 10).every(({ status }) => status === 'fulfilled')).toBe(true);
  });
});

describe('the widths of texts', () => {
  it.each([false, true])('are those of the font that is drawn with; bold: %s', (bold) => {
    const letters = fc.string({
      unit: fc.integer({ min: 33, max: 126 }).map(charOf),
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.oneof(letters, fc.integer({ min: 33, max: 126 }).map(charOf)), (text) => {
        const drawn = inked(text, bold);
        const width = widthOf(text, 100, bold);
        // Ink leaves out the bearings at both ends; kerning draws letters together.
        expect(drawn).toBeLessThanOrEqual(width + 5);
        expect(drawn).toBeGreaterThan(width - 40 - 12 * text.length);
      }),
      { numRuns: 25 },
    );
  });
});

const charOf = (code: number) => String.fromCharCode(code);

function inked(text: string, bold: boolean): number {
  const escaped = text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200"><text x="0" y="100" font-size="100" font-weight="${bold ? 700 : 400}" font-family="${FONT}">${escaped}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: FONT };
  return new Resvg(svg, { font }).innerBBox()?.width ?? 0;
}

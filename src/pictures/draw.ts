import module from 'node:module';
import { bulkhead } from 'cockatiel';
import type { Picture } from './shapes.ts';
import { FONT, svgOf } from './svg.ts';

/** Draws a picture as PNG bytes, at twice its size. Rejects where too many wait, or it can't be drawn here. */
export type Draw = (picture: Picture) => Promise<Uint8Array>;

/** Sharp on a phone, whose px are finer than a picture's. */
const ZOOM = 2;
/** A picture takes about 35 ms of a core; so it is drawn beside the event loop, and one at a time. */
const AT_ONCE = 1;
/** Nobody waits longer for a picture than it takes to draw these. */
const WAITING = 12;

/** A drawer that loads its library and finds its fonts with the first picture. */
export function createDraw(): Draw {
  const bounds = bulkhead(AT_ONCE, WAITING);
  return (picture) =>
    bounds.execute(async () => {
      const { renderAsync } = await import('@resvg/resvg-js');
      const image = await renderAsync(svgOf(picture), {
        fitTo: { mode: 'zoom', value: ZOOM },
        font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: FONT },
      });
      return image.asPng();
    });
}

function fontFiles(): string[] {
  const packages = module.createRequire(import.meta.url);
  return ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold'].map((name) =>
    packages.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`),
  );
}

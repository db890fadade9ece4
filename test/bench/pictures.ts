import { createDraw } from '../../src/pictures/draw.ts';
import { GALLERY } from '../pictures/gallery.ts';
import { at, median, ms } from './timing.ts';

const TURNS = 30;
const WARM_UP = 3;

/** How long each picture takes from its shapes to a PNG, one at a time as the bot draws them. */
export async function benchPictures(): Promise<string[]> {
  const draw = createDraw();
  const lines: string[] = [];
  for (const [name, picture] of Object.entries(GALLERY)) {
    if (!picture) throw new Error(`There is nothing to draw for "${name}".`);
    const times: number[] = [];
    for (let turn = -WARM_UP; turn < TURNS; turn++) {
      const began = performance.now();
      await draw(picture);
      if (turn >= 0) times.push(performance.now() - began);
    }
    const size = `${2 * picture.width} × ${2 * Math.ceil(picture.height)}`;
    lines.push(
      `  ${name.padEnd(26)} ${size.padStart(11)} px ${ms(median(times))}   p90 ${ms(at(times, 0.9))}`,
    );
  }
  return ['a picture, from its shapes to a PNG', ...lines];
}

import { plain } from './plain.ts';
import { type Screen, text } from './screen.ts';

/** One sentence about what could not be done; some of its words may be the person's. */
export function sorry(message: string): Screen {
  return { blocks: [text(plain(message))], colour: 0xb7791f };
}

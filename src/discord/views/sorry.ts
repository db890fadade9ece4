import { counted } from '../../wording.ts';
import { plain } from './plain.ts';
import { type Screen, text } from './screen.ts';

/** One sentence about what could not be done; some of its words may be the person's. */
export function sorry(message: string): Screen {
  return { blocks: [text(plain(message))], colour: 0xb7791f };
}

/** To who sent more in a minute than anybody reads; what was sent meanwhile was not taken in. */
export const tooMuch = (seconds: number): string =>
  `That was a lot at once. Give me ${counted(seconds, 'second')}, then send it again.`;

/** To who asks in a server where more is asked at once than is done; it was not taken in either. */
export const tooMany = (seconds: number): string =>
  `A lot is being asked in this server just now. Give me ${counted(seconds, 'second')}, then send it again.`;

/** To who used a button or a command that there is no more, or never was. */
export const unknown =
  'That is from another version of me. Reload Discord (Ctrl-R) and run the command again.';

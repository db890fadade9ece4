import type { Part } from '../coach/reading/parts.ts';

/** The width of a phone in px; pictures are drawn at twice that, for sharp screens. */
export const WIDTH = 380;
export const PAD = 16;
export const INNER = WIDTH - 2 * PAD;

/** A card of its own colour, so that it looks the same on a dark page and on a white one. */
export const CARD = '#232428';
export const INK = '#f2f3f5';
export const MUTED = '#b5bac1';
/** Behind bars, what is aimed at. */
export const BAND = '#3d4a5c';
export const BLANK = '#666a75';
/** Text on a light surface. */
export const DARK = '#111214';
export const FLAG = '#ff9e80';

/** A letter for each part, in the usual order, and a colour of Okabe and Ito's, which the colour-blind tell apart. */
export const PART_LOOKS: Record<Part, { letter: string; colour: string }> = {
  vignette: { letter: 'A', colour: '#56b4e9' },
  development: { letter: 'B', colour: '#e69f00' },
  acknowledgment: { letter: 'C', colour: '#dd9dc3' },
  growth: { letter: 'D', colour: '#3ecfa6' },
  vision: { letter: 'E', colour: '#f0e442' },
};

/** The most characters of an alt text; Discord takes 1,024. */
const ALT = 1_000;

/** An alt text that ends where a word does, within what Discord takes. */
export function clipped(text: string): string {
  if (text.length <= ALT) return text;
  return `${text.slice(0, text.lastIndexOf(' ', ALT))} …`;
}

/**
 * How wide DejaVu Sans Condensed draws the characters from the space to the tilde, and some beyond,
 * in thousandths of the font's size: the `hmtx` table of its files, which a test compares.
 */
const REGULAR = [
  286, 360, 414, 754, 572, 855, 702, 247, 351, 351, 450, 754, 286, 325, 286, 303, 572, 572, 572,
  572, 572, 572, 572, 572, 572, 572, 303, 303, 754, 754, 754, 478, 900, 615, 617, 628, 693, 568,
  518, 697, 677, 265, 265, 590, 501, 776, 673, 708, 542, 708, 625, 571, 549, 659, 615, 890, 616,
  549, 616, 351, 303, 351, 754, 450, 450, 551, 571, 495, 571, 554, 316, 571, 570, 250, 250, 521,
  250, 876, 570, 550, 571, 571, 370, 469, 353, 570, 532, 736, 532, 532, 472, 572, 303, 572, 754,
];
const BOLD = [
  313, 410, 469, 754, 626, 901, 785, 275, 411, 411, 470, 754, 342, 374, 342, 329, 626, 626, 626,
  626, 626, 626, 626, 626, 626, 626, 360, 360, 754, 754, 754, 522, 900, 696, 686, 660, 747, 615,
  615, 738, 753, 334, 334, 697, 573, 896, 753, 765, 659, 765, 693, 648, 614, 730, 696, 993, 694,
  651, 652, 411, 329, 411, 754, 450, 450, 607, 644, 533, 644, 610, 391, 644, 641, 308, 308, 598,
  308, 938, 641, 618, 644, 644, 444, 536, 430, 641, 586, 831, 580, 586, 523, 641, 329, 641, 754,
];
const BEYOND = new Map(Object.entries({ '‘': 342, '’': 342, '“': 591, '”': 591, '–': 450 }));
/** Any other character is taken to be as wide as the widest letter of all. */
const WIDEST = 1_000;

/** How wide a text is drawn, in px; it may turn out a little narrower, and never wider. */
export function widthOf(text: string, size: number, bold = false): number {
  const table = bold ? BOLD : REGULAR;
  const units = [...text].map(
    (c) => table[(c.codePointAt(0) ?? 0) - 32] ?? BEYOND.get(c) ?? WIDEST,
  );
  return (units.reduce((sum, n) => sum + n, 0) * size) / 1_000;
}

/** Breaks a text at its spaces into lines of at most so many px; a word longer than a line is cut inside. */
export function wrap(text: string, width: number, size: number, bold = false): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last && widthOf(`${last} ${word}`, size, bold) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else {
      const pieces = cut(word, width, size, bold);
      lines.push(...pieces);
    }
  }
  return lines.filter(Boolean);
}

function cut(word: string, width: number, size: number, bold: boolean): string[] {
  const pieces = [''];
  for (const c of word) {
    const last = pieces.at(-1) ?? '';
    if (last && widthOf(last + c, size, bold) > width) pieces.push(c);
    else pieces[pieces.length - 1] = last + c;
  }
  return pieces;
}

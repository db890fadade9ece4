import { describe, expect, it } from 'vitest';
import { CARD, DARK, FLAG, INK, MUTED, PART_LOOKS } from '../../src/pictures/theme.ts';

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/**
 * What people see who lack one kind of cone: linear RGB by the matrices of Machado, Oliveira and
 * Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), for
 * the full deficiency.
 */
const SEEN_BY: Readonly<Record<string, Matrix>> = {
  everybody: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'protanopes (no red cones)': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'deuteranopes (no green cones)': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'tritanopes (no blue cones)': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(hex: string): Rgb {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

const times = (matrix: Matrix, [r, g, b]: Rgb): Rgb => {
  const [x = 0, y = 0, z = 0] = matrix.map((row) =>
    Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b)),
  );
  return [x, y, z];
};

/** CIE L*a*b* of linear sRGB, white D65. */
function lab(rgb: Rgb): Rgb {
  const [x, y, z] = [
    [0.4124, 0.3576, 0.1805, 0.95047],
    [0.2126, 0.7152, 0.0722, 1],
    [0.0193, 0.1192, 0.9505, 1.08883],
  ].map(([r = 0, g = 0, b = 0, white = 1]) => {
    const t = (r * rgb[0] + g * rgb[1] + b * rgb[2]) / white;
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
  }) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const apart = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: Rgb, b: Rgb) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

/** Colours that lie side by side are told apart from a distance of some ten on; see CIE 1976. */
const TOLD_APART = 10;
/** The contrast of text that WCAG 2.2 asks for, level AA. */
const READABLE = 4.5;

const looks = Object.entries(PART_LOOKS);

describe.each(Object.entries(SEEN_BY))('as seen by %s', (_, matrix) => {
  const seen = (hex: string) => times(matrix, linear(hex));
  it('no two parts look alike', () => {
    for (const [i, [, one]] of looks.entries())
      for (const [, other] of looks.slice(i + 1))
        expect(
          apart(lab(seen(one.colour)), lab(seen(other.colour))),
          `${one.colour} beside ${other.colour}`,
        ).toBeGreaterThan(TOLD_APART);
  });
  it('letters and words can be read where they stand', () => {
    for (const [, { colour }] of looks)
      expect(contrast(seen(DARK), seen(colour)), colour).toBeGreaterThan(READABLE);
    for (const ink of [INK, MUTED, FLAG])
      expect(contrast(seen(ink), seen(CARD)), ink).toBeGreaterThan(READABLE);
  });
});

it('each part has a letter of its own as well', () => {
  expect(new Set(looks.map(([, { letter }]) => letter)).size).toBe(looks.length);
});

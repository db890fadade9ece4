import type { Look, Picture, Shape } from './shapes.ts';
import { CARD, DARK } from './theme.ts';

/** The font that ships with the coach: without one, text would be drawn as nothing. */
export const FONT = 'DejaVu Sans Condensed';

/** A picture as SVG, on a card with round corners. All text in it is escaped. */
export function svgOf({ width, height, shapes }: Picture): string {
  const stripes = new Set(
    shapes.flatMap((s) => ('look' in s && 'stripes' in s.look ? [s.look.stripes] : [])),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">`,
    `<defs>${[...stripes].map(pattern).join('')}</defs>`,
    `<rect width="${width}" height="${height}" rx="10" fill="${CARD}"/>`,
    ...shapes.map(drawn),
    '</svg>',
  ].join('\n');
}

const idOf = (colour: string) => `stripes-${colour.slice(1)}`;

function pattern(colour: string): string {
  return `<pattern id="${idOf(colour)}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="${colour}"/><rect width="4" height="8" fill="${DARK}"/></pattern>`;
}

function drawn(shape: Shape): string {
  switch (shape.type) {
    case 'box': {
      const { x, y, width, height, round = 0, look } = shape;
      return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${round}" ${looking(look)}/>`;
    }
    case 'disc':
      return `<circle cx="${n(shape.x)}" cy="${n(shape.y)}" r="${n(shape.radius)}" ${looking(shape.look)}/>`;
    case 'line':
      return `<path d="M${n(shape.x)} ${n(shape.y)}L${n(shape.x2)} ${n(shape.y2)}" stroke="${shape.colour}"/>`;
    case 'text': {
      const { x, y, size, bold, colour, anchor = 'start', text } = shape;
      return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" font-weight="${bold ? 700 : 400}" fill="${colour}" text-anchor="${anchor}">${escaped(text)}</text>`;
    }
  }
}

function looking(look: Look): string {
  if ('fill' in look) return `fill="${look.fill}"`;
  if ('stripes' in look) return `fill="url(#${idOf(look.stripes)})"`;
  return `fill="none" stroke="${look.outline}" stroke-width="1.5"${look.dashed ? ' stroke-dasharray="4 3"' : ''}`;
}

const n = (value: number) => Number(value.toFixed(2));

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as XML takes it: what it can't hold at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>]/g, (c) => ENTITIES[c] ?? '');
}

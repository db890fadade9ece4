/** What a picture is made of, in px at the width of a phone; a text lies on its baseline. */
export type Shape =
  | { type: 'box'; x: number; y: number; width: number; height: number; look: Look; round?: number }
  | { type: 'disc'; x: number; y: number; radius: number; look: Look }
  | { type: 'line'; x: number; y: number; x2: number; y2: number; colour: string }
  | Words;

export interface Words {
  type: 'text';
  x: number;
  y: number;
  text: string;
  size: number;
  bold?: boolean;
  colour: string;
  anchor?: 'middle' | 'end';
}

/** How a surface is filled. No two that mean different things differ in colour alone. */
export type Look = { fill: string } | { stripes: string } | { outline: string; dashed?: boolean };

/** A picture before it is drawn. `alt` says in a sentence or two what it shows, for who can't see it. */
export interface Picture {
  width: number;
  height: number;
  shapes: Shape[];
  alt: string;
}

/** Shapes one below another, and where the next may begin. */
export interface Stack {
  shapes: Shape[];
  bottom: number;
}

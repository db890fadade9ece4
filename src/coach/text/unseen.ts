/**
 * Characters that nobody sees and that can carry text: zero-width and joining ones, direction
 * marks, fillers, tags, and the variation selectors in which bytes are spelled behind an emoji.
 */
export const UNSEEN =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E007F}]|\u034F|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;

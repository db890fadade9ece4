/** Which words each of many texts uses, as one list of numbers: they are added up at every question. */
export interface Columns {
  /** The words of a text, by number. */
  of(text: number): Uint32Array;
  /** Writes for each text the sum of what its words are worth. */
  sums(worth: Float64Array, result: Float64Array): Float64Array;
}

/** `numbers` says which words count, and by what number; a word that a text has twice counts twice. */
export function columns(
  texts: ReadonlyArray<readonly string[]>,
  numbers: ReadonlyMap<string, number>,
): Columns {
  const starts = new Uint32Array(texts.length + 1);
  const list: number[] = [];
  texts.forEach((text, i) => {
    for (const word of text) {
      const number = numbers.get(word);
      if (number !== undefined) list.push(number);
    }
    starts[i + 1] = list.length;
  });
  const words = Uint32Array.from(list);
  return {
    of: (text) => words.subarray(starts[text], starts[text + 1]),
    sums(worth, result) {
      for (let text = 0, at = 0; text < result.length; text++) {
        const end = starts[text + 1] as number;
        let sum = 0;
        for (; at < end; at++) sum += worth[words[at] as number] as number;
        result[text] = sum;
      }
      return result;
    },
  };
}

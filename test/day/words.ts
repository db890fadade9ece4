/** What people ask, answer and send in a day. */
export const QUESTIONS = [
  'should i push my step 2 ck date back',
  'do i need to explain a step 1 fail in my personal statement',
  'how many IR programs should i apply to',
  'should i dual apply DR and IR',
  'do away rotations help if i studied abroad',
  'how long should the statement be',
  'who should write my letters',
  'is research more important than rotations',
  'how do i signal programs',
  'what is ESIR',
];

export const ANSWERS = [
  'It was a 204, and that was my own doing: I reread one book and tested nothing. Since then I do eighty questions a day, and Step 2 CK was a 246.',
  'I wanted to see it for myself, so I asked to stand in the angiography suite for four weeks, and I wrote down what each step was for.',
  'I failed it the first time. My school did not prepare us, and nobody told us what the exam would ask. I passed on the second attempt.',
  'I called the attending at once, told the family what had happened in plain words, and changed how I check a list before I sign it.',
];

/** Number `i` of as many drafts as are wanted, none like another. */
export const draft = (text: string, i: number): string =>
  text.replace('236', `${220 + (i % 40)}`).replace('bay four', `bay ${i}`);

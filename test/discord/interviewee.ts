import type { Channel, Exchange, Person, Seen } from '../servers/discord/index.ts';

/** Where somebody is interviewed, and whether they type there what they could put into the modal. */
export interface Place {
  channel: Channel;
  types: 'plainly' | 'with a mention' | 'not';
}

/** Three answers, each unlike the others. */
export const ANSWERS = [
  'It was a 204, and that was my own doing: I reread one book and tested nothing. Since then I do eighty questions a day.',
  'I wanted to see it for myself, so I asked to stand in the angiography suite for four weeks, and I wrote down what each step was for.',
  'I called the attending at once, told the family what had happened in plain words, and changed how I check a list before I sign it.',
] as const;

const FEEDBACK = /to say \(aim/;
/** What is said of one answer and of none of the others: their lengths differ. */
const feedbackOn = (answer: string) => new RegExp(`-# ${answer.split(' ').length} words`);
/** How often somebody presses what “did not respond”, and how long they wait for what they want to see. */
export interface Patience {
  tries: number;
  within: number;
}

/** Nobody waits for longer than all tries of one request take. */
const USUAL: Patience = { tries: 5, within: 25_000 };

/**
 * Goes through an interview of three rounds as a person does: answers three questions, by the modal
 * or by typing, ends it, and keeps the transcript. Presses again what “did not respond”.
 */
export async function goThrough(
  person: Person,
  { channel, types }: Place,
  { tries, within } = USUAL,
): Promise<Seen> {
  const again = (act: () => Promise<Exchange>) => upTo(tries, act);
  await again(() => person.runs('/interview', { rounds: 3 }, { in: channel }));
  const first = await person.sees(/Question 1 of 3/, { within, ever: true });
  const where = first.channel;
  let seen = first;
  for (const [i, answer] of ANSWERS.entries()) {
    if (i === 1 && types !== 'not')
      person.writes(answer, { in: where, mention: types === 'with a mention' });
    else
      await again(async () => {
        const opened = await person.clicks('Answer', { on: seen, within });
        return opened.failed ? opened : person.submits({ answer }, within);
      });
    seen = await person.sees(feedbackOn(answer), { in: where, within });
  }
  if (/\*\*Debrief\*\*/.test(seen.text)) return seen;
  await again(() => person.clicks('End', { on: seen, within }));
  return person.sees(/\*\*Debrief\*\*/, { within });
}

async function upTo(tries: number, act: () => Promise<Exchange>): Promise<void> {
  for (let i = 0; i < tries; i++) if (!(await act()).failed) return;
  throw new Error(`The application did not respond, ${tries} times.`);
}

/** What is wrong with what a person has before their eyes at the end; empty where nothing is. */
export function wrongWith(person: Person, debrief: Seen): string[] {
  const transcript = debrief.files[0]?.text ?? '';
  const times = (text: string) => transcript.split(text).length - 1;
  const shown = person.screen(debrief.channel).filter(({ text }) => FEEDBACK.test(text)).length;
  const ends = person
    .screen(debrief.channel)
    .filter(({ text }) => /Three drills/.test(text)).length;
  return [
    ...ANSWERS.filter((answer) => times(answer) !== 1).map(
      (answer) => `“${answer.slice(0, 20)}…” counts ${times(answer)} times`,
    ),
    ...(shown === ANSWERS.length ? [] : [`feedback is shown ${shown} times`]),
    ...(ends === 1 ? [] : [`the debrief is shown ${ends} times`]),
  ];
}

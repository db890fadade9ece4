import type { Came, Input } from './input.ts';

const cells = (number: string, door: string, name: string, s: string, cpu: string, mb: string) =>
  `${number.padStart(3)}  ${door.padEnd(18)} ${name.padEnd(58)} ${s.padStart(5)} ${cpu.padStart(5)} ${mb.padStart(4)}  `;

export const heading = `${cells('', 'door', 'input', 's', 'cpu s', 'MB')}what it got\n     (MB: peak of all processes of a command; of the bot, what came to what it had before)`;

/** A line of the table; what is not as it should be stands in a second one. */
export function row(number: number, { door, name }: Input, came: Came): string {
  const { said, faults, seconds, cpu, mb } = came;
  const line = `${cells(`${number}`, door, name, seconds.toFixed(1), cpu.toFixed(1), mb.toFixed(0))}${short(said)}`;
  return faults.length ? `${line}\n     NOT WELL: ${faults.join('; ')}` : line;
}

/** Cut in its middle where it is long, and nothing in it steers this terminal. */
function short(said: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these would
  const line = said.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
  return line.length > 130 ? `${line.slice(0, 60)} … ${line.slice(-67)}` : line;
}

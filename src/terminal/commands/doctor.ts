import type { Command } from 'commander';
import type { Examined } from '../../doctor/examine.ts';
import type { Io } from '../io.ts';
import type { Style } from '../style.ts';
import type { OtherDoors } from './serve.ts';

/** `coach doctor`: exit 1 where there is something to do. */
export function registerDoctor(program: Command, io: Io, { examine }: OtherDoors): void {
  program
    .command('doctor')
    .description('see whether the bot can run here: token, permissions, model, store, clock')
    .action(async () => {
      const { style } = io;
      const healthy = await examine(({ check, is, text }) => {
        const lead = `${mark(is, style)} ${check}`;
        io.print(style.wrap(text, INDENT, lead + ' '.repeat(INDENT - check.length - 2)));
      });
      io.print(healthy ? '\nAll well.' : '\nWhat is marked ✗ needs you.');
      if (!healthy) io.exitCode = 1;
    });
}

/** The longest name of a check, with its mark and two spaces. */
const INDENT = 15;

function mark(is: Examined['is'], style: Style): string {
  if (is === 'well') return style.good('✓');
  return is === 'wrong' ? style.warn('✗') : style.dim('–');
}

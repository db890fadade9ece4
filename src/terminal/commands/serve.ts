import type { Command } from 'commander';
import type { Examined } from '../../doctor/examine.ts';
import type { Io } from '../io.ts';

/** The front doors that the command line can open beside its own. */
export interface OtherDoors {
  /** Serves Discord until the process is told to stop; `processes`: one process a shard. */
  serve(options: { processes?: boolean }): Promise<void>;
  /** Looks at all that a bot needs; resolves to whether there is nothing to do. */
  examine(tell: (examined: Examined) => void): Promise<boolean>;
}

export function registerServe(program: Command, _: Io, { serve }: OtherDoors): void {
  program
    .command('serve')
    .description('run the Discord bot; needs DISCORD_TOKEN')
    .option('--processes', 'run each shard in a process of its own')
    .action((options: { processes?: boolean }) => serve(options));
}

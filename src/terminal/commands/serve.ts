import type { Command } from 'commander';
import type { Io } from '../io.ts';

/** The front doors that the command line can open beside its own. */
export interface OtherDoors {
  /** Serves Discord until the process is told to stop; `processes`: one process a shard. */
  serve(options: { processes?: boolean }): Promise<void>;
}

export function registerServe(program: Command, _: Io, { serve }: OtherDoors): void {
  program
    .command('serve')
    .description('run the Discord bot; needs DISCORD_TOKEN')
    .option('--processes', 'run each shard in a process of its own')
    .action((options: { processes?: boolean }) => serve(options));
}

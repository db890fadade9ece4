import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** A process, as others can tell whether it is still there. */
export interface Owner {
  /** Another of each start, also where a container gives each start the same number. */
  start: string;
  host: string;
  pid: number;
}

/** This process. */
export const SELF: Owner = { start: randomUUID(), host: hostname(), pid: process.pid };

/** Whether a process is known to be gone; of another machine's it is not known. */
export function isGone({ start, host, pid }: Owner): boolean {
  if (start === SELF.start || host !== SELF.host) return false;
  if (pid === SELF.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // One that may not be asked is there.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** How often the processes are looked at, in milliseconds. */
const LOOK = 40;
/** Ticks of processor time a second, as Linux counts them for everybody. */
const TICKS = 100;

/** Looks at a process and all that it starts. */
export interface Watch {
  /** Stops looking. Peak memory in MB, processor time in seconds, and who of them is still there. */
  end(): { mb: number; cpu: number; before: number; left: number[] };
}

/**
 * Watches a process by Linux's `/proc`: the peak is the most that those alive at once have each come
 * to (VmHWM), so that short peaks count, and pages that they share count twice. The peak of a process that was
 * there before begins anew.
 */
export function watch(pid: number): Watch {
  const before = memoryOf(pid, 'VmRSS');
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // It has ended already.
  }
  const cpuBefore = cpuOf(pid);
  const met = new Set<number>();
  let [mb, cpu] = [0, 0];
  const look = () => {
    const tree = treeOf(pid);
    for (const one of tree) met.add(one);
    mb = Math.max(
      mb,
      tree.reduce((sum, one) => sum + memoryOf(one, 'VmHWM'), 0),
    );
    cpu = Math.max(
      cpu,
      tree.reduce((sum, one) => sum + cpuOf(one), 0),
    );
  };
  look();
  const timer = setInterval(look, LOOK);
  return {
    end() {
      clearInterval(timer);
      look();
      const left = [...met].filter((one) => one !== pid && memoryOf(one, 'VmRSS') > 0);
      return { mb, cpu: cpu - cpuBefore, before, left };
    },
  };
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

const memoryOf = (pid: number, what: 'VmRSS' | 'VmHWM') =>
  Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(read(pid, 'status'))?.[1] ?? 0) / 1024;

/** The fields of `stat` behind the name, which may hold anything. */
const statOf = (pid: number) =>
  read(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');

/** Its own and that of children that have ended. */
const cpuOf = (pid: number) =>
  statOf(pid)
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks || 0), 0) / TICKS;

function treeOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name)) parents.set(Number(name), Number(statOf(Number(name))[1] ?? 0));
  const tree = [root];
  for (let i = 0; i < tree.length; i++)
    for (const [child, parent] of parents) if (parent === tree[i]) tree.push(child);
  return tree;
}

import { readdirSync, readFileSync } from 'node:fs';

/** This process and every one below it. */
function processTree(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      // The name of the program, in brackets, may hold blanks and brackets itself.
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      parents.set(Number(name), Number(parent));
    } catch {
      // Ended while it was looked at.
    }
  }
  const tree = [root];
  for (const id of tree) for (const [child, parent] of parents) if (parent === id) tree.push(child);
  return tree;
}

function residentMegabytes(id: number): number {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    return Number(/VmRSS:\s*(\d+)/u.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Looks every 50 ms at this process and those below it; `stop` answers the largest any of them was, in MB. */
export function watchLargestProcess(): { stop: () => number } {
  let largest = 0;
  const look = () => {
    for (const id of processTree(process.pid)) largest = Math.max(largest, residentMegabytes(id));
  };
  look();
  const timer = setInterval(look, 50);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return Math.round(largest);
    },
  };
}

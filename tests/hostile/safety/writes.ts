import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What makes, changes or removes a file by its name, and what tells a thread from another program. */
export const WRITING_CALLS = (
  'open openat openat2 creat mkdir mkdirat rename renameat renameat2 unlink unlinkat rmdir link linkat ' +
  'symlink symlinkat truncate clone clone3 fork vfork'
).split(' ');

const WRITING = new Set(WRITING_CALLS);
const OPENS = /^open(?:at2?)?$/u;
const BEGINS_TASK = /^(?:clone3?|v?fork)$/u;
const FOR_WRITING = /\bO_(?:WRONLY|RDWR|CREAT|TRUNC|TMPFILE)\b/u;

/**
 * Files that the first program of each trace in a folder, with all its threads, made, changed or removed, or
 * tried to: absolute paths, each once. Programs it started are left out.
 */
export function readWrites(folder: string): string[] {
  const traces = readdirSync(folder).filter((name) => name.endsWith('.trace'));
  const paths = traces.flatMap((name) => [
    ...pathsOf(readFileSync(join(folder, name), 'utf8').split('\n')),
  ]);
  return [...new Set(paths)].sort();
}

function pathsOf(lines: readonly string[]): Set<string> {
  const paths = new Set<string>();
  /** Tasks that are threads of the first program, and those about to begin one. */
  const own = new Set<string>();
  const beginning = new Set<string>();
  for (const line of lines) {
    const [, task, call, rest] =
      /^(\d+) +(?:<\.\.\. )?(\w+)(?:\(| resumed>)(.*)$/u.exec(line) ?? [];
    if (task === undefined || call === undefined || rest === undefined) continue;
    if (own.size === 0) own.add(task);
    if (!own.has(task)) continue;
    if (BEGINS_TASK.test(call)) {
      // The flags stand where a call begins, the new task where it ends: on one line or on two.
      if (/\bCLONE_THREAD\b/u.test(rest)) beginning.add(task);
      const [, begun] = /= (\d+)(?: <[^>]*>)?$/u.exec(rest) ?? [];
      if (begun !== undefined && beginning.delete(task)) own.add(begun);
    } else if (WRITING.has(call) && (!OPENS.test(call) || FOR_WRITING.test(rest))) {
      for (const path of namesIn(rest)) paths.add(path);
    }
  }
  return paths;
}

/** `AT_FDCWD</home>, "a"` and `5</home>, "a"` are /home/a. */
function namesIn(words: string): string[] {
  const names = words.matchAll(/(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"/gu);
  return [...names].map(([, from = '/', name = '']) => resolve(from, unquoted(name)));
}

/** strace writes bytes beyond ASCII as octal numbers. */
function unquoted(name: string): string {
  const latin = name.replaceAll(/\\(\d{1,3}|.)/gu, (_all, code: string) =>
    /^\d/u.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : code,
  );
  return Buffer.from(latin, 'latin1').toString('utf8');
}

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

let compiled: string | null | undefined;

/** The path of `disk.c` as a library to be preloaded; null where there is no C compiler. */
export function compileShim(): string | null {
  compiled ??= compile();
  return compiled;
}

function compile(): string | null {
  const folder = join(import.meta.dirname, '..', '..', '..', '.cache', 'torture');
  mkdirSync(folder, { recursive: true });
  const shim = join(folder, 'disk.so');
  const source = join(import.meta.dirname, 'disk.c');
  const { status } = spawnSync('gcc', ['-O1', '-shared', '-fPIC', '-o', shim, source, '-ldl'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0 ? shim : null;
}

/** The environment under which a program's changes below `folder` are watched. */
export function watched(
  shim: string,
  folder: string,
  how: { ZJ_RECORD: string } | { ZJ_DIE_AT: string },
): NodeJS.ProcessEnv {
  return { ...process.env, LD_PRELOAD: shim, ZJ_FOLDER: `${folder}/`, ...how };
}

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from './durable.ts';

/** Runs a few lines with a disk mounted at `$1` that may only be read; null where that is not allowed. */
function onReadOnlyDisk(lines: string): string | null {
  const disk = mkdtempSync(join(tmpdir(), 'zhenjian-read-only-'));
  const command = 'mount -t tmpfs -o ro none "$1" && exec "$2" --input-type=module -e "$3" "$1"';
  const { status, stdout } = spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', command, 'sh', disk, process.execPath, lines],
    { encoding: 'utf8' },
  );
  rmSync(disk, { recursive: true, force: true });
  return status === 0 ? stdout : null;
}

it('says of a disk that may only be read that it is so, and not that something is missing', (context) => {
  const here = JSON.stringify(join(import.meta.dirname, 'durable.ts'));
  const told = onReadOnlyDisk(
    `const { makeFolder } = await import(${here});
     try { makeFolder(process.argv[1] + '/a/b'); } catch ({ code }) { process.stdout.write(code); }`,
  );
  if (told === null) return context.skip('mounting is not allowed here');
  expect(told).toBe('EROFS');
});

it('makes a folder with those above it', () => {
  const base = mkdtempSync(join(tmpdir(), 'zhenjian-folder-'));
  makeFolder(join(base, 'a', 'b'));
  makeFolder(join(base, 'a', 'b'));
  expect(existsSync(join(base, 'a', 'b'))).toBe(true);
  rmSync(base, { recursive: true });
});

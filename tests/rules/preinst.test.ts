import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './planted.ts';

/** What the deb says on a system of this machine and this library, before it unpacks anything. */
function preinst(machine: string, library: string): { status: number | null; words: string } {
  const bin = mkdtempSync(join(tmpdir(), 'zhenjian-preinst-'));
  try {
    writeFileSync(join(bin, 'uname'), `#!/bin/sh\necho ${machine}\n`, { mode: 0o755 });
    writeFileSync(join(bin, 'getconf'), `#!/bin/sh\necho 'glibc ${library}'\n`, { mode: 0o755 });
    const { status, stderr } = spawnSync('sh', [join(ROOT, 'build', 'preinst.sh'), 'install'], {
      env: { PATH: `${bin}:/usr/bin:/bin` },
      encoding: 'utf8',
    });
    return { status, words: stderr };
  } finally {
    rmSync(bin, { recursive: true });
  }
}

describe.skipIf(process.platform === 'win32')('a system the deb is not for', () => {
  it.each([
    ['x86_64', '2.34'],
    ['aarch64', '2.38'],
    ['x86_64', '2.100'],
  ])('%s with glibc %s is let through', (machine, library) => {
    expect(preinst(machine, library)).toEqual({ status: 0, words: '' });
  });

  it.each([
    ['x86_64', '2.28', /需要系统运行库 glibc 2\.34 或以上，本机是 2\.28；.*未作任何安装。/u],
    ['aarch64', '2.31', /本机是 2\.31/u],
    ['loongarch64', '2.38', /本机是 loongarch64 架构，.*未作任何安装。/u],
    ['sw_64', '2.38', /本机是 sw_64 架构/u],
  ])('%s with glibc %s meets a sentence and installs nothing', (machine, library, words) => {
    const answer = preinst(machine, library);
    expect(answer.status).toBe(1);
    expect(answer.words).toMatch(words);
  });

  it('is told the version that the native file was linked against', () => {
    const needed = /^needed=(.*)$/mu.exec(
      readFileSync(join(ROOT, 'build/preinst.sh'), 'utf8'),
    )?.[1];
    expect(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')).toContain(
      `libc6 (>= ${needed})`,
    );
  });
});

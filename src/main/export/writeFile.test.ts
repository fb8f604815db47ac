import * as nodeFs from 'node:fs/promises';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WriteFileSystem, writeFileSafely } from './writeFile.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '导出 '));
  path = join(folder, '三镇 参阅材料.pdf');
});

afterEach(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode('新的内容');

function failing(call: 'open' | 'write' | 'sync' | 'rename', code: string): WriteFileSystem {
  const fail = () => Promise.reject(Object.assign(new Error(code), { code }));
  return {
    rm: nodeFs.rm,
    rename: call === 'rename' ? fail : nodeFs.rename,
    open: async (...args: Parameters<typeof nodeFs.open>) => {
      if (call === 'open') return fail();
      const handle = await nodeFs.open(...args);
      if (call === 'write') {
        handle.writeFile = async () => {
          await handle.write(bytes, 0, 3);
          return fail();
        };
      }
      if (call === 'sync') handle.sync = fail;
      return handle;
    },
  };
}

describe('writing a file', () => {
  it('writes all of it under its name and nothing else', async () => {
    expect(await writeFileSafely(path, bytes)).toEqual({ ok: true });
    expect(await readFile(path, 'utf8')).toBe('新的内容');
    expect(await readdir(folder)).toEqual(['三镇 参阅材料.pdf']);
  });

  it('takes the place of the file before', async () => {
    await writeFile(path, '旧的');
    expect(await writeFileSafely(path, bytes)).toEqual({ ok: true });
    expect(await readFile(path, 'utf8')).toBe('新的内容');
  });

  it.each([
    ['open', 'EACCES', 'read-only', '没有写入所选位置的权限'],
    ['open', 'EROFS', 'read-only', '只读'],
    ['open', 'ENOENT', 'no-folder', '文件夹不存在'],
    ['write', 'ENOSPC', 'disk-full', '磁盘已满'],
    ['sync', 'EDQUOT', 'disk-full', '配额'],
    ['rename', 'EBUSY', 'file-in-use', 'WPS'],
    ['rename', 'EPERM', 'file-in-use', '占用'],
    ['rename', 'EISDIR', 'is-folder', '文件夹'],
  ] as const)(
    'failing at %s with %s says so, keeps the old file and leaves no half one',
    async (call, code, expected, words) => {
      await writeFile(path, '旧的');
      const outcome = await writeFileSafely(path, bytes, failing(call, code));
      expect(outcome).toMatchObject({ ok: false, failure: { code: expected } });
      expect(!outcome.ok && outcome.failure.message).toContain(words);
      expect(await readFile(path, 'utf8')).toBe('旧的');
      expect(await readdir(folder)).toEqual(['三镇 参阅材料.pdf']);
    },
  );

  it('passes on a failure nobody expects', async () => {
    await expect(writeFileSafely(path, bytes, failing('write', 'EIO'))).rejects.toThrow('EIO');
    expect(await readdir(folder)).toEqual([]);
  });
});

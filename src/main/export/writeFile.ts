import { randomBytes } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The calls that writing needs, so that a test can make each of them fail. */
export type WriteFileSystem = Pick<typeof nodeFs, 'open' | 'rename' | 'rm'>;

export type WriteOutcome = { ok: true } | { ok: false; failure: { code: string; message: string } };

const reasons: Record<string, { code: string; message: string }> = {
  ENOSPC: { code: 'disk-full', message: '磁盘已满，文件没有写出。请腾出空间或换一个位置。' },
  EDQUOT: { code: 'disk-full', message: '磁盘配额已用完，文件没有写出。请腾出空间或换一个位置。' },
  EFBIG: { code: 'disk-full', message: '文件超过这个磁盘允许的大小，没有写出。请换一个位置。' },
  EBUSY: {
    code: 'file-in-use',
    message: '文件正被 WPS 或其他程序打开，没有写出。请关闭后再试，或改名另存。',
  },
  EPERM: {
    code: 'file-in-use',
    message: '文件正被其他程序占用或不允许改写，没有写出。请关闭后再试，或改名另存。',
  },
  EROFS: { code: 'read-only', message: '所选位置是只读的，文件没有写出。请换一个位置。' },
  EACCES: { code: 'read-only', message: '没有写入所选位置的权限，文件没有写出。请换一个位置。' },
  ENOENT: { code: 'no-folder', message: '所选文件夹不存在，文件没有写出。请换一个位置。' },
  ENOTDIR: { code: 'no-folder', message: '所选位置不是文件夹，文件没有写出。请换一个位置。' },
  EISDIR: { code: 'is-folder', message: '所选名称是一个文件夹，文件没有写出。请换一个文件名。' },
  ENAMETOOLONG: { code: 'bad-name', message: '文件名太长，文件没有写出。请改短后再试。' },
  EINVAL: { code: 'bad-name', message: '文件名含有系统不允许的字符，文件没有写出。请改名后再试。' },
};

/**
 * Writes a whole file or nothing: the bytes go to a file beside, reach the disk, and take the name in one
 * step. On failure the file that was there before is untouched and nothing is left beside it.
 */
export async function writeFileSafely(
  path: string,
  bytes: Uint8Array,
  fs: WriteFileSystem = nodeFs,
): Promise<WriteOutcome> {
  const beside = join(
    dirname(path),
    `.${basename(path).slice(0, 60)}.${randomBytes(4).toString('hex')}.part`,
  );
  try {
    await writeThrough(beside, bytes, fs);
    await fs.rename(beside, path);
    return { ok: true };
  } catch (error) {
    await fs.rm(beside, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const failure = reasons[code];
    if (!failure) throw error;
    return { ok: false, failure };
  }
}

async function writeThrough(path: string, bytes: Uint8Array, fs: WriteFileSystem): Promise<void> {
  const handle = await fs.open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

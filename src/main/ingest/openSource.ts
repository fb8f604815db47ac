import { constants } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { IngestError } from './failures.ts';
import { LARGEST_FILE_BYTES, megabytes } from './limits.ts';

/**
 * The real path of a file that may be a link. A link is followed only to a place below `folder`;
 * one that leads elsewhere is refused, so that nothing is read that the person did not choose.
 */
export async function resolveWithin(path: string, folder: string): Promise<string> {
  const status = await lstat(path);
  if (!status.isSymbolicLink()) return path;
  const root = await realpath(folder);
  const target = await realpath(path);
  if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new IngestError('link-not-followed');
  }
  return target;
}

/** Refuses what is larger than can be read, naming the limit. */
export function checkSize(bytes: number): void {
  if (bytes <= LARGEST_FILE_BYTES) return;
  throw new IngestError(
    'too-large',
    `文件有 ${megabytes(bytes)}，上限为 ${megabytes(LARGEST_FILE_BYTES)}`,
  );
}

/**
 * The bytes of a file on disk. Its size is judged before any of it is read; pipes and devices, which could
 * block or never end, are not opened for reading.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const real = await resolveWithin(path, dirname(path));
  const file = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const status = await file.stat();
    if (status.isDirectory()) throw new IngestError('unreadable-file', '这是文件夹，不是文件');
    if (!status.isFile()) throw new IngestError('unreadable-file', '这是设备或管道，不是普通文件');
    checkSize(status.size);
    const bytes = new Uint8Array(status.size);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}

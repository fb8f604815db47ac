import { basename } from 'node:path';
import { RequestFailure } from '../../../shared/contract/failure.ts';
import { writeFileSafely } from '../../export/writeFile.ts';

/** Writes what was exported; answers the name of the file. @throws RequestFailure where it cannot be written. */
export async function writeExport(path: string, bytes: Uint8Array): Promise<string> {
  const written = await writeFileSafely(path, bytes);
  if (!written.ok) throw new RequestFailure(written.failure.code, written.failure.message);
  return basename(path);
}

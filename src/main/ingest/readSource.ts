import type { ReadOptions, ReadOutcome } from './extraction.ts';
import { failureOfSystemError, IngestError, ingestFailure } from './failures.ts';
import { readBytes } from './openSource.ts';
import { readDocumentFile } from './readFile.ts';

/** A file on disk, or bytes that were dropped or pasted. `name` is what the person sees. */
export type ReaderInput = { name: string; path: string } | { name: string; bytes: Uint8Array };

export type ReaderRequest = ReaderInput & { options: ReadOptions };

/** As readDocumentFile, for a path too. Never throws. */
export async function readSource(request: ReaderRequest): Promise<ReadOutcome> {
  if ('bytes' in request) return readDocumentFile(request, request.options);
  const { name, path, options } = request;
  try {
    return await readDocumentFile({ name, bytes: await readBytes(path) }, options);
  } catch (error) {
    const failure =
      error instanceof IngestError
        ? ingestFailure(error.code, name, error.detail)
        : failureOfSystemError(error, name);
    return { ok: false, failure };
  }
}

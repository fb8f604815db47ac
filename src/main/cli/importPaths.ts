import { resolve } from 'node:path';
import type { ImportOutcome } from '../../shared/contract/routes/imports.ts';
import { listSources } from '../ingest/sources.ts';
import type { ServedLibrary } from '../library/serve.ts';
import { request } from './ask.ts';

/** What became of one file, or of one of several documents in it. */
export interface PathOutcome extends Omit<ImportOutcome, 'name'> {
  path: string;
}

/** Imports files and folders as the window does a folder; a bad file never stops the rest. */
export async function importPaths(
  library: ServedLibrary,
  paths: readonly string[],
): Promise<PathOutcome[]> {
  const sources = await listSources(paths.map((path) => resolve(path)));
  const batchId = library.context.previews.putBatch(sources);
  const { files } = await request(library, 'imports.runBatch', { batchId });
  const listed = [...sources.failures, ...sources.files];
  return files.flatMap(({ outcomes }, at) => mergeOutcomes(listed[at]?.path ?? '', outcomes));
}

/** One line a file: the documents it held together, the most urgent status first. */
function mergeOutcomes(path: string, outcomes: ImportOutcome[]): PathOutcome[] {
  const urgency = ['needs-review', 'imported', 'duplicate', 'rejected'] as const;
  const status = urgency.find((each) => outcomes.some((outcome) => outcome.status === each));
  const lead = outcomes.find((outcome) => outcome.status === status);
  if (lead === undefined || status === undefined) return [];
  const documentIds = outcomes.flatMap((outcome) => outcome.documentIds);
  return [{ path, status, documentIds, code: lead.code, message: lead.message }];
}

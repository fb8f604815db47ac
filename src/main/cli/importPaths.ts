import { resolve } from 'node:path';
import type { ImportOutcome } from '../../shared/contract/routes/imports.ts';
import { listSources, type SourceFile } from '../ingest/sources.ts';
import type { ServedLibrary } from '../library/serve.ts';
import { request } from './ask.ts';

/** What became of one file, or of one of several documents in it. */
export interface PathOutcome extends Omit<ImportOutcome, 'name'> {
  path: string;
}

/** Imports files and folders as the window does, one transaction a file; a bad one never stops the rest. */
export async function importPaths(
  library: ServedLibrary,
  paths: readonly string[],
): Promise<PathOutcome[]> {
  const { files, failures } = await listSources(paths.map((path) => resolve(path)));
  const outcomes: PathOutcome[] = failures.map(({ path, failure }) => rejected(path, failure));
  for (const file of files) outcomes.push(...(await importFile(library, file)));
  return outcomes;
}

async function importFile(
  library: ServedLibrary,
  { path, name }: SourceFile,
): Promise<PathOutcome[]> {
  const fileId = library.context.previews.putFile({ path, name });
  const preview = await request(library, 'imports.preview', { source: { kind: 'chosen', fileId } });
  if (preview.failure !== null) return [rejected(path, preview.failure)];
  const { outcomes } = await request(library, 'imports.commit', {
    previewId: preview.previewId,
    include: preview.documents.map(({ index }) => index),
  });
  return mergeOutcomes(path, outcomes);
}

/** One line a file: the documents it held together, the most urgent status first. */
function mergeOutcomes(path: string, outcomes: ImportOutcome[]): PathOutcome[] {
  const urgency = ['needs-review', 'imported', 'duplicate'] as const;
  const status = urgency.find((each) => outcomes.some((outcome) => outcome.status === each));
  const lead = outcomes.find((outcome) => outcome.status === status);
  if (lead === undefined || status === undefined) return [];
  const documentIds = outcomes.flatMap((outcome) => outcome.documentIds);
  return [{ path, status, documentIds, code: lead.code, message: lead.message }];
}

function rejected(path: string, { code, message }: { code: string; message: string }): PathOutcome {
  return { path, status: 'rejected', documentIds: [], code, message };
}

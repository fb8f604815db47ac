import { addDecision } from './decisions.ts';
import type { NewImport, NewReport, ReportOrigin } from './libraryStore.ts';
import { addReports } from './reports.ts';
import type { Storage } from './storage.ts';
import { versionChain } from './versions.ts';

/** All in one transaction: their reports, what the files gave, and the chains their reports join. */
export function addImports(storage: Storage, imports: readonly NewImport[]): string[][] {
  const { connection, indexer } = storage;
  return connection.transaction(() =>
    indexer.batch(() => imports.map((each) => addImport(storage, each))),
  )();
}

function addImport(storage: Storage, batch: NewImport): string[] {
  const ids = addReports(storage, batch);
  const [first] = ids;
  if (batch.extracted !== undefined && first !== undefined) {
    storage.connection
      .prepare(
        `INSERT INTO extracted_texts (import_id, text)
         SELECT import_id, ? FROM reports WHERE id = ?`,
      )
      .run(batch.extracted, first);
  }
  batch.documents.forEach(({ joins }, index) => {
    if (joins) joinChain(storage, ids[index] as string, joins, batch.author);
  });
  return ids;
}

/** Chains stay lines: a newer version follows the last of the chain, an older one is followed by its first. */
function joinChain(
  storage: Storage,
  id: string,
  { reportId, as }: NonNullable<NewReport['joins']>,
  author: string,
): void {
  const chain = versionChain(storage, reportId);
  const end = as === 'newer' ? chain.at(-1) : chain[0];
  if (end === undefined) return;
  const [newer, older] = as === 'newer' ? [id, end] : [end, id];
  addDecision(storage, newer, { field: 'follows', value: older }, author);
}

export function findOrigin({ connection }: Storage, reportId: string): ReportOrigin | undefined {
  return connection
    .prepare(
      `SELECT i.source_name AS sourceName, i.format, i.encoding, i.imported_at AS importedAt,
              e.text AS extracted
         FROM reports r JOIN imports i ON i.id = r.import_id
         LEFT JOIN extracted_texts e ON e.import_id = i.id
        WHERE r.id = ?`,
    )
    .get(reportId) as ReportOrigin | undefined;
}

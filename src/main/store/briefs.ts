import type { BriefSpec } from '../../shared/contract/schemas/brief.ts';
import type { SavedBrief } from './libraryStore.ts';
import type { Storage } from './storage.ts';

const INSERT_REVISION = `
  INSERT INTO brief_revisions (id, brief_id, sequence, written_at, tombstone, spec)
  VALUES (?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM brief_revisions), ?, ?, ?)`;

export function saveBrief(
  { connection, newId, now }: Storage,
  id: string | null,
  spec: BriefSpec,
): SavedBrief {
  const brief = { id: id ?? newId(), spec, updatedAt: now() };
  connection
    .prepare(INSERT_REVISION)
    .run(newId(), brief.id, brief.updatedAt, 0, JSON.stringify(spec));
  return brief;
}

export function listBriefs({ connection }: Storage): SavedBrief[] {
  const rows = connection
    .prepare(
      `SELECT b.brief_id AS id, b.spec, b.written_at AS updatedAt FROM brief_revisions b
        WHERE b.tombstone = 0
          AND b.sequence = (SELECT max(n.sequence) FROM brief_revisions n WHERE n.brief_id = b.brief_id)
        ORDER BY b.sequence DESC`,
    )
    .all() as { id: string; spec: string; updatedAt: string }[];
  return rows.map((row) => ({ ...row, spec: JSON.parse(row.spec) as BriefSpec }));
}

/** False if there is no such brief. */
export function removeBrief(storage: Storage, id: string): boolean {
  const brief = listBriefs(storage).find((candidate) => candidate.id === id);
  if (brief === undefined) return false;
  storage.connection
    .prepare(INSERT_REVISION)
    .run(storage.newId(), id, storage.now(), 1, JSON.stringify(brief.spec));
  return true;
}

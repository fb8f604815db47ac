import { createHash } from 'node:crypto';
import type { Connection } from './connection.ts';
import type { DraftStore } from './drafts.ts';

/** The working text of a draft as another library's file holds it. */
export interface SavedDraft {
  id: string;
  title: string;
  town: string;
  planYear: number;
  basisId: string | null;
  begunAt: string;
  savedAt: string;
  congress: string;
  speaker: string;
  /** As JSON. */
  blocks: string;
}

const COLUMNS = `id, title, town, plan_year AS planYear, basis_id AS basisId, begun_at AS begunAt,
                 saved_at AS savedAt, congress, speaker, blocks`;

/** Drafts in sight whose words are those that were stored; from a damaged file as many as can be read. */
export function readSavedDrafts(connection: Connection): SavedDraft[] {
  const found = new Map<string, SavedDraft>();
  // From both ends: a page that cannot be read stands between what is before it and what is behind.
  for (const order of ['ASC', 'DESC']) {
    try {
      const rows = connection
        .prepare(
          `SELECT ${COLUMNS}, sha256 FROM drafts WHERE removed_at IS NULL ORDER BY id ${order}`,
        )
        .iterate() as IterableIterator<SavedDraft & { sha256: string }>;
      for (const { sha256, ...draft } of rows) {
        if (hashOf(draft.blocks) === sha256) found.set(draft.id, draft);
      }
    } catch {
      // What came before it is kept.
    }
  }
  return [...found.values()];
}

/**
 * Takes drafts in that are missing or older here. What stood here is kept as a version.
 *
 * @returns how many were taken.
 */
export async function takeDrafts(
  connection: Connection,
  store: Pick<DraftStore, 'keepVersion'>,
  drafts: readonly SavedDraft[],
  nameOfKept: string,
): Promise<number> {
  let taken = 0;
  for (const draft of drafts) {
    const here = connection
      .prepare('SELECT saved_at AS savedAt, blocks FROM drafts WHERE id = ?')
      .get(draft.id) as Pick<SavedDraft, 'savedAt' | 'blocks'> | undefined;
    if (here && (here.savedAt >= draft.savedAt || here.blocks === draft.blocks)) continue;
    if (here) await store.keepVersion(draft.id, nameOfKept);
    connection
      .prepare(
        `INSERT INTO drafts (id, title, town, plan_year, basis_id, begun_at, saved_at, congress,
                             speaker, blocks, sha256)
         VALUES (@id, @title, @town, @planYear, @basisId, @begunAt, @savedAt, @congress, @speaker,
                 @blocks, @sha256)
         ON CONFLICT DO UPDATE SET title = @title, saved_at = @savedAt, congress = @congress,
                speaker = @speaker, blocks = @blocks, sha256 = @sha256, removed_at = NULL`,
      )
      .run({ ...draft, planYear: BigInt(draft.planYear), sha256: hashOf(draft.blocks) });
    taken += 1;
  }
  return taken;
}

function hashOf(blocks: string): string {
  return createHash('sha256').update(blocks).digest('hex');
}

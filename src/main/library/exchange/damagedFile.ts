import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { markContent } from '../../ingest/duplicates.ts';
import { type Connection, openConnection } from '../../store/connection.ts';
import { readSavedDrafts, type SavedDraft } from '../../store/draftsReadBack.ts';
import { gatherPart } from '../../store/exchange/gather.ts';
import type { MarkedReport, PartReport } from '../../store/exchange/part.ts';
import { NEWEST_VERSION } from '../openLibrary.ts';

const READING = '.reading';

/** What can still be read of a library whose file is damaged. */
export interface ReadBack {
  /** With their notes, decisions and corrections, as packages hold them. */
  reports: MarkedReport[];
  drafts: SavedDraft[];
}

/**
 * Reads a damaged library row by row and passes over what cannot be read. A text or a draft that is not to
 * the letter what was stored is left out: nothing damaged comes back as if it were sound.
 */
export function readDamaged(path: string): ReadBack {
  const copy = `${path}${READING}`;
  try {
    // SQLite would put a log beside the file itself, which stays as it was found.
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    return readCopy(copy);
  } finally {
    dropCopies(dirname(path));
  }
}

/** Removes what a reading left that was killed. */
export function dropCopies(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.includes(READING)) rmSync(join(folder, name), { force: true });
  }
}

function readCopy(path: string): ReadBack {
  const connection = attempt(() => openConnection(path, { readonly: true }));
  if (connection === undefined) return { reports: [], drafts: [] };
  try {
    const version = attempt(() => Number(connection.pragma('user_version', { simple: true })));
    if (version !== NEWEST_VERSION) return { reports: [], drafts: [] };
    const ids = listSoundTexts(connection);
    const gather = (some: readonly string[]) =>
      attempt(() => gatherPart({ connection }, some).part.reports);
    // Together they keep the notes that speak of several; where something is in the way, one by one.
    const reports: PartReport[] = gather(ids) ?? ids.flatMap((id) => gather([id]) ?? []);
    return {
      reports: reports.map((report) => ({
        ...report,
        fingerprint: markContent(report.text).fingerprint,
      })),
      drafts: readSavedDrafts(connection),
    };
  } finally {
    connection.close();
  }
}

/** Ids of the reports in sight whose words are those that were stored. */
function listSoundTexts(connection: Connection): string[] {
  const newest = attempt(
    () => connection.prepare('SELECT max(key) FROM reports').pluck().get() as number | null,
  );
  const select = connection.prepare(
    `SELECT id, text, text_sha256 AS hash FROM reports WHERE key = ? AND removed_at IS NULL`,
  );
  return Array.from({ length: newest ?? 0 }, (_, n) => n + 1).flatMap((key) => {
    const row = attempt(
      () => select.get(key) as { id: string; text: string; hash: string } | undefined,
    );
    return row && createHash('sha256').update(row.text).digest('hex') === row.hash ? [row.id] : [];
  });
}

/** Undefined where the page that was asked for cannot be read. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

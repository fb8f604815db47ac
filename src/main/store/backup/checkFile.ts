import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { IS_NEWEST } from '../annotationRevisions.ts';
import { APPLICATION_ID, type Connection, hasTable } from '../connection.ts';
import { HASHED_TEXTS, JSON_COLUMNS } from './checkedColumns.ts';
import { LibraryFileError } from './libraryTrouble.ts';
import { countBrokenSeals } from './seals.ts';

/** How much a library holds, removed reports and notes left out. */
export interface LibraryCounts {
  reportCount: number;
  annotationCount: number;
}

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;

/**
 * Tells from the first hundred bytes what a file cannot be hiding: cheap enough for a list of dozens.
 * A file that is longer or shorter than its header says was cut off or is still being written.
 */
export function glanceAtFile(path: string): LibraryFileError | undefined {
  const { size, header } = readHeader(path);
  if (size === 0) return new LibraryFileError('emptied');
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return new LibraryFileError('damaged');
  if (header.readInt32BE(68) !== APPLICATION_ID) return new LibraryFileError('foreign-file');
  return size < statedSize(path) ? new LibraryFileError('damaged') : undefined;
}

/** How many bytes a SQLite file says of itself that it has. */
export function statedSize(path: string): number {
  const { header } = readHeader(path);
  const pageSize = header.readUInt16BE(16);
  return header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize);
}

function readHeader(path: string): { size: number; header: Buffer } {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    readSync(file, header, 0, HEADER_BYTES, 0);
    return { size: fstatSync(file).size, header };
  } finally {
    closeSync(file);
  }
}

/**
 * Reads a library file that nobody else has open through and through, without writing to it.
 *
 * @throws LibraryFileError unless every page, reference and text is as it was written.
 */
export function checkFile(path: string, newestVersion: number): LibraryCounts {
  const trouble = glanceAtFile(path);
  if (trouble) throw trouble;
  const connection = new Database(path, { readonly: true });
  try {
    if (Number(connection.pragma('user_version', { simple: true })) > newestVersion) {
      throw new LibraryFileError('newer-library');
    }
    const { problems, changedTexts } = inspectPages(connection, 'quick_check');
    if (problems > 0 || changedTexts.length > 0) throw new LibraryFileError('damaged');
    return countContents(connection);
  } finally {
    connection.close();
  }
}

/** What is wrong inside a file that opens. */
export interface PageReport {
  /** Findings of SQLite's own check and references that lead nowhere. */
  problems: number;
  /** Ids of reports and drafts whose words, or earlier words, are not those that were stored. */
  changedTexts: string[];
}

export function inspectPages(
  connection: Connection,
  check: 'quick_check' | 'integrity_check',
): PageReport {
  const findings = findFaults(connection, check);
  const sound = findings.length === 1 && findings[0]?.[check] === 'ok';
  const dangling = connection.pragma('foreign_key_check') as unknown[];
  return {
    problems: dangling.length + (sound ? countChangedRows(connection) : findings.length),
    changedTexts: sound ? listChangedTexts(connection) : [],
  };
}

/** The check computes indexed expressions anew, and stumbles over JSON that is none any more. */
function findFaults(connection: Connection, check: string): Record<string, string>[] {
  try {
    return connection.pragma(check) as Record<string, string>[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR') {
      return [{ [check]: error.message }];
    }
    throw error;
  }
}

/** Rows that SQLite finds nothing wrong with and that are not what was written all the same. */
function countChangedRows(connection: Connection): number {
  return countUnreadable(connection) + countBrokenSeals(connection);
}

function countUnreadable(connection: Connection): number {
  let unreadable = 0;
  for (const [table, columns] of JSON_COLUMNS) {
    if (!hasTable(connection, table)) continue;
    const broken = columns.map((column) => `NOT json_valid(${column})`).join(' OR ');
    unreadable += connection
      .prepare(`SELECT count(*) FROM ${table} WHERE ${broken}`)
      .pluck()
      .get() as number;
  }
  return unreadable;
}

function listChangedTexts(connection: Connection): string[] {
  const changed: string[] = [];
  for (const { table, owner, text: words, hash: stored } of HASHED_TEXTS) {
    if (!hasTable(connection, table)) continue;
    const texts = connection
      .prepare<[], { id: string; text: string; hash: string }>(
        `SELECT ${owner} AS id, ${words} AS text, ${stored} AS hash FROM ${table}`,
      )
      .iterate();
    for (const { id, text, hash } of texts) {
      if (createHash('sha256').update(text).digest('hex') !== hash) changed.push(id);
    }
  }
  return changed;
}

/** Works on a file of any version: what an old one has no table for, it has none of. */
export function countContents(connection: Connection): LibraryCounts {
  const count = (sql: string) => connection.prepare(sql).pluck().get() as number;
  return {
    reportCount: hasTable(connection, 'reports')
      ? count('SELECT count(*) FROM reports WHERE removed_at IS NULL')
      : 0,
    annotationCount: hasTable(connection, 'annotation_revisions')
      ? count(`SELECT count(*) FROM annotation_revisions a JOIN reports r ON r.id = a.report_id
                WHERE a.tombstone = 0 AND r.removed_at IS NULL
                  AND ${IS_NEWEST}`)
      : 0,
  };
}

/** True where a snapshot would keep nothing of the person's: removed reports count as theirs. */
export function isEmpty(connection: Connection): boolean {
  return !['reports', 'brief_revisions', 'drafts'].some(
    (table) =>
      hasTable(connection, table) &&
      connection.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined,
  );
}

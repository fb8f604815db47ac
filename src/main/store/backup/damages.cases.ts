import { closeSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

/** What can happen to a library's file, what it is told as, and how it is done. */
export const DAMAGES: readonly [what: string, code: string, damage: (file: string) => void][] = [
  ['truncated', 'damaged', (file) => truncateSync(file, 65_536)],
  ['emptied', 'emptied', (file) => truncateSync(file, 0)],
  ['overwritten with text', 'damaged', (file) => writeFileSync(file, '病毒'.repeat(5000))],
  ['another program’s', 'foreign-file', foreignDatabase],
  ['of a newer version', 'newer-library', (file) => setVersion(file, 99_990)],
  ['gone', 'vanished', (file) => rmSync(file)],
];

export function foreignDatabase(path: string): void {
  rmSync(path);
  const database = new Database(path);
  database.exec("CREATE TABLE songs (name TEXT); INSERT INTO songs VALUES ('茉莉花')");
  database.close();
}

export function setVersion(path: string, version: number): void {
  const database = new Database(path);
  database.pragma(`user_version = ${version}`);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** Damage that leaves every page well formed: only the stored hash tells. */
export function changeOneWord(path: string): void {
  const database = new Database(path);
  database.exec('DROP TRIGGER report_words_are_immutable');
  database.exec("UPDATE reports SET text = replace(text, '社区', '社㓡') WHERE key = 1");
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

interface Page {
  pageno: number;
  /** How many rows begin on it. */
  ncell: number;
}

/**
 * Pages of a table or an index in the order of its keys: those that hold rows and lead nowhere, or those that
 * long rows go on on.
 */
export function pagesOf(path: string, name: string, kind: 'leaf' | 'overflow' = 'leaf'): Page[] {
  const database = new Database(path, { readonly: true });
  const pages = database
    .prepare('SELECT pageno, ncell FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path')
    .all(name, kind) as Page[];
  database.close();
  return pages;
}

/** As a failing disk leaves them. */
export function zeroPages(path: string, pages: readonly Page[]): void {
  const database = new Database(path, { readonly: true });
  const size = database.pragma('page_size', { simple: true }) as number;
  database.close();
  const file = openSync(path, 'r+');
  for (const { pageno } of pages) writeSync(file, Buffer.alloc(size), 0, size, (pageno - 1) * size);
  closeSync(file);
}

/** Damage to a page that nothing of the person's stands on: the file is damaged, its words are not. */
export function zeroPostings(path: string): void {
  zeroPages(path, pagesOf(path, 'search_posting').slice(0, 1));
}

import { rmSync, truncateSync, writeFileSync } from 'node:fs';
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

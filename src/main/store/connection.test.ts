import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LibraryFileError } from './backup/libraryTrouble.ts';
import { openConnection } from './connection.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhenjian-connection-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, `${files}.zhenjian`);
};

describe('opening a library file', () => {
  it('runs with the settings that keep acknowledged writes through a power cut', () => {
    const connection = openConnection(newFile());
    const value = (name: string) => connection.pragma(name, { simple: true });
    expect(value('journal_mode')).toBe('wal');
    expect(value('synchronous')).toBe(2);
    expect(value('foreign_keys')).toBe(1);
    expect(value('busy_timeout')).toBe(5000);
    expect(value('journal_size_limit')).toBe(67_108_864);
    expect(value('trusted_schema')).toBe(0);
    expect(value('cell_size_check')).toBe(1);
    expect(value('temp_store')).toBe(2);
    connection.close();
  });

  it('has the same settings on a connection that only reads, and writes nothing with it', () => {
    const file = newFile();
    openConnection(file).close();
    const reader = openConnection(file, { readonly: true });
    expect(reader.pragma('synchronous', { simple: true })).toBe(2);
    expect(() => reader.exec('CREATE TABLE t (a)')).toThrow(/readonly/u);
    reader.close();
  });

  it('refuses what is no database', () => {
    const file = newFile();
    writeFileSync(file, '这不是资料库，只是一个改了名字的文本文件。'.repeat(100));
    expect(() => openConnection(file)).toThrow(/not a database/u);
  });
});

describe('bringing a file to the newest schema', () => {
  const newest = migrations.at(-1)?.version;

  it('makes an empty file a library, and does nothing to one that is', () => {
    const connection = openConnection(newFile());
    migrate(connection, migrations);
    expect(connection.pragma('user_version', { simple: true })).toBe(newest);
    migrate(connection, migrations);
    expect(connection.pragma('user_version', { simple: true })).toBe(newest);
    connection.close();
  });

  it('numbers migrations upwards and makes strict tables only', () => {
    const versions = migrations.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    const connection = openConnection(newFile());
    migrate(connection, migrations);
    const loose = connection
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    connection.close();
  });

  it('keeps every row when a file of any earlier version is brought forward', () => {
    for (const [at, { version }] of migrations.entries()) {
      const connection = openConnection(newFile());
      migrate(connection, migrations.slice(0, at + 1));
      connection.exec("INSERT INTO library VALUES (1, 'L', '2026-01-01')");
      const before = connection.prepare('SELECT * FROM library').all();
      migrate(connection, migrations);
      expect(connection.prepare('SELECT * FROM library').all(), `from ${version}`).toEqual(before);
      connection.close();
    }
  });

  it('leaves a file whole when a migration fails', () => {
    const connection = openConnection(newFile());
    migrate(connection, migrations);
    const broken = { version: 9990, sql: 'CREATE TABLE half (a TEXT) STRICT; SELECT nonsense();' };
    expect(() => migrate(connection, [...migrations, broken])).toThrow();
    expect(connection.pragma('user_version', { simple: true })).toBe(newest);
    expect(connection.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual(
      [],
    );
    connection.close();
  });

  it('touches neither a foreign database nor one of a newer version', () => {
    const foreign = openConnection(newFile());
    foreign.exec("CREATE TABLE songs (name TEXT); INSERT INTO songs VALUES ('茉莉花')");
    expect(() => migrate(foreign, migrations)).toThrow(new LibraryFileError('foreign-file'));
    expect(foreign.prepare('SELECT name FROM songs').pluck().all()).toEqual(['茉莉花']);
    foreign.close();

    const newer = openConnection(newFile());
    migrate(newer, migrations);
    newer.pragma('user_version = 99990');
    expect(() => migrate(newer, migrations)).toThrow(new LibraryFileError('newer-library'));
    newer.close();
  });
});

import { describe, expect, it } from 'vitest';
import { countBrokenSeals, sealNewRows } from './backup/seals.ts';
import { openConnection } from './connection.ts';
import { migrate } from './migrate.ts';
import { annotationTargets } from './migrations/0110-annotation-targets.ts';
import { migrations } from './migrations/list.ts';

const TABLES = ['library', 'reports', 'annotations', 'annotation_revisions'];

describe('bringing notes to where one may tie several passages', () => {
  it('keeps every note as it was, on its one passage', () => {
    const connection = openConnection(':memory:');
    migrate(
      connection,
      migrations.filter(({ version }) => version < annotationTargets.version),
    );
    connection.exec(`
      INSERT INTO library VALUES (1, 'L', '2026-01-01');
      INSERT INTO imports (id, source_name, format, encoding, from_sample, imported_at)
        VALUES ('i', '报告.txt', 'txt', 'utf-8', 0, '2026-01-01');
      INSERT INTO reports (id, import_id, title, text, text_sha256, fingerprint, character_count)
        VALUES ('r', 'i', '青石镇', '全年改厕八百户。', 'h', 'f', 8);
      INSERT INTO annotations (id, report_id) VALUES ('n', 'r');
      INSERT INTO annotation_revisions
        VALUES ('v', 'n', 'r', NULL, 1, '王', 'd', '2026-01-02', 0, 0, 7, '{}', '批注', '核对', '[]', 'anchored');
    `);
    const read = () => TABLES.map((table) => connection.prepare(`SELECT * FROM ${table}`).all());
    const before = read();
    migrate(connection, migrations);
    expect(read()).toEqual(before);
    expect(connection.prepare('SELECT * FROM annotation_targets').all()).toEqual([]);
  });
});

it('tells a changed passage of a note from the one that was sealed, in a file of any age', () => {
  const connection = openConnection(':memory:');
  migrate(
    connection,
    migrations.filter(({ version }) => version < annotationTargets.version),
  );
  expect(countBrokenSeals(connection)).toBe(0);
  migrate(connection, migrations);
  connection.pragma('foreign_keys = OFF');
  connection.exec(`INSERT INTO annotation_targets VALUES ('v', 1, 'r', 0, 7, '{}', 'anchored')`);
  sealNewRows(connection);
  expect(countBrokenSeals(connection)).toBe(0);
  connection.exec('UPDATE annotation_targets SET start_offset = 1');
  expect(countBrokenSeals(connection)).toBe(1);
});

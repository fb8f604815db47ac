import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openConnection } from './connection.ts';
import { listLeftovers, listLeftoversBeside } from './leftovers.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';

it('keeps the leftovers of older libraries, and offers to put them behind the last report of their import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenjian-leftovers-'));
  const connection = openConnection(join(folder, 'a'));
  const older = migrations.filter(({ version }) => version < 150);
  migrate(connection, older);
  connection.exec(`
    INSERT INTO imports VALUES ('i', '合集.txt', 'txt', 'utf-8', 0, '2026-01-01T00:00:00.000Z');
    INSERT INTO reports (id, import_id, title, text, text_sha256, fingerprint, character_count)
      VALUES ('r1', 'i', '甲', '正文一', 'a', 'f1', 3), ('r2', 'i', '乙', '正文二', 'b', 'f2', 3);
    INSERT INTO discarded_texts VALUES ('d', 'i', 0, '联系我们', '网站残留');`);
  const before = connection.prepare('SELECT * FROM discarded_texts').all();
  migrate(connection, migrations);
  const columns = 'id, import_id, position, text, reason';
  expect(connection.prepare(`SELECT ${columns} FROM discarded_texts`).all()).toEqual(before);
  const leftover = {
    id: 'd',
    text: '联系我们',
    reason: '网站残留',
    edge: 'after',
    sourceName: '合集.txt',
    importedAt: '2026-01-01T00:00:00.000Z',
    reportId: 'r2',
    reportTitle: '乙',
    restored: false,
  };
  expect(listLeftovers({ connection })).toEqual([leftover]);
  expect(listLeftoversBeside({ connection }, 'r1')).toEqual([leftover]);
  connection.close();
  rmSync(folder, { recursive: true });
});

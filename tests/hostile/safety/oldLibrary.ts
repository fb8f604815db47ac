import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { allMigrations, LIBRARY_FILE } from '../../../src/main/library/openLibrary.ts';
import { openConnection } from '../../../src/main/store/connection.ts';
import { migrate } from '../../../src/main/store/migrate.ts';
import { importShortReports, makeFolder, serve } from './served.ts';

/** A library of today with something in every table, from which older ones are filled. */
export async function makeDonor(): Promise<string> {
  const folder = makeFolder();
  const served = serve(folder);
  const { ask } = served;
  const ids = await importShortReports(served);
  const documentId = ids[0] ?? '';
  for (let n = 0; n < 6; n += 1) {
    await ask('annotations.create', { documentId, start: n, end: n + 9, note: `批注第${n}条` });
  }
  await ask('briefs.save', { id: null, spec: { title: '草稿', documents: ids } });
  await ask('reports.decideKind', { id: documentId, kind: 'other' });
  await ask('settings.set', { author: '办公室' });
  await served.close();
  return folder;
}

/** A library as it was at an older version, with the donor's rows in the columns there were. */
export function makeOldLibrary(folder: string, donor: string, version: number): void {
  mkdirSync(folder, { recursive: true });
  const connection = openConnection(join(folder, LIBRARY_FILE));
  migrate(
    connection,
    allMigrations.filter((migration) => migration.version <= version),
  );
  connection.prepare('ATTACH ? AS donor').run(join(donor, LIBRARY_FILE));
  connection.pragma('foreign_keys = OFF');
  const tables = connection
    .prepare(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all() as string[];
  for (const table of tables) {
    const columns = connection
      .prepare('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table)
      .join(', ');
    connection.exec(
      `INSERT OR REPLACE INTO main.${table} (${columns}) SELECT ${columns} FROM donor.${table}`,
    );
  }
  connection.exec('DETACH donor');
  connection.close();
}

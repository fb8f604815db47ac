import type { Storage } from './storage.ts';

export function readSetting({ connection }: Pick<Storage, 'connection'>, name: string): unknown {
  const row = connection.prepare('SELECT value FROM settings WHERE name = ?').get(name) as
    | { value: string }
    | undefined;
  return row === undefined ? undefined : JSON.parse(row.value);
}

export function writeSetting(
  { connection }: Pick<Storage, 'connection'>,
  name: string,
  value: unknown,
): void {
  connection
    .prepare(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
    .run(name, JSON.stringify(value));
}

/** Gives a new library its identity; does nothing for one that has it. */
export function nameLibrary({ connection, newId, now }: Storage): void {
  connection
    .prepare('INSERT OR IGNORE INTO library (only, id, created_at) VALUES (1, ?, ?)')
    .run(newId(), now());
}

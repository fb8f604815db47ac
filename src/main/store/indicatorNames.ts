import type { AssignedName } from './libraryStore.ts';
import type { Storage } from './storage.ts';

/** Names in force, in the order they were assigned. */
export function listAssignedNames({ connection }: Pick<Storage, 'connection'>): AssignedName[] {
  return connection
    .prepare(
      `SELECT n.name, n.indicator AS key FROM indicator_names n
        WHERE n.indicator IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM indicator_names l
                           WHERE l.name = n.name AND l.sequence > n.sequence)
        ORDER BY n.sequence`,
    )
    .all() as AssignedName[];
}

/** Assigns a name, or with null takes it back. Answers what it was assigned to before. */
export function assignName(
  storage: Storage,
  name: string,
  key: string | null,
  author: string,
): string | null {
  const { connection, newId, now, device } = storage;
  return connection.transaction(() => {
    const before = listAssignedNames(storage).find((each) => each.name === name)?.key ?? null;
    connection
      .prepare(
        `INSERT INTO indicator_names (id, name, indicator, author, device, written_at, sequence)
         VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM indicator_names))`,
      )
      .run(newId(), name, key, author, device, now());
    return before;
  })();
}

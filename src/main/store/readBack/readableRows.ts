import { type Connection, hasTable } from '../connection.ts';

/**
 * What the person wrote, put in or decided; a table comes after those that its rows speak of. All else in a
 * library is found anew from these.
 */
export const OWN_TABLES: readonly string[] = [
  'library',
  'row_seals',
  'settings',
  'imports',
  'reports',
  'superseded_texts',
  'discarded_texts',
  'report_decisions',
  'figure_corrections',
  'indicator_names',
  'annotations',
  'annotation_revisions',
  'annotation_targets',
  'brief_revisions',
  'drafts',
  'draft_versions',
  'draft_dismissals',
  'draft_settlements',
  'draft_terms',
  // Last: every row before it is counted there as it is written.
  'operations',
];

/** Where to begin again behind a page that cannot be read: most identities begin with hex, others are numbers. */
const FURTHER_STARTS: Record<string, readonly (string | number)[]> = {
  TEXT: Array.from({ length: 0x1000 }, (_, n) => n.toString(16).padStart(3, '0')),
  INTEGER: Array.from({ length: 4096 }, (_, n) => n * 8),
};

/**
 * Copies row by row what can be read of a damaged library into an empty one of the same version, whose
 * references must not be enforced. A row that is no row of its table any more stays out.
 *
 * @returns whether every table could be read to its end.
 */
export function copyReadableRows(damaged: Connection, empty: Connection): boolean {
  const whole = OWN_TABLES.filter((table) => hasTable(empty, table)).map((table) =>
    copyTable(damaged, empty, table),
  );
  return whole.every(Boolean);
}

interface Column {
  name: string;
  type: string;
  /** Its place in the key, from 1; 0 outside it. */
  pk: number;
}

function copyTable(damaged: Connection, empty: Connection, table: string): boolean {
  const columns = empty.pragma(`table_info(${table})`) as Column[];
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  empty.exec(`DELETE FROM ${table}`);
  const insert = empty.prepare(`INSERT INTO ${table} VALUES (${places(columns)})`);
  const { keys, whole } = readKeys(damaged, table, key);
  const readRow = rowReader(damaged, table, key);
  const copied = keys.filter((each) => attempt(() => insert.run(...(readRow(each) as unknown[]))));
  return whole && copied.length === keys.length;
}

/**
 * Each row by itself: the page that holds the end of a long text may be the one that is damaged. A row on the
 * border of such a page is found from one side only.
 */
function rowReader(damaged: Connection, table: string, key: readonly Column[]) {
  const names = key.map(({ name }) => `"${name}"`);
  const selects = (['>=', '<='] as const).flatMap((sign) => {
    const order = names.map((name) => `${name} ${sign === '>=' ? 'ASC' : 'DESC'}`).join(', ');
    const sql = `SELECT ${names.join(', ')}, * FROM ${table} NOT INDEXED
                  WHERE (${names.join(', ')}) ${sign} (${places(key)}) ORDER BY ${order} LIMIT 1`;
    return attempt(() => damaged.prepare(sql).raw().safeIntegers()) ?? [];
  });
  return (wanted: readonly unknown[]): unknown[] | undefined => {
    for (const select of selects) {
      const row = attempt(() => select.get(...wanted) as unknown[]) ?? [];
      if (wanted.every((value, at) => row[at] === value)) return row.slice(key.length);
    }
    return undefined;
  };
}

function places(columns: readonly Column[]): string {
  return columns.map(() => '?').join(', ');
}

/** Keys from both ends and, where neither end reaches, up and down from many places between them. */
function readKeys(
  damaged: Connection,
  table: string,
  key: readonly Column[],
): { keys: unknown[][]; whole: boolean } {
  const found = new Map<string, unknown[]>();
  const names = key.map(({ name }) => `"${name}"`).join(', ');
  /** Until something cannot be read, which it tells by false, or is known already. */
  const walk = (order: 'ASC' | 'DESC', ...from: (string | number)[]) => {
    const where = `WHERE "${key[0]?.name}" ${order === 'ASC' ? '>=' : '<'} ?`;
    const ordered = key.map(({ name }) => `"${name}" ${order}`).join(', ');
    const sql = `SELECT ${names} FROM ${table} NOT INDEXED ${from.length > 0 ? where : ''} ORDER BY ${ordered}`;
    const end = attempt(() => {
      for (const row of damaged
        .prepare(sql)
        .raw()
        .safeIntegers()
        .iterate(...from)) {
        const name = (row as unknown[]).join('\n');
        if (from.length > 0 && found.has(name)) break;
        found.set(name, row as unknown[]);
      }
      return true;
    });
    return end !== undefined;
  };
  const whole = walk('ASC');
  if (!whole) {
    walk('DESC');
    for (const from of FURTHER_STARTS[key[0]?.type ?? ''] ?? []) {
      walk('ASC', from);
      walk('DESC', from);
    }
  }
  return { keys: [...found.values()], whole };
}

/** Undefined where what was asked for cannot be read, or cannot be taken. */
function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}

import { closeSync, constants, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { type Connection, hasTable } from '../connection.ts';

const DIGITS = 16;

/** What the triggers of the file do not count. */
const FURTHER: readonly (readonly [change: string, table: string])[] = [
  ['INSERT', 'indicator_names'],
  ['UPDATE', 'draft_settlements'],
  ['INSERT', 'draft_dismissals'],
  ['DELETE', 'draft_dismissals'],
  ['DELETE', 'draft_terms'],
];

/** Counts on this connection what was left out when the count was begun. */
export function countFurtherOperations(connection: Connection): void {
  for (const [number, [change, table]] of FURTHER.entries()) {
    connection.exec(
      `CREATE TEMP TRIGGER further_operation_${number} AFTER ${change} ON main.${table}
         BEGIN UPDATE operations SET count = count + 1; END`,
    );
  }
}

/**
 * How many operations the library has seen, kept in a small file beside it. It is written after the commit
 * and not brought to the disk: it may lag behind the library and is never ahead of a sound one.
 */
export class OperationCount {
  readonly #path: string;
  #seenChanges: unknown;

  constructor(path: string) {
    this.#path = path;
  }

  /** Whether the file knows of fewer operations than were told to be done. */
  isMissingSome(connection: Connection): boolean {
    const known = readState(connection);
    const [id, count] = this.#read();
    return known !== undefined && id === known.id && known.count < count;
  }

  /** After a request that may have written. */
  note(connection: Connection): void {
    const changes = connection.prepare('SELECT total_changes()').pluck().get();
    if (changes === this.#seenChanges) return;
    this.#seenChanges = changes;
    const state = readState(connection);
    if (state === undefined) return;
    try {
      // In place and of one length: a kill leaves the old line or the new one.
      const file = openSync(this.#path, constants.O_RDWR | constants.O_CREAT);
      writeSync(file, `${state.id} ${String(state.count).padStart(DIGITS, '0')}\n`, 0);
      closeSync(file);
    } catch {
      // It only warns; what it warns of is rarer than a folder that cannot be written.
    }
  }

  /** Another file takes the library's place, or the person goes on with what there is. */
  forget(): void {
    rmSync(this.#path, { force: true });
    this.#seenChanges = undefined;
  }

  #read(): [id: string, count: number] {
    try {
      const [id = '', count = ''] = readFileSync(this.#path, 'utf8').split(' ');
      return [id, Number(count)];
    } catch {
      return ['', 0];
    }
  }
}

function readState(connection: Connection): { id: string; count: number } | undefined {
  if (!hasTable(connection, 'operations')) return undefined;
  return connection.prepare('SELECT l.id, o.count FROM library l, operations o').get() as
    | { id: string; count: number }
    | undefined;
}

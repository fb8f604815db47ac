import Database from 'better-sqlite3';
import { hasTable } from '../connection.ts';
import { holdsAny, type TrashChoice } from '../trash.ts';
import { glanceAtFile } from './checkFile.ts';

/** Whether a file that nobody has open holds any of these reports and notes. */
export type Trace = 'held' | 'none' | 'unreadable';

export function traceIn(path: string, choice: TrashChoice): Trace {
  if (glanceAtFile(path) !== undefined) return 'unreadable';
  const connection = new Database(path, { readonly: true });
  try {
    const known = hasTable(connection, 'reports') && hasTable(connection, 'annotations');
    return known && holdsAny(connection, choice) ? 'held' : 'none';
  } catch {
    return 'unreadable';
  } finally {
    connection.close();
  }
}

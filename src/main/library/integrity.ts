import { countContents, inspectPages, type LibraryCounts } from '../store/backup/checkFile.ts';
import type { Connection } from '../store/connection.ts';
import { countIndexed } from './librarySearch.ts';

/** What reading the whole library through has shown. */
export interface IntegrityReport extends LibraryCounts {
  sound: boolean;
  /** Damaged pages and references that lead nowhere. */
  problems: number;
  /** Reports whose words are not those that were stored. */
  changedTexts: string[];
  /** Reports that searching looks through; as many as there are when the index is whole. */
  indexedReports: number;
}

export function verifyLibrary(connection: Connection): IntegrityReport {
  const pages = inspectPages(connection, 'integrity_check');
  const counts = countContents(connection);
  const indexedReports = countIndexed(connection);
  const sound =
    pages.problems === 0 &&
    pages.changedTexts.length === 0 &&
    indexedReports === counts.reportCount;
  return { sound, ...pages, ...counts, indexedReports };
}

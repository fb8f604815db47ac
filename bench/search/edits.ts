import { join } from 'node:path';
import { createTextSearch } from '../../src/main/search/index.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { normaliseForSearch } from '../../src/shared/text/normalise.ts';
import { generateReports, SECTIONS_A_REPORT } from './corpus.ts';
import { median, time } from './measure.ts';
import { pairsOfText } from './peers/fts5.ts';
import { asDocument } from './peers/ours.ts';

export interface EditTimes {
  addMs: number;
  removeMs: number;
}

const EDITS = 24;

/**
 * Adds single reports to the libraries that were built, each in a transaction of its own, and removes
 * them again; ours and FTS5 in turns, so that both meet the same noise.
 */
export function measureEdits(
  folder: string,
  reports: number,
): { ours: EditTimes; fts5: EditTimes } {
  const library = openConnection(join(folder, 'ours.db'));
  const textSearch = createTextSearch(library);
  const peer = openConnection(join(folder, 'fts5-bigram.db'));
  const insertText = peer.prepare('INSERT INTO body (id, text) VALUES (?, ?)');
  const insert = peer.prepare('INSERT INTO section (rowid, pairs) VALUES (?, ?)');
  const removeText = peer.prepare('DELETE FROM body WHERE id >= ? AND id < ?');
  const remove = peer.prepare('DELETE FROM section WHERE rowid >= ? AND rowid < ?');
  const added = [...generateReports(EDITS)].map((report) =>
    report.sections.map(normaliseForSearch),
  );
  const times: Record<'addOurs' | 'addFts5' | 'removeOurs' | 'removeFts5', number[]> = {
    addOurs: [],
    addFts5: [],
    removeOurs: [],
    removeFts5: [],
  };
  added.forEach((sections, i) => {
    const document = asDocument(sections, reports + i + 1);
    const add = library.transaction(() => textSearch.addDocument(document));
    times.addOurs.push(time(() => add()));
    const addToPeer = peer.transaction(() => {
      sections.forEach((section, j) => {
        insertText.run((reports + i) * SECTIONS_A_REPORT + j, section);
        insert.run((reports + i) * SECTIONS_A_REPORT + j, pairsOfText(section));
      });
    });
    times.addFts5.push(time(() => addToPeer()));
  });
  added.forEach((_, i) => {
    const removeOne = library.transaction(() => textSearch.removeDocument(reports + i + 1));
    times.removeOurs.push(time(() => removeOne()));
    const first = (reports + i) * SECTIONS_A_REPORT;
    const removeFromPeer = peer.transaction(() => {
      removeText.run(first, first + SECTIONS_A_REPORT);
      remove.run(first, first + SECTIONS_A_REPORT);
    });
    times.removeFts5.push(time(() => removeFromPeer()));
  });
  library.close();
  peer.close();
  return {
    ours: { addMs: median(times.addOurs), removeMs: median(times.removeOurs) },
    fts5: { addMs: median(times.addFts5), removeMs: median(times.removeFts5) },
  };
}

import { createHash } from 'node:crypto';
import { addDecision, indexAgain, isIndexed } from '../decisions.ts';
import type { NewReport } from '../libraryStore.ts';
import { setRemoved } from '../removal.ts';
import { addReports } from '../reports.ts';
import { writeSetting } from '../settings.ts';
import type { Storage } from '../storage.ts';
import { gatherPart } from './gather.ts';
import { type CorrectionStep, planCorrections, takeCorrections } from './mergeCorrections.ts';
import { type DecisionStep, planDecisions, takeDecisions } from './mergeDecisions.ts';
import { type NoteStep, planNotes, takeNote } from './mergeNotes.ts';
import type { EarlierText, ExchangeStore, MarkedReport, MergeSummary } from './part.ts';
import { type Place, placeReports } from './places.ts';

/** All that a merge will do, told from what stands in the library now. */
interface Plan {
  places: Place[];
  decisions: DecisionStep[];
  corrections: CorrectionStep[];
  notes: NoteStep[];
  earlierTexts: { reportId: string; text: EarlierText }[];
  summary: MergeSummary;
}

export function createExchangeStore(storage: Storage): ExchangeStore {
  return {
    gather: async (ids) => gatherPart(storage, ids),
    preview: async (reports) => planMerge(storage, reports).summary,
    merge: async (reports, understood, author, record) =>
      storage.connection.transaction(() => {
        const plan = planMerge(storage, reports);
        const { summary } = plan;
        const coming = plan.places.filter(({ standing }) => isComing(standing));
        if (!coming.every(({ report }) => understood.has(report.id))) return undefined;
        if (!summary.changes) return summary;
        carryOut(storage, plan, understood, author);
        const { name, value } = record(summary);
        writeSetting(storage, name, value);
        return summary;
      })(),
  };
}

function isComing(standing: Place['standing']): boolean {
  return standing === 'fresh' || standing === 'other-text';
}

function planMerge(storage: Storage, reports: readonly MarkedReport[]): Plan {
  const places = placeReports(storage, reports);
  const decisions = planDecisions(storage, places);
  const corrections = planCorrections(storage, places);
  const notes = planNotes(storage, places);
  const earlierTexts = planEarlierTexts(storage, places);
  const changes =
    places.some(({ standing }) => standing !== 'here') ||
    notes.some(({ revisions }) => revisions.length > 0) ||
    decisions.steps.length + corrections.steps.length + earlierTexts.length > 0;
  return {
    places,
    decisions: decisions.steps,
    corrections: corrections.steps,
    notes,
    earlierTexts,
    summary: {
      changes,
      reports: count(['fresh', 'here', 'in-trash', 'other-text'], places, 'standing'),
      notes: count(['fresh', 'same', 'updated', 'conflicting'], notes, 'outcome'),
      standings: places.map(({ report: { id, title }, standing }) => ({ id, title, standing })),
      kept: [...decisions.kept, ...corrections.kept],
      conflicts: notes.flatMap(({ id, mine }) => (mine === null ? [] : [{ mine, theirs: id }])),
    },
  };
}

function count<V extends string, K extends string>(
  values: readonly V[],
  items: readonly Record<K, V>[],
  key: K,
): Record<V, number> {
  const counts = values.map((value) => [value, items.filter((item) => item[key] === value).length]);
  return Object.fromEntries(counts) as Record<V, number>;
}

/** Words that neither stand nor stood in the report here. */
function planEarlierTexts({ connection }: Storage, places: readonly Place[]): Plan['earlierTexts'] {
  const known = connection.prepare(
    `SELECT 1 FROM superseded_texts WHERE id = @id OR (report_id = @reportId AND text = @text)`,
  );
  return places.flatMap(({ id: reportId, text: standing, report }) =>
    report.earlierTexts
      .filter(({ id, text }) => text !== standing && !known.get({ id, reportId, text }))
      .map((text) => ({ reportId, text })),
  );
}

function carryOut(
  storage: Storage,
  { places, decisions, corrections, notes, earlierTexts }: Plan,
  understood: ReadonlyMap<string, NewReport>,
  author: string,
): void {
  const coming = places.filter(({ standing }) => isComing(standing));
  storage.indexer.batch(() => {
    for (const place of coming) addComing(storage, place, understood);
  });
  for (const { id, other } of coming) {
    if (other !== null) addDecision(storage, id, { field: 'follows', value: other.id }, author);
  }
  for (const { id, standing } of places) {
    if (standing === 'in-trash') setRemoved(storage, id, false);
  }
  for (const { reportId, text } of earlierTexts) addEarlierText(storage, reportId, text);
  for (const step of decisions) {
    takeDecisions(storage, step);
    if (step.rows.some(({ decision }) => isIndexed(decision.field))) {
      indexAgain(storage, step.reportId);
    }
  }
  for (const step of corrections) takeCorrections(storage, step);
  for (const step of notes) takeNote(storage, step);
}

function addComing(
  storage: Storage,
  { id, report }: Place,
  understood: ReadonlyMap<string, NewReport>,
): void {
  const { sourceName, format, encoding, title, leftovers } = report;
  const found = understood.get(report.id) as NewReport;
  addReports(storage, {
    ...{ sourceName, format, encoding, fromSample: false, author: '' },
    documents: [{ ...found, id, title }],
    discarded: leftovers.map(({ edge, ...leftover }) => ({
      ...leftover,
      beside: { document: 0, edge },
    })),
  });
}

function addEarlierText({ connection }: Storage, reportId: string, earlier: EarlierText): void {
  const { id, titleLine, text, author, replacedAt } = earlier;
  connection
    .prepare(
      `INSERT INTO superseded_texts (id, report_id, title_line, text, text_sha256, author, replaced_at, sequence)
       VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM superseded_texts))`,
    )
    .run(
      id,
      reportId,
      titleLine,
      text,
      createHash('sha256').update(text).digest('hex'),
      author,
      replacedAt,
    );
}

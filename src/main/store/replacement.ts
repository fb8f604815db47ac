import { createHash } from 'node:crypto';
import type { DecisionChoice } from '../../shared/contract/schemas/report.ts';
import type { IndicatorReading } from '../../shared/indicator/reading.ts';
import type { Span } from '../../shared/report/report.ts';
import { indexNotesOn, moveAnnotations } from './annotations.ts';
import { moveBriefPassages } from './briefs.ts';
import { applyDecisions } from './corrections.ts';
import { addDecision, listDecisions, undoDecision } from './decisions.ts';
import { addCorrection, listCorrections, undoCorrection } from './figures.ts';
import type { NewReport, ReanchoredNotes } from './libraryStore.ts';
import { createSpanMover } from './movedSpan.ts';
import { figuresColumn } from './packedFigures.ts';
import { writeHead } from './reportHeads.ts';
import { PARSER_VERSION } from './reports.ts';
import { moveSettlements } from './settlements.ts';
import type { Storage } from './storage.ts';

interface ReplacedRow {
  key: number;
  title: string;
  title_line: string | null;
  text: string;
  text_sha256: string;
}

/**
 * Puts a corrected text in the place of a report's. The old one stays as an earlier version; notes,
 * decided stretches, corrected figures and settled commitments go where their words now stand. Undefined if there is no
 * such report in sight.
 */
export function replaceText(
  storage: Storage,
  id: string,
  report: NewReport,
  author: string,
): ReanchoredNotes | undefined {
  const { connection, indexer } = storage;
  return connection.transaction(() => {
    const old = connection
      .prepare(
        `SELECT key, title, title_line, text, text_sha256 FROM reports
          WHERE id = ? AND removed_at IS NULL`,
      )
      .get(id) as ReplacedRow | undefined;
    if (old === undefined) return undefined;
    const titleLine = report.titleLine ?? old.title_line;
    const title = report.titleLine === null ? old.title : report.title;
    keepOldText(storage, id, old, author);
    writeNewText(storage, id, { ...report, title, titleLine });
    const notes = moveAnnotations(storage, id, report.text, author);
    moveDecisions(storage, id, old.text, report.text, author);
    moveCorrections(storage, id, old.text, report.text, author);
    moveBriefPassages(storage, id, old.text, report.text);
    moveSettlements(connection, id, old.text, report.text);

    const decisions = listDecisions(storage, id).get(id) ?? [];
    const analysis = applyDecisions(report.findings.analysis, decisions, report.text.length);
    indexer.removeReport(old.key);
    indexer.addReport(old.key, { title: titleLine ?? title, text: report.text, analysis });
    indexNotesOn(storage, id, old.key);
    return notes;
  })();
}

function keepOldText(
  { connection, newId, now }: Storage,
  id: string,
  old: ReplacedRow,
  author: string,
): void {
  connection
    .prepare(
      `INSERT INTO superseded_texts (id, report_id, title_line, text, text_sha256, author, replaced_at, sequence)
       VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM superseded_texts))`,
    )
    .run(newId(), id, old.title_line, old.text, old.text_sha256, author, now());
}

function writeNewText({ connection }: Storage, id: string, report: NewReport): void {
  const { title, titleLine, text, fingerprint, sketch, findings } = report;
  connection
    .prepare(
      `UPDATE reports SET title = ?, title_line = ?, text = ?, text_sha256 = ?, fingerprint = ?,
              character_count = ? WHERE id = ?`,
    )
    .run(
      title,
      titleLine,
      text,
      createHash('sha256').update(text).digest('hex'),
      fingerprint,
      text.replace(/\s/g, '').length,
      id,
    );
  connection
    .prepare('INSERT OR REPLACE INTO report_sketches (report_id, sketch) VALUES (?, ?)')
    .run(id, sketch);
  const { analysis, figures } = findings;
  connection
    .prepare(
      `UPDATE report_findings SET parser_version = ?, kind = ?, analysis = ?, figures = ?
        WHERE report_id = ?`,
    )
    .run(PARSER_VERSION, analysis.kind, JSON.stringify(analysis), figuresColumn(figures), id);
  writeHead(connection, id, analysis);
}

/** A stretch that the correction cut into is no longer what was decided about: it is let go. */
function moveDecisions(
  storage: Storage,
  id: string,
  before: string,
  after: string,
  author: string,
): void {
  const move = createSpanMover(before, after);
  for (const decision of listDecisions(storage, id).get(id) ?? []) {
    if (decision.field !== 'role' && decision.field !== 'topics') continue;
    const { start, end } = decision.value;
    const moved = move(decision.value);
    if (moved?.start === start && moved.end === end) continue;
    undoDecision(storage, id, decision.id, author);
    if (moved === undefined) continue;
    const value = { ...decision.value, ...moved };
    addDecision(storage, id, { field: decision.field, value } as DecisionChoice, author);
  }
}

function moveCorrections(
  storage: Storage,
  id: string,
  before: string,
  after: string,
  author: string,
): void {
  const move = createSpanMover(before, after);
  for (const correction of listCorrections(storage, id)) {
    const moved = move(correction);
    if (moved?.start === correction.start && moved.end === correction.end) continue;
    undoCorrection(storage, id, correction.id, author);
    const reading = correction.reading && moveReading(correction.reading, move);
    if (moved === undefined || reading === undefined) continue;
    if (after.slice(moved.start, moved.end) !== correction.wording) continue;
    addCorrection(storage, id, { ...correction, ...moved, reading, author });
  }
}

function moveReading(
  reading: IndicatorReading,
  move: (span: Span) => Span | undefined,
): IndicatorReading | undefined {
  const place = move(reading);
  const clause = move(reading.clause);
  return place && clause && { ...reading, ...place, clause };
}

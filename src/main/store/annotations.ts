import type { Annotation, AnnotationCategory } from '../../shared/contract/schemas/annotation.ts';
import type { Span } from '../../shared/report/report.ts';
import type { PassageAnchor } from '../../shared/text/anchor/anchor.ts';
import { describePassage } from '../../shared/text/anchor/describePassage.ts';
import { matchPassage } from '../../shared/text/anchor/matchPassage.ts';
import type {
  AnnotationChange,
  IndexedNote,
  NewAnnotation,
  ReanchoredNotes,
} from './libraryStore.ts';
import type { Storage } from './storage.ts';

interface RevisionRow {
  id: string;
  annotation_id: string;
  report_id: string;
  report_key: number;
  note_key: number;
  author: string;
  written_at: string;
  created_at: string;
  tombstone: number;
  start_offset: number;
  end_offset: number;
  anchor: string;
  note: string;
  category: AnnotationCategory | null;
  tags: string;
  state: Annotation['state'];
}

const SELECT_NEWEST = `
  SELECT a.id, a.annotation_id, a.report_id, r.key AS report_key, n.key AS note_key,
         a.author, a.written_at,
         (SELECT min(written_at) FROM annotation_revisions f WHERE f.annotation_id = a.annotation_id)
           AS created_at,
         a.tombstone, a.start_offset, a.end_offset, a.anchor, a.note, a.category, a.tags, a.state
    FROM annotation_revisions a
    JOIN annotations n ON n.id = a.annotation_id
    JOIN reports r ON r.id = a.report_id
   WHERE NOT EXISTS (SELECT 1 FROM annotation_revisions later WHERE later.parent = a.id)`;

const INSERT_REVISION = `
  INSERT INTO annotation_revisions
    (id, annotation_id, report_id, parent, sequence, author, device, written_at, tombstone,
     start_offset, end_offset, anchor, note, category, tags, state)
  VALUES (@id, @annotation_id, @report_id, @parent,
     (SELECT coalesce(max(sequence), 0) + 1 FROM annotation_revisions),
     @author, @device, @written_at, @tombstone,
     @start_offset, @end_offset, @anchor, @note, @category, @tags, @state)`;

/** Notes in force of one report, whether or not the report itself is in sight. */
export function listAnnotationRows({ connection }: Storage, reportId: string): RevisionRow[] {
  return connection
    .prepare(`${SELECT_NEWEST} AND a.tombstone = 0 AND a.report_id = ?`)
    .all(reportId) as RevisionRow[];
}

export function addAnnotation(storage: Storage, annotation: NewAnnotation): Annotation {
  const { connection, indexer, newId, now, device } = storage;
  return connection.transaction(() => {
    const annotationId = newId();
    connection
      .prepare('INSERT INTO annotations (id, report_id) VALUES (?, ?)')
      .run(annotationId, annotation.reportId);
    connection.prepare(INSERT_REVISION).run({
      id: newId(),
      annotation_id: annotationId,
      report_id: annotation.reportId,
      parent: null,
      author: annotation.author,
      device,
      written_at: now(),
      tombstone: 0,
      start_offset: annotation.start,
      end_offset: annotation.end,
      anchor: JSON.stringify(annotation.anchor),
      note: annotation.note,
      category: annotation.category,
      tags: JSON.stringify(annotation.tags),
      state: 'anchored',
    });
    const row = getNewestRow(storage, annotationId);
    indexer.addNote(noteOf(row));
    return toAnnotation(row);
  })();
}

export function changeAnnotation(
  storage: Storage,
  id: string,
  change: AnnotationChange,
): Annotation | undefined {
  const { connection, indexer, newId, now, device } = storage;
  return connection.transaction(() => {
    const newest = findNewestRow(storage, id);
    if (newest === undefined) return undefined;
    const removed = change.removed ?? newest.tombstone === 1;
    connection.prepare(INSERT_REVISION).run({
      id: newId(),
      annotation_id: id,
      report_id: newest.report_id,
      parent: newest.id,
      author: change.author,
      device,
      written_at: now(),
      tombstone: removed ? 1 : 0,
      start_offset: change.place?.start ?? newest.start_offset,
      end_offset: change.place?.end ?? newest.end_offset,
      anchor: change.place === undefined ? newest.anchor : JSON.stringify(change.place),
      note: change.note ?? newest.note,
      category: change.category === undefined ? newest.category : change.category,
      tags: change.tags === undefined ? newest.tags : JSON.stringify(change.tags),
      state: change.place === undefined ? newest.state : 'anchored',
    });
    const row = getNewestRow(storage, id);
    if (newest.tombstone === 0) indexer.removeNote(noteOf(row));
    if (!removed) indexer.addNote(noteOf(row));
    return toAnnotation(row);
  })();
}

/**
 * Takes a placing of a note back: its passage is again what it was before `revision`, words and tags
 * stay. Undefined where the note was changed since, or never had another passage.
 */
export function takeBackPlacing(
  storage: Storage,
  id: string,
  revision: string,
  author: string,
): Annotation | undefined {
  const { connection, newId, now, device } = storage;
  return connection.transaction(() => {
    if (findNewestRow(storage, id)?.id !== revision) return undefined;
    const { changes } = connection
      .prepare(
        `INSERT INTO annotation_revisions
           (id, annotation_id, report_id, parent, sequence, author, device, written_at, tombstone,
            start_offset, end_offset, anchor, note, category, tags, state)
         SELECT @id, made.annotation_id, made.report_id, made.id,
                (SELECT max(sequence) + 1 FROM annotation_revisions),
                @author, @device, @writtenAt, made.tombstone,
                before.start_offset, before.end_offset, before.anchor,
                made.note, made.category, made.tags, before.state
           FROM annotation_revisions made
           JOIN annotation_revisions before ON before.id = made.parent
          WHERE made.id = @revision`,
      )
      .run({ id: newId(), author, device, writtenAt: now(), revision });
    return changes === 0 ? undefined : toAnnotation(getNewestRow(storage, id));
  })();
}

/** A note with the description of its passage, from when its place was last sure. */
export function findDescribedNote(
  storage: Storage,
  id: string,
): { annotation: Annotation; anchor: PassageAnchor } | undefined {
  const row = findNewestRow(storage, id);
  if (row === undefined || row.tombstone === 1) return undefined;
  return { annotation: toAnnotation(row), anchor: JSON.parse(row.anchor) as PassageAnchor };
}

/**
 * Finds the passages of a report's notes in its corrected text and writes where they stand as new
 * revisions; removed notes move along, to be right when they come back. A passage that is not found
 * for certain keeps its description; the span is then the likeliest place, or empty.
 */
export function moveAnnotations(
  storage: Storage,
  reportId: string,
  text: string,
  author: string,
): ReanchoredNotes {
  const { connection, newId, now, device } = storage;
  const rows = connection
    .prepare(`${SELECT_NEWEST} AND a.report_id = ?`)
    .all(reportId) as RevisionRow[];
  const counts: ReanchoredNotes = { anchored: 0, review: 0, orphaned: 0 };
  for (const row of rows) {
    const place = placeIn(text, JSON.parse(row.anchor) as PassageAnchor);
    if (row.tombstone === 0) counts[place.state] += 1;
    connection.prepare(INSERT_REVISION).run({
      id: newId(),
      annotation_id: row.annotation_id,
      report_id: reportId,
      parent: row.id,
      author,
      device,
      written_at: now(),
      tombstone: row.tombstone,
      start_offset: place.start,
      end_offset: place.end,
      anchor: JSON.stringify(place.anchor),
      note: row.note,
      category: row.category,
      tags: row.tags,
      state: place.state,
    });
  }
  return counts;
}

function placeIn(
  text: string,
  anchor: PassageAnchor,
): Span & { anchor: PassageAnchor; state: Annotation['state'] } {
  const match = matchPassage(text, anchor);
  switch (match.state) {
    case 'anchored':
      return { ...match.span, anchor: describePassage(text, match.span), state: 'anchored' };
    case 'review': {
      const { start, end } = match.candidates[0] ?? { start: 0, end: 0 };
      return { start, end, anchor, state: 'review' };
    }
    case 'orphaned':
      return { start: 0, end: 0, anchor, state: 'orphaned' };
  }
}

export function listAnnotations({ connection }: Storage, reportId?: string): Annotation[] {
  const rows = connection
    .prepare(
      `${SELECT_NEWEST} AND a.tombstone = 0 AND r.removed_at IS NULL
         AND (@reportId IS NULL OR a.report_id = @reportId)
       ORDER BY r.key, a.start_offset, a.sequence`,
    )
    .all({ reportId: reportId ?? null }) as RevisionRow[];
  return rows.map(toAnnotation);
}

function findNewestRow({ connection }: Storage, id: string): RevisionRow | undefined {
  return connection
    .prepare(`${SELECT_NEWEST} AND a.annotation_id = ? ORDER BY a.sequence DESC LIMIT 1`)
    .get(id) as RevisionRow | undefined;
}

function getNewestRow(storage: Storage, id: string): RevisionRow {
  const row = findNewestRow(storage, id);
  if (row === undefined) throw new Error(`annotation ${id} vanished inside its own transaction`);
  return row;
}

/** A note as the index knows it. */
export function noteOf(row: Pick<RevisionRow, 'note_key' | 'report_key' | 'note'>): IndexedNote {
  return { noteKey: row.note_key, reportKey: row.report_key, text: row.note };
}

function toAnnotation(row: RevisionRow): Annotation {
  const anchor = JSON.parse(row.anchor) as PassageAnchor;
  return {
    id: row.annotation_id,
    documentId: row.report_id,
    start: row.start_offset,
    end: row.end_offset,
    quote: anchor.quote,
    note: row.note,
    category: row.category,
    tags: JSON.parse(row.tags) as string[],
    state: row.state,
    author: row.author,
    revision: row.id,
    createdAt: row.created_at,
    updatedAt: row.written_at,
  };
}

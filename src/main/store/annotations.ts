import type { Annotation } from '../../shared/contract/schemas/annotation.ts';
import type { PassageAnchor } from '../../shared/text/anchor/anchor.ts';
import { describePassage } from '../../shared/text/anchor/describePassage.ts';
import { matchPassage } from '../../shared/text/anchor/matchPassage.ts';
import {
  findNewestRow,
  findRevisionRow,
  getNewestRow,
  isInSight,
  type NewRevision,
  notesOf,
  REVISIONS_ON_REPORT,
  type RevisionRow,
  SELECT_NEWEST,
  targetsOf,
  toAnnotation,
  writeRevision,
} from './annotationRevisions.ts';
import type {
  AnnotationChange,
  NewAnnotation,
  NoteTarget,
  ReanchoredNotes,
} from './libraryStore.ts';
import type { Storage } from './storage.ts';

/** Puts the notes with a passage in a report into the index under it. */
export function indexNotesOn(
  { connection, indexer }: Storage,
  reportId: string,
  key: number,
): void {
  const rows = connection
    .prepare(`${SELECT_NEWEST} AND a.tombstone = 0 AND a.id IN (${REVISIONS_ON_REPORT})`)
    .all({ reportId }) as RevisionRow[];
  for (const note of rows.flatMap(notesOf)) if (note.reportKey === key) indexer.addNote(note);
}

export function addAnnotation(storage: Storage, annotation: NewAnnotation): Annotation {
  const { connection, indexer, newId } = storage;
  return connection.transaction(() => {
    const annotationId = newId();
    connection
      .prepare('INSERT INTO annotations (id, report_id) VALUES (?, ?)')
      .run(annotationId, annotation.targets[0]?.reportId);
    writeRevision(storage, { ...annotation, annotationId, parent: null, removed: false });
    const row = getNewestRow(storage, annotationId);
    for (const note of notesOf(row)) indexer.addNote(note);
    return toAnnotation(row);
  })();
}

export function changeAnnotation(
  storage: Storage,
  id: string,
  change: AnnotationChange,
): Annotation | undefined {
  return storage.connection.transaction(() => {
    const newest = findNewestRow(storage, id);
    if (newest === undefined) return undefined;
    return writeOver(storage, newest, {
      author: change.author,
      removed: change.removed ?? newest.tombstone === 1,
      note: change.note ?? newest.note,
      category: change.category === undefined ? newest.category : change.category,
      tags: change.tags ?? (JSON.parse(newest.tags) as string[]),
      targets: change.targets ?? targetsOf(newest),
    });
  })();
}

/**
 * Takes back what made `revision`: the note is again what it was before, or gone where it was not there.
 * Undefined where the note was changed since.
 */
export function undoRevision(
  storage: Storage,
  id: string,
  revision: string,
  author: string,
): Annotation | undefined {
  return storage.connection.transaction(() => {
    const made = findNewestRow(storage, id);
    if (made?.id !== revision) return undefined;
    const before = made.parent === null ? undefined : findRevisionRow(storage, made.parent);
    const content = before ?? made;
    return writeOver(storage, made, {
      author,
      removed: before === undefined || before.tombstone === 1,
      note: content.note,
      category: content.category,
      tags: JSON.parse(content.tags) as string[],
      targets: targetsOf(content),
    });
  })();
}

function writeOver(
  storage: Storage,
  newest: RevisionRow,
  content: Omit<NewRevision, 'annotationId' | 'parent'>,
): Annotation {
  const { indexer } = storage;
  const id = newest.annotation_id;
  writeRevision(storage, { ...content, annotationId: id, parent: newest.id });
  const row = getNewestRow(storage, id);
  if (newest.tombstone === 0) for (const note of notesOf(newest)) indexer.removeNote(note);
  if (!content.removed) for (const note of notesOf(row)) indexer.addNote(note);
  return toAnnotation(row);
}

/** A note with the description of each of its passages, from when its place was last sure. */
export function findDescribedNote(
  storage: Storage,
  id: string,
): { annotation: Annotation; targets: NoteTarget[] } | undefined {
  const row = findNewestRow(storage, id);
  if (row === undefined || row.tombstone === 1) return undefined;
  return { annotation: toAnnotation(row), targets: targetsOf(row) };
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
  const rows = storage.connection
    .prepare(`${SELECT_NEWEST} AND a.id IN (${REVISIONS_ON_REPORT})`)
    .all({ reportId }) as RevisionRow[];
  const counts: ReanchoredNotes = { anchored: 0, review: 0, orphaned: 0 };
  for (const row of rows) {
    const targets = targetsOf(row).map((target) => {
      if (target.reportId !== reportId) return target;
      const placed = placeIn(text, target.anchor);
      if (row.tombstone === 0) counts[placed.state] += 1;
      return { reportId, ...placed };
    });
    writeRevision(storage, {
      annotationId: row.annotation_id,
      parent: row.id,
      author,
      removed: row.tombstone === 1,
      note: row.note,
      category: row.category,
      tags: JSON.parse(row.tags) as string[],
      targets,
    });
  }
  return counts;
}

/** Where a passage stands in a corrected text, or in another copy of it. */
export function placeIn(text: string, anchor: PassageAnchor): Omit<NoteTarget, 'reportId'> {
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

/** Each note once: under `reportId` where it is asked for, else under the first of its reports in sight. */
export function listAnnotations({ connection }: Storage, reportId?: string): Annotation[] {
  const rows = connection
    .prepare(
      `${SELECT_NEWEST} AND a.tombstone = 0
         AND (@reportId IS NULL OR a.id IN (${REVISIONS_ON_REPORT}))
       ORDER BY a.sequence`,
    )
    .all({ reportId: reportId ?? null }) as RevisionRow[];
  const keys = connection.prepare('SELECT id, key FROM reports').raw().all() as [string, number][];
  const order = new Map(keys);
  const orderOf = ({ documentId }: Annotation): number => order.get(documentId) ?? 0;
  return rows
    .filter(isInSight)
    .map((row) => toAnnotation(row, reportId))
    .filter(({ documentId }) => reportId === undefined || documentId === reportId)
    .sort((a, b) => orderOf(a) - orderOf(b) || a.start - b.start);
}

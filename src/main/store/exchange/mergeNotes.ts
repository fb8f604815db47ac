import { describePassage } from '../../../shared/text/anchor/describePassage.ts';
import {
  findNewestRow,
  findRevisionRow,
  getNewestRow,
  notesOf,
  type RevisionRow,
  writeRevision,
} from '../annotationRevisions.ts';
import { placeIn } from '../annotations.ts';
import type { NoteTarget } from '../libraryStore.ts';
import type { Storage } from '../storage.ts';
import type { MergeCounts, PartNote, PartRevision } from './part.ts';
import { idFrom, type Place } from './places.ts';
import { isSameInk } from './twinSpan.ts';

/** What becomes of one note of a part. */
export interface NoteStep {
  outcome: keyof MergeCounts['notes'];
  /** The note here that gets the revisions; new unless `updated`. */
  id: string;
  revisions: readonly PartRevision[];
  /** The note here that was changed as well. */
  mine: string | null;
  places: ReadonlyMap<string, NotePlace>;
}

/** A report here for the passages in one of the part. */
interface NotePlace extends Pick<Place, 'id' | 'text'> {
  /** Undefined where the words are others: passages are found by their description. */
  move: Place['move'] | undefined;
}

/**
 * Revisions have one identity in all libraries. Those that follow on our newest are added to our note;
 * where ours went on by itself, theirs begin a note of their own beside it, so that both are seen.
 */
export function planNotes(storage: Storage, places: readonly Place[]): NoteStep[] {
  const coming = new Map(
    places.map(({ report, id, text, move, sameWords }): [string, NotePlace] => [
      report.id,
      { id, text, move: sameWords ? move : undefined },
    ]),
  );
  // A note that is here already stays on the report it is on.
  const standing = new Map(coming);
  for (const { report, other } of places) {
    if (other !== null) standing.set(report.id, { ...other, move: undefined });
  }
  return places.flatMap(({ report }) =>
    report.notes.map((note) => planNote(storage, note, coming, standing)),
  );
}

function planNote(
  storage: Storage,
  note: PartNote,
  coming: ReadonlyMap<string, NotePlace>,
  standing: ReadonlyMap<string, NotePlace>,
): NoteStep {
  const { revisions } = note;
  const known = revisions.findLastIndex(({ id }) => findRevisionRow(storage, id) !== undefined);
  const rest = revisions.slice(known + 1);
  const theirs = revisions.at(-1) as PartRevision;
  const first = rest[0];
  const last = revisions[known];
  if (first === undefined) return step('same', note.id, rest, standing);
  if (last === undefined) {
    const taken = findNewestRow(storage, note.id) !== undefined;
    return step('fresh', taken ? idFrom(first.id) : note.id, rest, coming);
  }
  const mine = findNewestRow(
    storage,
    (findRevisionRow(storage, last.id) as RevisionRow).annotation_id,
  );
  if (mine === undefined) throw new Error('a revision without its note');
  if (mine.id === last.id) return step('updated', mine.annotation_id, rest, standing);
  if (saysTheSame(mine, theirs)) return step('same', mine.annotation_id, [], standing);
  return { ...step('conflicting', idFrom(first.id), rest, standing), mine: mine.annotation_id };
}

function step(
  outcome: NoteStep['outcome'],
  id: string,
  revisions: readonly PartRevision[],
  places: NoteStep['places'],
): NoteStep {
  return { outcome, id, revisions, mine: null, places };
}

/** Both sides may have moved a note along with a correction, without anybody having changed a word of it. */
function saysTheSame(mine: RevisionRow, theirs: PartRevision): boolean {
  return (
    mine.tombstone === 0 &&
    mine.note === theirs.note &&
    mine.category === theirs.category &&
    mine.tags === JSON.stringify(theirs.tags)
  );
}

export function takeNote(storage: Storage, { outcome, id, revisions, places }: NoteStep): void {
  if (revisions.length === 0) return;
  const before = outcome === 'updated' ? getNewestRow(storage, id) : undefined;
  let parent = before?.id ?? null;
  for (const revision of revisions) {
    const { note, category, tags, author, removed, device, writtenAt } = revision;
    const isNewest = revision === revisions.at(-1);
    const targets = revision.targets.map((target) => placeTarget(target, places, isNewest));
    if (parent === null) {
      storage.connection
        .prepare('INSERT INTO annotations (id, report_id) VALUES (?, ?)')
        .run(id, targets[0]?.reportId);
    }
    writeRevision(storage, {
      ...{ annotationId: id, parent, author, removed, note, category, tags, targets },
      written: { id: revision.id, device, at: writtenAt },
    });
    parent = revision.id;
  }
  if (before?.tombstone === 0) for (const note of notesOf(before)) storage.indexer.removeNote(note);
  const newest = getNewestRow(storage, id);
  if (newest.tombstone === 0) for (const note of notesOf(newest)) storage.indexer.addNote(note);
}

/** Older revisions may speak of words that were corrected since: only the newest must stand where it says. */
function placeTarget(
  target: NoteTarget,
  places: NoteStep['places'],
  isNewest: boolean,
): NoteTarget {
  const place = places.get(target.reportId);
  if (place === undefined) throw new Error('a passage in no report of the part');
  const { id: reportId, text, move } = place;
  const there = { ...target, reportId };
  if (!isNewest) return there;
  const moved = target.state === 'anchored' ? move?.(target) : undefined;
  if (moved === undefined) return { reportId, ...placeIn(text, target.anchor) };
  const words = text.slice(moved.start, moved.end);
  if (words === target.anchor.quote) return { ...there, ...moved };
  if (!isSameInk(words, target.anchor.quote)) {
    return { reportId, ...placeIn(text, target.anchor) };
  }
  return { ...there, ...moved, anchor: describePassage(text, moved) };
}

import { expect, it } from 'vitest';
import type { Annotation, NoteTarget } from '../../../shared/contract/schemas/annotation.ts';
import { otherTargets, placedIn } from './targets.ts';

const target = (documentId: string, start: number, state: NoteTarget['state'] = 'anchored') => ({
  documentId,
  start,
  end: start + 4,
  quote: `${documentId}${start}`,
  state,
});

function noteOn(...targets: NoteTarget[]): Annotation {
  const [first = target('a', 0)] = targets;
  return {
    id: `note ${first.start}`,
    ...first,
    note: '',
    category: null,
    tags: [],
    targets,
    author: '',
    revision: '',
    createdAt: '',
    updatedAt: '',
  };
}

it('shows a note once for each of its sure passages in the report, in the order of the text', () => {
  const tied = noteOn(target('a', 90), target('b', 3), target('a', 5), target('a', 40, 'orphaned'));
  const shown = placedIn([tied, noteOn(target('a', 20))], 'a');
  expect(shown.map(({ start, quote }) => [start, quote])).toEqual([
    [5, 'a5'],
    [20, 'a20'],
    [90, 'a90'],
  ]);
});

it('names the passages a note ties beside the one it is shown at', () => {
  const tied = noteOn(target('a', 90), target('b', 3));
  expect(otherTargets(tied).map(({ quote }) => quote)).toEqual(['b3']);
  expect(otherTargets(noteOn(target('a', 1)))).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import {
  countFacet,
  dayOf,
  groupByReport,
  isNarrowed,
  type NoteFilters,
  narrowNotes,
  tick,
} from './narrowing.ts';

const reports = new Map(
  [
    ['changcheng', ['潍坊市', '诸城市', '昌城镇']],
    ['jinggou', ['潍坊市', '高密市', '井沟镇']],
  ].map(([id, place]) => [id as string, { id, place } as unknown as ReportSummary]),
);

let clock = 0;
function note(part: Partial<Annotation>): Annotation {
  clock += 1;
  const whole = {
    id: `note-${clock}`,
    documentId: 'changcheng',
    start: clock,
    end: clock + 5,
    quote: '投资430万元',
    note: '',
    category: null,
    tags: [],
    state: 'anchored',
    author: '王干事',
    revision: '',
    createdAt: '2026-11-20T02:00:00.000Z',
    updatedAt: '2026-11-20T02:00:00.000Z',
    ...part,
  } as const;
  const { documentId, start, end, quote, state } = whole;
  return {
    ...whole,
    tags: [...whole.tags],
    targets: part.targets ?? [{ documentId, start, end, quote, state }],
  };
}

const toilets = note({ note: '户均多少', category: '核对', tags: ['改厕', '投资'] });
const lost = note({ start: 0, end: 0, state: 'orphaned', category: '借鉴' });
const jinggou = note({ documentId: 'jinggou', quote: '粮食', tags: ['投资'] });
const later = note({ start: 1, updatedAt: '2026-11-22T02:00:00.000Z' });
const all = [toilets, lost, jinggou, later];

const shown = (filters: NoteFilters) => narrowNotes(all, filters, reports);

describe('narrowing the list of notes', () => {
  it('shows all where nothing is chosen', () => {
    expect(shown({})).toEqual(all);
    expect(isNarrowed({ words: ' ', ticked: { tags: [] } })).toBe(false);
  });

  it('finds a note that ties passages under each of their reports and places, counted once', () => {
    const [first] = toilets.targets;
    const [second] = jinggou.targets;
    if (first === undefined || second === undefined) throw new Error('no targets');
    const tied = note({ targets: [first, second] });
    const within = (filters: NoteFilters) => narrowNotes([tied], filters, reports);
    expect(within({ ticked: { documents: ['jinggou'] } })).toEqual([tied]);
    expect(within({ ticked: { places: ['潍坊市/高密市'] } })).toEqual([tied]);
    expect(within({ words: '粮食' })).toEqual([tied]);
    expect(countFacet([tied], {}, reports, 'places').get('潍坊市')).toBe(1);
  });

  it('finds words in the note, its passage, its tags and its author', () => {
    expect(shown({ words: '430万 户均' })).toEqual([toilets]);
    expect(shown({ words: '改厕' })).toEqual([toilets]);
    expect(shown({ words: '李干事' })).toEqual([]);
  });

  it('takes any of the ticks of one kind, and one of every kind', () => {
    expect(shown({ ticked: { places: ['潍坊市/高密市'] } })).toEqual([jinggou]);
    expect(shown({ ticked: { places: ['潍坊市'], tags: ['投资'] } })).toEqual([toilets, jinggou]);
    expect(shown({ ticked: { categories: ['核对', '借鉴'] } })).toEqual([toilets, lost]);
    expect(shown({ ticked: { categories: ['未分类'], documents: ['jinggou'] } })).toEqual([
      jinggou,
    ]);
    expect(shown({ ticked: { states: ['orphaned'] } })).toEqual([lost]);
  });

  it('takes the first and the last day with it', () => {
    const day = dayOf(later.updatedAt);
    expect(shown({ from: day, to: day })).toEqual([later]);
    expect(shown({ to: dayOf(toilets.updatedAt) })).not.toContain(later);
  });

  it('counts what each tick would show beside the other filters', () => {
    const filters = { ticked: { categories: ['借鉴'], tags: ['别的'] } };
    expect(Object.fromEntries(countFacet(all, filters, reports, 'tags'))).toEqual({
      别的: 0,
      改厕: 0,
      投资: 0,
    });
    expect(countFacet(all, {}, reports, 'tags').get('投资')).toBe(2);
    expect(countFacet(all, {}, reports, 'places').get('潍坊市')).toBe(4);
  });

  it('lifts a tick by ticking again', () => {
    const once = tick({ words: '改厕' }, 'tags', '投资');
    expect(once).toEqual({ words: '改厕', ticked: { tags: ['投资'] } });
    expect(isNarrowed(tick({ ticked: once.ticked }, 'tags', '投资'))).toBe(false);
  });
});

it('groups notes by report in the order of the text, lost ones last', () => {
  const stray = note({ documentId: 'gone' });
  const groups = groupByReport([stray, jinggou, lost, toilets, later], reports);
  expect(groups.map(({ documentId }) => documentId)).toEqual(['changcheng', 'jinggou', 'gone']);
  expect(groups[0]?.annotations).toEqual(
    [toilets, later].sort((a, b) => a.start - b.start).concat(lost),
  );
});

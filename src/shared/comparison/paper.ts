import type { Brief, Excerpt, PartOf } from '../brief/brief.ts';
import { citePassage, yearLabelOf } from '../brief/cite.ts';
import { composeBrief } from '../brief/compose.ts';
import { sliceOf } from '../brief/passage.ts';
import type { BriefNames, BriefSource } from '../brief/spec.ts';
import type { Span } from '../report/report.ts';
import { alignSections } from './alignSections.ts';
import { type Density, leadOf, type ShownRow } from './topicsView.ts';

export interface PaperOptions {
  title: string;
  /** Who made it, and the day: both as they are to stand on the paper. */
  unit: string;
  date: string;
  /** What was left out, and what else the reader has to know. */
  remarks: string[];
}

type ComparisonRow = PartOf<'comparison'>['rows'][number];
const NO_NAMES: BriefNames = { categories: [], topics: new Map(), indicators: new Map() };

/**
 * The table of topics as it is on the screen, as a paper on its side: a folded cell has its one sentence
 * and says how many there are, an opened one has all. Every passage has its source below it.
 */
export function topicsPaper(
  rows: readonly ShownRow[],
  sources: readonly BriefSource[],
  { density, open }: { density: Density; open: readonly string[] },
  options: PaperOptions,
): Brief {
  const lines = rows.map((row, at): ComparisonRow => {
    const whole = density === 'whole' || open.includes(row.id);
    return {
      name: row.name,
      cells: row.cells.map(({ passages }, column) => {
        const source = sources[column] as BriefSource;
        const lead = leadOf(passages, { text: source.text, ...source.analysis }, row.id);
        const listed = whole ? passages : lead ? [lead] : [];
        return {
          tally: { ...placeOf(source), total: passages.length, listed: listed.length },
          excerpts: quoteTogether(source, listed, `t${at + 1}-${column + 1}`),
        };
      }),
    };
  });
  return paperOf('分主题对照', lines, sources, options);
}

/** The whole texts beside each other, a row for each group of paired sections, in reading order. */
export function readingPaper(sources: readonly BriefSource[], options: PaperOptions): Brief {
  const { groups, bodies } = alignSections(
    sources.map(({ documentId, text, analysis }) => ({ documentId, text, analysis })),
  );
  // A section that is lent to a second group is printed once, and counted where it is not.
  const printed = new Set<Span>();
  const row = (name: string, spans: readonly (Span | null)[], at: number): ComparisonRow => ({
    name,
    cells: spans.map((span, column) => {
      const source = sources[column] as BriefSource;
      const wanted = span !== null && span.end > span.start;
      const listed = wanted && !printed.has(span) ? [trimmed(source.text, span)] : [];
      if (span !== null) printed.add(span);
      return {
        tally: { ...placeOf(source), total: Number(wanted), listed: listed.length },
        excerpts: quoteTogether(source, listed, `r${at}-${column + 1}`),
      };
    }),
  });
  const lines = groups.map(({ label, members }, at) =>
    row(
      label,
      members.map((member, column) =>
        member === null
          ? null
          : (bodies[column]?.find(({ sectionIndex }) => sectionIndex === member) ?? null),
      ),
      at + 1,
    ),
  );
  const openings = bodies.map(([first]) => (first?.sectionIndex === null ? first : null));
  return paperOf('全文并排', [row('开头', openings, 0), ...lines], sources, options);
}

function paperOf(
  heading: string,
  rows: ComparisonRow[],
  sources: readonly BriefSource[],
  { title, unit, date, remarks }: PaperOptions,
): Brief {
  const documents = sources.map(({ documentId }) => documentId);
  const frame = composeBrief(
    { title, unit, date, documents, parts: ['sources'], topics: [], layout: 'comparison' },
    [...sources],
    NO_NAMES,
  );
  const table: PartOf<'comparison'> = {
    part: 'comparison',
    heading,
    lead: [],
    columns: sources.map((source) => ({
      documentId: source.documentId,
      town: source.town,
      yearLabel: yearLabelOf(source),
    })),
    rows,
    remarks,
  };
  return { ...frame, parts: [table, ...frame.parts] };
}

function placeOf({ town, documentId }: BriefSource): { town: string; documentId: string } {
  return { town, documentId };
}

/** Passages that follow each other under one heading are one quotation with one source below it. */
function quoteTogether(source: BriefSource, spans: readonly Span[], id: string): Excerpt[] {
  const excerpts: Excerpt[] = [];
  for (const span of spans) {
    const citation = citePassage(source, span.start);
    const before = excerpts.at(-1);
    const last = before?.slices.at(-1);
    const continues =
      before !== undefined &&
      last !== undefined &&
      before.citation.sectionPath.join() === citation.sectionPath.join();
    if (!continues) {
      excerpts.push({
        id: `${id}-${span.start}`,
        slices: [sliceOf(source.text, span)],
        cutBefore: false,
        cutAfter: false,
        citation,
        annotations: [],
      });
    } else if (source.text.slice(last.end, span.start).trim() === '') {
      before.slices[before.slices.length - 1] = sliceOf(source.text, {
        start: last.start,
        end: Math.max(last.end, span.end),
      });
    } else before.slices.push(sliceOf(source.text, span));
  }
  return excerpts;
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

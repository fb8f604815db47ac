import type { ReportMetadata } from '../report/report.ts';
import type { IndicatorReading, ReadingScope } from './reading.ts';
import type { Indicator, IndicatorVocabulary } from './vocabulary.ts';

export interface TabulatedDocument {
  documentId: string;
  metadata: ReportMetadata;
  readings: readonly IndicatorReading[];
}

export interface IndicatorCell {
  documentId: string;
  /** Empty where the report does not mention the indicator (未提及): never a zero. */
  readings: IndicatorReading[];
}

/** One indicator, results or targets, across the reports: 实绩 and 目标 never share a row. */
export interface IndicatorRow {
  /** Id of the shared list; null for a name the list does not know. */
  key: string | null;
  name: string;
  nature: 'actual' | 'target';
  /** 口径, null where nothing is known about it. */
  definition: string | null;
  /** Unit of every `normalizedValue` in the row; null for ranks and rows of changes only. */
  unit: string | null;
  /** Topic id, null for a name the list does not know. */
  topic: string | null;
  /** False: the values may be shown side by side, but not ranked or subtracted; `note` says why. */
  comparable: boolean;
  note: string | null;
  /** One per document, in the order of the documents. */
  cells: IndicatorCell[];
}

export interface IndicatorTable {
  documentIds: string[];
  rows: IndicatorRow[];
}

export interface TableOptions {
  /** Whose figures to show. Default: those of the reports' own level, the towns. */
  scopes?: readonly ReadingScope[];
  natures?: readonly IndicatorRow['nature'][];
  topics?: readonly string[] | null;
  /** Rows that fewer documents mention are left out. Default 1. */
  minimumDocuments?: number;
}

/** Sorts behind every topic id (T01 … T20). */
const LAST = 'Z';

interface Group {
  nature: IndicatorRow['nature'];
  indicator: Indicator | null;
  name: string;
  unit: string | null;
  byDocument: Map<string, IndicatorReading[]>;
}

/**
 * The figures table (指标对照表): a row for every indicator, definition, unit and nature, a cell for
 * every document. Several readings in one cell stay apart, ordered by period and place in the text.
 */
export function tabulate(
  documents: readonly TabulatedDocument[],
  vocabulary: IndicatorVocabulary,
  options: TableOptions = {},
): IndicatorTable {
  const scopes = options.scopes ?? ['town'];
  const natures = options.natures ?? ['actual', 'target'];
  const groups = new Map<string, Group>();
  for (const { documentId, readings } of documents) {
    for (const reading of readings) {
      const nature = natures.find((each) => each === reading.nature);
      if (nature === undefined || reading.scope === null || !scopes.includes(reading.scope))
        continue;
      const indicator = vocabulary.indicators.get(reading.key ?? '') ?? null;
      if (indicator === null && reading.name === '') continue;
      const unit = rowUnit(reading, indicator, vocabulary);
      const id = [nature, indicator?.id ?? `名称:${reading.name}`, unit].join('|');
      const group = groups.get(id) ?? {
        nature,
        indicator,
        name: indicator?.name ?? reading.name,
        unit,
        byDocument: new Map<string, IndicatorReading[]>(),
      };
      groups.set(id, group);
      const cell = group.byDocument.get(documentId);
      if (cell === undefined) group.byDocument.set(documentId, [reading]);
      else cell.push(reading);
    }
  }
  const kept = [...groups.values()].filter(
    (group) =>
      group.byDocument.size >= (options.minimumDocuments ?? 1) &&
      (options.topics == null || options.topics.includes(group.indicator?.topic ?? '')),
  );
  const order = new Map([...vocabulary.indicators.keys()].map((id, at) => [id, at]));
  const rank = (group: Group) => order.get(group.indicator?.id ?? '') ?? order.size;
  kept.sort(
    (a, b) =>
      (a.indicator?.topic ?? LAST).localeCompare(b.indicator?.topic ?? LAST) ||
      rank(a) - rank(b) ||
      a.name.localeCompare(b.name, 'zh') ||
      a.nature.localeCompare(b.nature),
  );
  return {
    documentIds: documents.map((document) => document.documentId),
    rows: kept.map((group) => describeRow(group, kept, documents)),
  };
}

/** Changes without a value and ranks stand in the row of the indicator's usual unit. */
function rowUnit(
  reading: IndicatorReading,
  indicator: Indicator | null,
  vocabulary: IndicatorVocabulary,
): string | null {
  if (reading.normalizedUnit !== null && reading.rank === null) return reading.normalizedUnit;
  return indicator === null ? null : vocabulary.units.baseOf(indicator.family);
}

function describeRow(
  group: Group,
  rows: readonly Group[],
  documents: readonly TabulatedDocument[],
): IndicatorRow {
  const { indicator, byDocument } = group;
  const cells = documents.map(({ documentId }) => ({
    documentId,
    readings: (byDocument.get(documentId) ?? []).toSorted(
      (a, b) => (b.period ?? '').localeCompare(a.period ?? '') || a.start - b.start,
    ),
  }));
  const others = rows.filter(
    (other) => other !== group && indicator?.kin.includes(other.indicator?.id ?? '') === true,
  );
  const names = new Set(cells.flatMap((cell) => cell.readings.map((reading) => reading.name)));
  const mixed = indicator === null || (names.size > 1 && indicator.broad);
  const notes: string[] = [];
  if (others.length > 0) {
    const listed = [...new Set(others.map((other) => `“${other.name}”`))].join('、');
    notes.push(`与${listed}口径不同，不可直接比较`);
  }
  if (mixed && byDocument.size > 1) notes.push('各份报告所指不尽相同，请看原句');
  return {
    key: indicator?.id ?? null,
    name: group.name,
    nature: group.nature,
    definition: indicator?.definition ?? null,
    unit: group.unit,
    topic: indicator?.topic ?? null,
    comparable: !mixed,
    note: notes.length === 0 ? null : notes.join(';'),
    cells,
  };
}

import type { FigureComparison, FigureScope } from '../../../shared/contract/schemas/figures.ts';
import { nameKey } from '../../../shared/indicator/stated.ts';
import type { IndicatorVocabulary } from '../../../shared/indicator/vocabulary.ts';
import type { AssignedName, FigureCorrection, StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { cautionAboutStored } from './comparison.ts';
import { derivedRowsOf, rowsOf } from './figureRows.ts';
import { getReport } from './getReport.ts';

const PINNED = 'pinnedIndicators';

/** Everything the figures view shows of the chosen reports. */
export async function compareFigures(
  context: HandlerContext,
  { ids, scopes }: { ids: readonly string[]; scopes: readonly FigureScope[] },
): Promise<FigureComparison & { reports: StoredReport[] }> {
  const [reports, knowledge, pinned, corrections, names] = await Promise.all([
    Promise.all(ids.map((id) => getReport(context, id))),
    context.knowledge(),
    readPinned(context),
    Promise.all(ids.map((id) => context.store.listCorrections(id))),
    context.store.listAssignedNames(),
  ]);
  const rows = rowsOf(reports, knowledge.indicators, scopes);
  const used = new Set(rows.map(({ topic }) => topic));
  return {
    reports,
    topics: knowledge.report.topics
      .filter(({ id }) => used.has(id))
      .map(({ id, name }) => ({ id, name })),
    rows,
    derived: derivedRowsOf(reports, rows),
    doubtful: reports.flatMap(({ head, findings }) =>
      findings.figures.readings
        .filter(({ certain }) => !certain)
        .map((reading) => ({ ...reading, documentId: head.id })),
    ),
    unsure: reports.flatMap(({ head, findings }) =>
      findings.figures.unsure.map((figure) => ({ ...figure, documentId: head.id })),
    ),
    corrections: corrections.flatMap((list, at) =>
      list.map(({ id, start, end, wording, name, reading }) => ({
        id,
        documentId: ids[at] ?? '',
        start,
        end,
        wording,
        name: reading?.name ?? name,
        kept: reading !== null,
      })),
    ),
    assigned: assignedIn(namesIn(reports, corrections.flat()), names, knowledge.indicators),
    pinned,
    caution: cautionAboutStored(reports),
  };
}

/** Names as the reports state them, also those that a correction replaced. */
function namesIn(
  reports: readonly StoredReport[],
  corrections: readonly FigureCorrection[],
): ReadonlySet<string> {
  const read = reports.flatMap(({ findings }) => findings.figures.readings);
  return new Set([...read, ...corrections].map(({ name }) => nameKey(name)));
}

function assignedIn(
  used: ReadonlySet<string>,
  names: readonly AssignedName[],
  { indicators }: IndicatorVocabulary,
): FigureComparison['assigned'] {
  return names
    .filter(({ name }) => used.has(name))
    .map(({ name, key }) => ({ name, indicator: indicators.get(key)?.name ?? key }));
}

/** Pins a row or lets it go; answers all that are pinned, in the order they were. */
export async function pinRow(
  context: HandlerContext,
  row: string,
  pinned: boolean,
): Promise<string[]> {
  const others = (await readPinned(context)).filter((each) => each !== row);
  const all = pinned ? [...others, row] : others;
  await context.store.writeSetting(PINNED, all);
  context.emit({ type: 'library.changed' });
  return all;
}

async function readPinned({ store }: HandlerContext): Promise<string[]> {
  return ((await store.readSetting(PINNED)) as string[] | undefined) ?? [];
}

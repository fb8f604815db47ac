import type { Brief } from '../../../shared/brief/brief.ts';
import { chooseFonts } from '../../../shared/brief/fonts.ts';
import type { BriefSource } from '../../../shared/brief/spec.ts';
import { compareByTopic } from '../../../shared/comparison/compareByTopic.ts';
import type { ComparedDocument } from '../../../shared/comparison/document.ts';
import { type PaperOptions, readingPaper, topicsPaper } from '../../../shared/comparison/paper.ts';
import {
  outsideTopics,
  PART_NAMES,
  type ShownRow,
  viewTopics,
} from '../../../shared/comparison/topicsView.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import { exportComparisonPdf } from '../../export/comparisonPdf.ts';
import { exportBriefDocx } from '../../export/docx.ts';
import { listOfficeFonts } from '../../export/installedFonts.ts';
import { renderXlsx, type Sheet } from '../../export/spreadsheet.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { toCompared } from './compared.ts';
import { outlineSheet } from './outlineSheet.ts';
import { readSettings } from './settings.ts';
import { summarise } from './summary.ts';
import { topicsSheet } from './topicsSheet.ts';
import { writeExport } from './writeExport.ts';

type Request = Parsed<'comparison.export'>;
type Column = BriefSource & ComparedDocument;
type TopicsShown = Extract<Request['shown'], { view: 'topics' }>;

const TITLES: Record<Request['shown']['view'], string> = {
  topics: '主题对照表',
  outline: '提纲对照表',
  reading: '全文并排对照',
};

/** Where the print window finds the bundled faces, on the app's own origin. */
const FONT_BASE_URL = '/fonts/';

/** Writes what the window shows, in the order and as far as it shows it. */
export async function exportComparison(
  context: HandlerContext,
  { shown, format }: Request,
  reports: readonly StoredReport[],
  caution: string | null,
): Promise<Output<'comparison.export'>> {
  const title = TITLES[shown.view];
  const path = await context.host.chooseFileToSave({ name: title, extension: format });
  if (path === null) return { fileName: null, warnings: [] };
  const sources = reports.map(toColumn);
  if (format === 'xlsx') {
    const bytes = await renderXlsx([await sheetOf(context, shown, sources)]);
    return { fileName: await writeExport(path, bytes), warnings: [] };
  }
  const paper = await paperOf(context, shown, sources, caution);
  if (format === 'docx') {
    return { fileName: await writeExport(path, await exportBriefDocx(paper)), warnings: [] };
  }
  const installed = listOfficeFonts();
  const look = shown.view === 'topics' ? 'table' : 'columns';
  const { pdf, warnings } = await exportComparisonPdf(paper, look, {
    print: context.print,
    fonts: chooseFonts(installed.flatMap(({ families }) => families)),
    installed,
    bundled: context.fonts(),
    fontBaseUrl: FONT_BASE_URL,
    now: new Date(context.now()),
  });
  return { fileName: await writeExport(path, pdf), warnings };
}

async function sheetOf(
  context: HandlerContext,
  shown: Request['shown'],
  sources: readonly Column[],
): Promise<Sheet> {
  const columns = sources.map((source) => ({ ...source, name: source.town }));
  if (shown.view !== 'topics') return outlineSheet(columns);
  const { rows } = await shownTopics(context, shown, sources);
  return topicsSheet(rows, columns, shown);
}

async function paperOf(
  context: HandlerContext,
  shown: Request['shown'],
  sources: readonly Column[],
  caution: string | null,
): Promise<Brief> {
  const { author } = await readSettings(context.store);
  const options: PaperOptions = {
    title: TITLES[shown.view],
    unit: author,
    date: context.now().slice(0, 10),
    remarks: caution === null ? [] : [caution],
  };
  if (shown.view !== 'topics') return readingPaper(sources, options);
  const { rows, coverage } = await shownTopics(context, shown, sources);
  const outside = sources.map(
    ({ town }, at) => `${town}${Math.round((1 - (coverage[at] ?? 0)) * 100)}%`,
  );
  return topicsPaper(rows, sources, shown, {
    ...options,
    remarks: [
      ...options.remarks,
      filterWords(shown, rows),
      `不在任何主题之内的文字：${outside.join('，')}。未提及不等于未做，不计作 0。`,
    ],
  });
}

async function shownTopics(
  context: HandlerContext,
  shown: TopicsShown,
  sources: readonly Column[],
): Promise<{ rows: ShownRow[]; coverage: number[] }> {
  const { topics: vocabulary } = (await context.knowledge()).report;
  const { topics, coverage } = compareByTopic(sources, vocabulary);
  const outside = outsideTopics(
    topics,
    sources.map(({ documentId, text, analysis }) => ({ documentId, text, ...analysis })),
  );
  return { rows: viewTopics([...topics, outside], sources, shown), coverage };
}

/** 所列：部署部分，含“旱厕”，3 个主题。 */
function filterWords({ part, words, topics }: TopicsShown, rows: readonly ShownRow[]): string {
  const said = [
    part === 'all' ? '全文' : `${PART_NAMES[part]}部分`,
    ...(words.trim() === '' ? [] : [`含“${words.trim()}”`]),
    ...(topics.length > 0 ? [`选定的 ${topics.length} 个主题`] : []),
  ];
  return `所列：${said.join('，')}，共 ${rows.length} 行。`;
}

function toColumn(report: StoredReport): Column {
  const { title, town, metadata } = summarise(report.head);
  return {
    ...toCompared(report),
    title,
    town: town ?? title,
    planYear: metadata.planYear,
    reviewYear: metadata.reviewYear,
    readings: [],
    annotations: [],
  };
}

import { countShared, pairsIn } from '../../../shared/draft/wordPairs.ts';
import type { IndicatorReading } from '../../../shared/indicator/reading.ts';
import type { Span } from '../../../shared/report/report.ts';
import { normaliseForSearch } from '../../../shared/text/normalise.ts';
import type { HandlerContext } from '../context.ts';
import {
  type Beside,
  type BesidePassage,
  type BesideQuestion,
  toPassage,
} from './besidePassage.ts';
import { getReport } from './getReport.ts';
import { summarise } from './summary.ts';

/** More are found by 检索, 指标 and 批注 themselves. */
const MOST_HITS = 40;
const MOST_REPORTS = 8;
const MOST_FIGURES = 12;
const MOST_NOTES = 60;

type Report = Awaited<ReturnType<typeof getReport>>;

/** Reads each report once, however many passages of it are listed. */
function reportReader(context: HandlerContext): (id: string) => Promise<Report> {
  const read = new Map<string, Promise<Report>>();
  return (id) => {
    const known = read.get(id) ?? getReport(context, id);
    read.set(id, known);
    return known;
  };
}

/** Sentences in which the wanted words stand literally, the own town's first. */
export async function searchShelf(
  context: HandlerContext,
  { draft, wanted }: BesideQuestion,
): Promise<Beside['groups']> {
  if (wanted === '') return [];
  const { hits, total } = await context.search.run({
    query: wanted,
    limit: MOST_HITS,
    allOffsets: false,
    first: 'home',
    pageFirst: false,
    home: draft.town,
  });
  const reportOf = reportReader(context);
  const passages: BesidePassage[] = [];
  for (const { where, documentId, excerpt, excerptStart } of hits) {
    if (where !== 'body') continue;
    const span = { start: excerptStart, end: excerptStart + excerpt.length };
    passages.push(toPassage(await reportOf(documentId), span));
  }
  return [{ name: `共 ${total} 处，列 ${passages.length} 句`, passages }];
}

const NATURES: Record<NonNullable<IndicatorReading['nature']>, string> = {
  actual: '完成',
  target: '目标',
  project: '项目',
  base: '基数',
};

/**
 * Stated figures of the own town, all years, then of others: each with the sentence it stands in. A section
 * that is about nothing yet, like 2021年工作回顾, gets what the own town states of itself and no others.
 */
export async function figuresShelf(
  context: HandlerContext,
  { draft, words, wanted, topics }: BesideQuestion,
): Promise<Beside['groups']> {
  const reports = (await context.store.listReports())
    .map(summarise)
    .filter(({ kind, newestVersion }) => kind === 'annual-report' && newestVersion === null)
    .sort(
      (a, b) =>
        Number(b.town === draft.town) - Number(a.town === draft.town) ||
        (b.metadata.planYear ?? 0) - (a.metadata.planYear ?? 0),
    )
    .slice(0, MOST_REPORTS);
  const isOpen = wanted === '' && topics.length === 0;
  return Promise.all(
    reports
      .filter(({ town }) => !isOpen || town === draft.town)
      .map(async ({ id, town, title, metadata }) => {
        const report = await getReport(context, id);
        return {
          name: `${town ?? title}${metadata.planYear === null ? '' : `${metadata.planYear}年报告`}`,
          passages: isOpen ? mainFigures(report) : figuresIn(report, topics, wanted, words),
        };
      }),
  );
}

/** What the town has done by its own account, as far as the vocabulary knows it, in reading order. */
function mainFigures(report: Report): BesidePassage[] {
  const own = report.findings.figures.readings.filter(
    ({ key, scope, nature }) => key !== null && scope === 'town' && nature === 'actual',
  );
  return figurePassages(report, own.slice(0, MOST_FIGURES));
}

function figuresIn(
  report: Report,
  topics: readonly string[],
  wanted: string,
  words: string,
): BesidePassage[] {
  const written = pairsIn(words);
  const looked = normaliseForSearch(wanted);
  const rated = report.findings.figures.readings.flatMap((reading) => {
    const sentence = sentenceOf(report, reading);
    const span = sentence ?? reading.clause;
    const said = normaliseForSearch(reading.name + report.text.slice(span.start, span.end));
    const isAbout = sentence?.topics.some((topic) => topics.includes(topic)) ?? false;
    const named = countShared(pairsIn(reading.name), written);
    const rate = looked === '' ? 2 * named + Number(isAbout) : Number(said.includes(looked));
    return rate > 0 ? [{ reading, rate }] : [];
  });
  const best = rated.sort((a, b) => b.rate - a.rate).slice(0, MOST_FIGURES);
  return figurePassages(
    report,
    best.map(({ reading }) => reading).sort((a, b) => a.start - b.start),
  );
}

function sentenceOf({ findings }: Report, { start }: IndicatorReading) {
  return findings.analysis.passages.find(
    (passage) => passage.start <= start && passage.end > start,
  );
}

/** The sentences of the figures, each once, with its figures a line each over it. */
function figurePassages(report: Report, readings: readonly IndicatorReading[]): BesidePassage[] {
  const spans = new Map<number, { span: Span; words: string[] }>();
  for (const reading of readings) {
    const span = sentenceOf(report, reading) ?? reading.clause;
    const words = figureWords(report.text, reading);
    const told = spans.get(span.start);
    if (told === undefined) spans.set(span.start, { span, words: [words] });
    else told.words.push(words);
  }
  return [...spans.values()].map(({ span, words }) => toPassage(report, span, words.join('\n')));
}

/** 改造旱厕 4774户（完成）; 固定资产投资 增长4.5%（目标） */
function figureWords(text: string, { name, start, end, unit, nature }: IndicatorReading): string {
  const said = text.slice(start, end);
  const words = unit === null || said.includes(unit) ? said : `${said}${unit}`;
  return `${name} ${words}${nature === null ? '' : `（${NATURES[nature]}）`}`;
}

/** Notes with the words they are on: those about what is being written first. */
export async function notesShelf(
  context: HandlerContext,
  { words, wanted }: BesideQuestion,
): Promise<Beside['groups']> {
  const looked = normaliseForSearch(wanted);
  const written = pairsIn(words);
  const listed = (await context.store.listAnnotations())
    .map((annotation) => {
      const { note, tags, targets } = annotation;
      const all = [note, ...tags, ...targets.map(({ quote }) => quote)].join('\n');
      return { annotation, all, shared: countShared(pairsIn(all), written) };
    })
    .filter(({ all }) => looked === '' || normaliseForSearch(all).includes(looked))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_NOTES);
  const reportOf = reportReader(context);
  const near: BesidePassage[] = [];
  const other: BesidePassage[] = [];
  for (const { annotation, shared } of listed) {
    for (const target of annotation.targets) {
      if (target.state !== 'anchored') continue;
      const report = await reportOf(target.documentId);
      const lead = `${annotation.category ?? '批注'}：${annotation.note}`;
      (shared > 0 ? near : other).push(toPassage(report, target, lead));
    }
  }
  return [
    { name: '与本节有关', passages: near },
    { name: '其他批注', passages: other },
  ];
}

import { sameSection } from '../../../shared/draft/sameSection.ts';
import { countShared, pairsIn } from '../../../shared/draft/wordPairs.ts';
import type { Span } from '../../../shared/report/report.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import {
  type Beside,
  type BesidePassage,
  type BesideQuestion,
  toPassage,
  worthTaking,
} from './besidePassage.ts';
import { lastReportOf } from './draftUnderstood.ts';
import { getReport } from './getReport.ts';
import { summarise } from './summary.ts';

/** More towns, and more passages of one, are found by 对照 and 检索. */
const MOST_TOWNS = 6;
const MOST_PASSAGES = 8;
/** Of a whole chapter; what follows is read in the report. */
const MOST_OF_SECTION = 60;

/** The section of the town's own last report that stands where the draft is, then what it says elsewhere. */
export async function lastYearShelf(
  context: HandlerContext,
  { draft, headings, words, wanted, topics }: BesideQuestion,
): Promise<Beside['groups']> {
  const last = await lastReportOf(context, draft);
  if (!last) return [];
  const report = await getReport(context, last.id);
  const { sections, passages } = report.findings.analysis;
  const section = wanted === '' ? sameSection(report.text, sections, headings) : null;
  const inSection = section
    ? passages.filter(({ start, end }) => start >= section.start && end <= section.end)
    : [];
  const about = aboutTopics(report, topics, wanted || words).filter(
    ({ start }) => section === null || start < section.start || start >= section.end,
  );
  return [
    {
      name: '上年本节',
      passages: worthTakingOf(report, inSection)
        .slice(0, MOST_OF_SECTION)
        .map((span) => toPassage(report, span)),
    },
    { name: section ? '上年别处' : '上年有关各句', passages: about },
  ];
}

/** What other towns write about the topics of the section: a group a report, the newest first. */
export async function peersShelf(
  context: HandlerContext,
  { draft, words, wanted, topics }: BesideQuestion,
): Promise<Beside['groups']> {
  const others = (await context.store.listReports())
    .map(summarise)
    .filter(
      ({ kind, town, newestVersion }) =>
        kind === 'annual-report' && town !== draft.town && newestVersion === null,
    )
    .sort((a, b) => (b.metadata.planYear ?? 0) - (a.metadata.planYear ?? 0))
    .slice(0, MOST_TOWNS);
  return Promise.all(
    others.map(async ({ id, town, title }) => ({
      name: town ?? title,
      passages: aboutTopics(await getReport(context, id), topics, wanted || words),
    })),
  );
}

/** Of one report: those that share most with what is being written, in reading order. */
function aboutTopics(
  report: StoredReport,
  topics: readonly string[],
  words: string,
): BesidePassage[] {
  const written = pairsIn(words);
  const shared = ({ start, end }: Span) =>
    countShared(pairsIn(report.text.slice(start, end)), written);
  const { passages } = report.findings.analysis;
  const about = worthTakingOf(report, passages.filter(isAbout(topics)))
    .map((span) => ({ span, shared: shared(span) }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_PASSAGES)
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
  return about.map((span) => toPassage(report, span));
}

const isAbout =
  (topics: readonly string[]) =>
  (passage: { topics: readonly string[] }): boolean =>
    passage.topics.some((topic) => topics.includes(topic));

function worthTakingOf({ text }: StoredReport, spans: readonly Span[]): Span[] {
  return spans.flatMap((span) => worthTaking(text, span) ?? []);
}

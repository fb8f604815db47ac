import { pathTo, placeName, roleOf } from '../../../shared/comparison/passagePlace.ts';
import type { Output } from '../../../shared/contract/routes.ts';
import type { ReportAnalysis, Span } from '../../../shared/report/report.ts';
import { understandDocument } from '../../library/understand.ts';
import type { Draft } from '../../store/drafts.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { lastReportOf } from './draftUnderstood.ts';
import { getReport } from './getReport.ts';
import { summarise } from './summary.ts';

type Beside = Output<'drafts.beside'>;

/** As many topics as a section is usually about. */
const MOST_TOPICS = 2;
/** More towns, and more passages of one, are found by 对照 and 检索. */
const MOST_TOWNS = 6;
const MOST_PASSAGES = 8;
/** What is left of a heading's end is no passage. */
const SHORTEST = 8;

/** Passages of the library about what the given words of a draft are about. */
export async function besideDraft(
  context: HandlerContext,
  draft: Draft,
  words: string,
): Promise<Beside> {
  const { report: knowledge, indicators } = await context.knowledge();
  const document = { titleLine: null, text: words, retrievedOn: null };
  const { findings } = understandDocument(document, '', { report: knowledge, indicators });
  const topics = mainTopics(findings.analysis);
  const names = new Map(knowledge.topics.map(({ id, name }) => [id, name]));
  if (topics.length === 0) return { topics: [], own: [], peers: [] };

  const last = await lastReportOf(context, draft);
  const others = (await context.store.listReports())
    .map(summarise)
    .filter(
      ({ kind, town, newestVersion }) =>
        kind === 'annual-report' && town !== draft.town && newestVersion === null,
    )
    .sort((a, b) => (b.metadata.planYear ?? 0) - (a.metadata.planYear ?? 0))
    .slice(0, MOST_TOWNS);
  const passagesIn = async (id: string) =>
    passagesAbout(await getReport(context, id), topics, words);
  return {
    topics: topics.map((id) => ({ id, name: names.get(id) ?? id })),
    own: last ? await passagesIn(last.id) : [],
    peers: (await Promise.all(others.map(({ id }) => passagesIn(id)))).flat(),
  };
}

/** The heading's topics count like several sentences', since a section is named after what it is about. */
function mainTopics({ sections, passages }: ReportAnalysis): string[] {
  const counts = new Map<string, number>();
  const count = (topics: readonly string[], weight: number) => {
    for (const [place, topic] of topics.entries()) {
      counts.set(topic, (counts.get(topic) ?? 0) + weight / (place + 1));
    }
  };
  for (const { topics } of sections.slice(0, 1)) count(topics, 3);
  for (const { topics } of passages) count(topics, 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_TOPICS)
    .map(([topic]) => topic);
}

/** Of one report: those that share most with what is being written, in reading order. */
function passagesAbout(
  { head, text, findings }: StoredReport,
  topics: readonly string[],
  words: string,
) {
  const { town, title, metadata } = summarise(head);
  const { sections, passages } = findings.analysis;
  const name = `${town ?? title}${metadata.planYear === null ? '' : `${metadata.planYear}年`}报告`;
  const written = pairsIn(words);
  return passages
    .filter((passage) => passage.topics.some((topic) => topics.includes(topic)))
    .map((passage) => withoutLeadingStop(text, passage))
    .filter(({ start, end }) => end - start >= SHORTEST)
    .map((span) => ({
      ...span,
      shared: countShared(pairsIn(text.slice(span.start, span.end)), written),
    }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_PASSAGES)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const path = pathTo(sections, start);
      const role = roleOf(path);
      const place = placeName(path, role);
      return {
        documentId: head.id,
        start,
        end,
        text: text.slice(start, end),
        label: place === '' ? name : `${name}·${place}`,
        role,
      };
    });
}

/** The neighbouring pairs of Chinese characters in some words. */
function pairsIn(words: string): Set<string> {
  const pairs = new Set<string>();
  for (const [run] of words.matchAll(/\p{Script=Han}+/gu)) {
    for (let at = 0; at + 1 < run.length; at += 1) pairs.add(run.slice(at, at + 2));
  }
  return pairs;
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return shared;
}

/** A passage that follows a heading begins with the heading's stop, which is not worth taking over. */
function withoutLeadingStop(text: string, { start, end }: Span): Span {
  const stop = /^[\s。，；：、,;:]*/u.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + stop, end };
}

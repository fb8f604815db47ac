import type { ReportAnalysis } from '../../../shared/report/report.ts';
import { understandDocument } from '../../library/understand.ts';
import type { Draft } from '../../store/drafts.ts';
import type { HandlerContext } from '../context.ts';
import type { Beside, BesideQuestion, BesideWanted } from './besidePassage.ts';
import { lastYearShelf, peersShelf } from './besideReports.ts';
import { figuresShelf, notesShelf, searchShelf } from './besideShelves.ts';

/** As many topics as a section is usually about. */
const MOST_TOPICS = 2;

const SHELVES = {
  'last-year': lastYearShelf,
  peers: peersShelf,
  search: searchShelf,
  figures: figuresShelf,
  notes: notesShelf,
} satisfies Record<
  BesideWanted['shelf'],
  (context: HandlerContext, question: BesideQuestion) => Promise<Beside['groups']>
>;

/** One shelf of the library, as far as it is about the section being written, or about what is wanted instead. */
export async function besideDraft(
  context: HandlerContext,
  draft: Draft,
  asked: BesideWanted,
): Promise<Beside> {
  const { report: knowledge, indicators } = await context.knowledge();
  const wanted = asked.wanted.trim();
  const text = wanted === '' ? asked.words : wanted;
  const { findings } = understandDocument({ titleLine: null, text, retrievedOn: null }, '', {
    report: knowledge,
    indicators,
  });
  const topics = mainTopics(findings.analysis);
  const names = knowledge.topics.filter(({ id }) => topics.includes(id)).map(({ name }) => name);
  const groups = await SHELVES[asked.shelf](context, { ...asked, wanted, draft, topics });
  return {
    about: names.length === 0 ? null : names.join('、'),
    groups: groups.filter(({ passages }) => passages.length > 0),
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

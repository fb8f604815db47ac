import type { CellPassage } from '../../../../shared/comparison/compareByTopic.ts';
import { pathTo } from '../../../../shared/comparison/passagePlace.ts';
import { isIn } from '../../../../shared/comparison/topicsView.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { Span } from '../../../../shared/report/report.ts';

/** Passages of a topic that stand under one heading. */
export interface TopicStop {
  /** Where to stand to read them: at the heading, if they begin right below it. */
  start: number;
  passages: readonly Span[];
}

/** Where one report speaks of a topic. */
export interface TopicPlaces {
  stops: readonly TopicStop[];
  /** Index of the stop to begin with: one under a heading on the topic, what is planned before what is reviewed, the longest. */
  first: number;
  sentences: number;
  /** Everything else, to be drawn fainter. */
  outside: readonly Span[];
}

/** What may stand between a heading and the first sentence under it: its stop, a line break. */
const HEADING_GAP = 2;

export function topicPlaces(
  { text, sections }: Pick<ReportDetail, 'text' | 'sections'>,
  passages: readonly CellPassage[],
  topic: string,
): TopicPlaces {
  const stops: OpenStop[] = [];
  const inside: Span[] = [];
  let heading: Span | undefined;
  for (const passage of passages) {
    const path = pathTo(sections, passage.start);
    const under = path.at(-1);
    const open = stops.at(-1);
    if (open && under === heading) open.passages.push(passage);
    else {
      const follows = under && passage.start - under.end <= HEADING_GAP;
      stops.push({
        start: follows ? under.start : passage.start,
        passages: [passage],
        onTopic: path.some(({ topics }) => topics.includes(topic)),
      });
      if (under) inside.push(under);
    }
    heading = under;
    inside.push(passage);
  }
  return {
    stops,
    first: bestStop(stops),
    sentences: passages.length,
    outside: complement(inside, text.length),
  };
}

interface OpenStop extends TopicStop {
  passages: CellPassage[];
  onTopic: boolean;
}

/** More than any stop has characters, so that kind goes before length. */
const MORE_THAN_LENGTH = 10_000_000;

function bestStop(stops: readonly OpenStop[]): number {
  const weights = stops.map(({ passages, onTopic }) => {
    const length = passages.reduce((sum, { start, end }) => sum + end - start, 0);
    const planned = passages.some(({ role }) => isIn('plan', role));
    return length + MORE_THAN_LENGTH * (2 * Number(onTopic) + Number(planned));
  });
  return Math.max(0, weights.indexOf(Math.max(...weights)));
}

/** What of a text of `length` characters is in none of the spans. */
function complement(spans: readonly Span[], length: number): Span[] {
  const outside: Span[] = [];
  let from = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start > from) outside.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < length) outside.push({ start: from, end: length });
  return outside;
}

import {
  type Brief,
  type BriefPart,
  type Excerpt,
  formatDay,
  listExcerpts,
  type PartOf,
  type Tally,
} from './brief.ts';
import { citePassage, yearLabelOf } from './cite.ts';
import { type Block, excerptOf, joinBlocks, markedWords, sentenceOf } from './excerpt.ts';
import { indicatorPart } from './indicators.ts';
import { orderParts, type PointKind } from './order.ts';
import type { BriefPartName } from './partNames.ts';
import { cutPassage, sliceOf } from './passage.ts';
import type { BriefNames, BriefSource, BriefSpec } from './spec.ts';
import { passagesOn, passagesPerCell, selectTopics, topicOfBlock } from './topics.ts';

const longestMarkedPassage = 150;
const columnsOfComparison = { least: 2, most: 4 };

/**
 * Makes the brief a person asked for. Every quotation is a slice of its source's text; what is left out
 * is counted and said (共6处，列2处). A source the spec names but `sources` does not hold is left out.
 */
export function composeBrief(spec: BriefSpec, sources: BriefSource[], names: BriefNames): Brief {
  const used = [...new Set(spec.documents)].flatMap(
    (id) => sources.find((source) => source.documentId === id) ?? [],
  );
  const { order, withNotes } = orderParts(spec);
  const blocks = used.map((source) => joinBlocks(chosenBlocks(spec, source, withNotes)));
  const passages = passageParts(spec, used, blocks, names, withNotes);
  const points = (kind: PointKind) => pointPart(kind, passages, names);
  const makers: Record<BriefPartName, () => BriefPart[]> = {
    'editor-note': () => [{ part: 'editor-note', heading: '编者按', lead: [] }],
    indicators: () => [
      indicatorPart(used, names, { omitted: spec.omittedFigures, shown: spec.figureTable }),
    ],
    topics: () => passages,
    borrow: () => points('borrow'),
    check: () => points('check'),
    sources: () => [sourcePart(used)],
    glossary: () => glossaryPart(used),
  };
  const leads = { ...spec.leads, 'editor-note': spec.editorNote };
  const parts = order.flatMap((name) => {
    const lead = paragraphsOf(leads[name]);
    const heading = spec.headings?.[name]?.trim();
    return makers[name]().map((part, index) =>
      index > 0 ? part : { ...part, heading: heading || part.heading, lead },
    );
  });
  return {
    title: spec.title,
    unit: spec.unit,
    date: spec.date,
    layout: spec.layout,
    markings: spec.markings ?? { kind: '参阅材料', access: '仅供内部参考' },
    categories: [...names.categories],
    contents: spec.contents ?? false,
    watermark: spec.watermark ?? null,
    // An 编者按 of which nothing is written is none.
    parts: parts.filter(({ part, lead }) => part !== 'editor-note' || lead.length > 0),
  };
}

function paragraphsOf(words: string | undefined): string[] {
  const lines = (words ?? '').split('\n').map((line) => line.trim());
  return lines.filter(Boolean);
}

/** What the person picked in one report: passages chosen by hand, and the sentences their notes stand on. */
function chosenBlocks(spec: BriefSpec, source: BriefSource, withNotes: boolean): Block[] {
  const chosen = (spec.excerpts ?? []).flatMap((excerpt, rank): Block[] => {
    const end = Math.min(excerpt.end, source.text.length);
    if (excerpt.documentId !== source.documentId || excerpt.start >= end) return [];
    const { start, topic = null, cuts = [] } = excerpt;
    return [{ start, end, source, topic, rank, cuts, annotations: [] }];
  });
  if (!withNotes) return chosen;
  const marked = source.annotations
    .filter(({ id }) => spec.omittedNotes?.includes(id) !== true)
    .map((annotation): Block => {
      const sentence = sentenceOf(source, annotation);
      return {
        ...cutPassage(source.text, sentence, annotation, longestMarkedPassage),
        source,
        topic: null,
        rank: null,
        cuts: [],
        annotations: [annotation],
      };
    });
  return [...chosen, ...marked];
}

interface TopicRow {
  id: string;
  name: string;
  cells: { tally: Tally; excerpts: Excerpt[] }[];
}

function passageParts(
  spec: BriefSpec,
  sources: BriefSource[],
  blocks: Block[][],
  names: BriefNames,
  withNotes: boolean,
): BriefPart[] {
  const remarks =
    withNotes && sources.every((s) => s.annotations.length === 0) ? ['所选报告无批注。'] : [];
  const topics = spec.parts.includes('topics')
    ? (spec.topics ?? selectTopics(sources, blocks.flat()))
    : [];
  const { rows, rest } = topicRows(topics, sources, blocks, names, spec.chosenOnly ?? false);
  const parts: BriefPart[] = [];
  if (rows.length > 0) parts.push(layOut(spec, sources, rows, remarks));
  const others = rest.flatMap((own, index) => {
    const source = sources[index];
    if (!source || own.length === 0) return [];
    const excerpts = own.map((block) => excerptOf(block, index));
    return [{ name: `${source.town}${yearLabelOf(source)}`, tallies: [], excerpts }];
  });
  if (others.length > 0 || (rows.length === 0 && remarks.length > 0)) {
    parts.push({
      part: 'excerpts',
      heading: rows.length > 0 ? '其他摘编' : '摘编与批注',
      lead: [],
      topics: others,
      remarks: rows.length > 0 ? [] : remarks,
    });
  }
  return parts;
}

/** Sorts the passages by topic; `rest` holds, by source, the chosen ones that no printed topic takes. */
function topicRows(
  topics: string[],
  sources: BriefSource[],
  blocks: Block[][],
  names: BriefNames,
  chosenOnly: boolean,
): { rows: TopicRow[]; rest: Block[][] } {
  const most = chosenOnly ? 0 : passagesPerCell(topics.length, sources.length);
  const taken = blocks.map((own) => [...own]);
  const rows = topics.map((topic) => ({
    id: topic,
    name: names.topics.get(topic) ?? topic,
    cells: sources.map((source, index) => {
      const own = blocks[index] ?? [];
      const chosen = own.filter((block) => topicOfBlock(block, topics) === topic);
      const others = taken[index] ?? [];
      const { blocks: printed, tally } = passagesOn(source, topic, chosen, others, most);
      others.push(...printed);
      return { tally, excerpts: printed.map((block) => excerptOf(block, index)) };
    }),
  }));
  const rest = blocks.map((own) =>
    own.filter((block) => !topics.includes(topicOfBlock(block, topics) ?? '')),
  );
  return { rows, rest };
}

function layOut(
  spec: BriefSpec,
  sources: BriefSource[],
  rows: TopicRow[],
  remarks: string[],
): BriefPart {
  const { least, most } = columnsOfComparison;
  if (spec.layout === 'comparison' && sources.length >= least && sources.length <= most) {
    return {
      part: 'comparison',
      heading: '分专题对照',
      lead: [],
      columns: sources.map((source) => ({
        documentId: source.documentId,
        town: source.town,
        yearLabel: yearLabelOf(source),
      })),
      rows,
      remarks,
    };
  }
  return {
    part: 'excerpts',
    heading: '分专题摘编',
    lead: [],
    topics: rows.map(({ id, name, cells }) => ({
      id,
      name,
      tallies: cells.map(({ tally }) => tally),
      excerpts: cells.flatMap(({ excerpts }) => excerpts),
    })),
    remarks,
  };
}

const pointHeadings: Record<PointKind, string> = {
  borrow: '可借鉴的提法与做法',
  check: '数据核对单',
};
/** By the ids of the categories, which hold through every change of name. */
const pointCategories: Record<PointKind, readonly string[]> = {
  borrow: ['借鉴'],
  check: ['存疑', '核对'],
};

function pointPart(
  kind: PointKind,
  passages: BriefPart[],
  { categories }: BriefNames,
): PartOf<'points'>[] {
  const idOf = (name: string | null) => categories.find((one) => one.name === name)?.id ?? '';
  const items = listExcerpts({ parts: passages }).flatMap((excerpt) =>
    excerpt.annotations
      .filter(({ category }) => pointCategories[kind].includes(idOf(category)))
      .map((annotation) => ({
        category: annotation.category,
        note: annotation.note,
        author: annotation.author,
        quote: markedWords(excerpt, annotation),
        excerptId: excerpt.id,
        citation: excerpt.citation,
      })),
  );
  if (items.length === 0) return [];
  return [{ part: 'points', kind, heading: pointHeadings[kind], lead: [], items }];
}

function sourcePart(sources: BriefSource[]): PartOf<'sources'> {
  return {
    part: 'sources',
    heading: '来源清单',
    lead: [],
    items: sources.map((source) => {
      const { meeting, deliveredOn, sourceLabel, retrievedOn, statedLocality, actualLocality } =
        source.analysis.metadata;
      const conflicts = statedLocality && actualLocality && statedLocality !== actualLocality;
      const details = [
        conflicts && `题名作${statedLocality}，正文为${actualLocality}`,
        meeting,
        deliveredOn && `${formatDay(deliveredOn)}作报告`,
        sourceLabel && `来源栏目“${sourceLabel}”`,
        retrievedOn && `${formatDay(retrievedOn)}取得`,
        `全文${source.text.replace(/\s/g, '').length}字`,
      ];
      return {
        documentId: source.documentId,
        town: source.town,
        reportTitle: source.title,
        yearLabel: yearLabelOf(source),
        details: details.flatMap((detail) => detail || []),
      };
    }),
  };
}

function glossaryPart(sources: BriefSource[]): PartOf<'glossary'>[] {
  const items = sources.flatMap((source) =>
    source.analysis.terms.flatMap((term) =>
      term.explanation === null
        ? []
        : {
            term: term.term,
            explanation: sliceOf(source.text, term.explanation),
            citation: citePassage(source, term.start),
          },
    ),
  );
  return items.length > 0 ? [{ part: 'glossary', heading: '名词解释', lead: [], items }] : [];
}

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
  const blocks = used.map((source) => joinBlocks(chosenBlocks(spec, source)));
  const parts: BriefPart[] = [];
  if (spec.editorNote?.trim()) {
    const paragraphs = spec.editorNote.split('\n').map((line) => line.trim());
    parts.push({ part: 'editor-note', heading: '编者按', paragraphs: paragraphs.filter(Boolean) });
  }
  if (spec.parts.includes('indicators')) parts.push(indicatorPart(used, names));
  const passages = passageParts(spec, used, blocks, names);
  parts.push(...passages);
  if (spec.parts.includes('annotations')) parts.push(...pointParts(passages));
  if (spec.parts.includes('sources')) parts.push(sourcePart(used));
  if (spec.parts.includes('glossary')) parts.push(...glossaryPart(used));
  return {
    title: spec.title,
    unit: spec.unit,
    date: spec.date,
    layout: spec.layout,
    markings: spec.markings ?? { kind: '参阅材料', access: '仅供内部参考' },
    contents: spec.contents ?? false,
    watermark: spec.watermark ?? null,
    parts,
  };
}

/** What the person picked in one report: passages chosen by hand, and the sentences their notes stand on. */
function chosenBlocks(spec: BriefSpec, source: BriefSource): Block[] {
  const chosen = (spec.excerpts ?? [])
    .filter((excerpt) => excerpt.documentId === source.documentId && excerpt.start < excerpt.end)
    .map((excerpt) => ({
      start: excerpt.start,
      end: Math.min(excerpt.end, source.text.length),
      source,
      topic: excerpt.topic ?? null,
      annotations: [],
    }));
  if (!spec.parts.includes('annotations')) return chosen;
  const marked = source.annotations.map((annotation) => {
    const sentence = sentenceOf(source, annotation);
    return {
      ...cutPassage(source.text, sentence, annotation, longestMarkedPassage),
      source,
      topic: null,
      annotations: [annotation],
    };
  });
  return [...chosen, ...marked];
}

interface TopicRow {
  name: string;
  cells: { tally: Tally; excerpts: Excerpt[] }[];
}

function passageParts(
  spec: BriefSpec,
  sources: BriefSource[],
  blocks: Block[][],
  names: BriefNames,
): BriefPart[] {
  const wantsNotes = spec.parts.includes('annotations');
  const remarks =
    wantsNotes && sources.every((s) => s.annotations.length === 0) ? ['所选报告无批注。'] : [];
  const topics = spec.parts.includes('topics')
    ? (spec.topics ?? selectTopics(sources, blocks.flat()))
    : [];
  const { rows, rest } = topicRows(topics, sources, blocks, names);
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
): { rows: TopicRow[]; rest: Block[][] } {
  const most = passagesPerCell(topics.length, sources.length);
  const taken = blocks.map((own) => [...own]);
  const rows = topics.map((topic) => ({
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
    topics: rows.map(({ name, cells }) => ({
      name,
      tallies: cells.map(({ tally }) => tally),
      excerpts: cells.flatMap(({ excerpts }) => excerpts),
    })),
    remarks,
  };
}

function pointParts(passages: BriefPart[]): PartOf<'points'>[] {
  const items = listExcerpts({ parts: passages }).flatMap((excerpt) =>
    excerpt.annotations.map((annotation) => ({
      category: annotation.category,
      note: annotation.note,
      author: annotation.author,
      quote: markedWords(excerpt, annotation),
      excerptId: excerpt.id,
      citation: excerpt.citation,
    })),
  );
  const borrow = items.filter(({ category }) => category === '借鉴');
  const check = items.filter(({ category }) => category === '存疑' || category === '核对');
  const parts: PartOf<'points'>[] = [];
  if (borrow.length > 0) {
    parts.push({ part: 'points', kind: 'borrow', heading: '可借鉴的提法与做法', items: borrow });
  }
  if (check.length > 0) {
    parts.push({ part: 'points', kind: 'check', heading: '数据核对单', items: check });
  }
  return parts;
}

function sourcePart(sources: BriefSource[]): PartOf<'sources'> {
  return {
    part: 'sources',
    heading: '来源清单',
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
  return items.length > 0 ? [{ part: 'glossary', heading: '名词解释', items }] : [];
}

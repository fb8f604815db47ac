import type { ReportKnowledge } from './knowledge.ts';
import { readMetadata } from './metadata.ts';
import { findOutline } from './outline.ts';
import type { OutlineNode } from './outlineNode.ts';
import type { Notice, RawDocument, ReportAnalysis, Section, SectionRole } from './report.ts';
import { type RoleSpan, roleSpans } from './roles.ts';
import { findTerms } from './terms.ts';
import { findPassages } from './topics.ts';
import { readView, sourceSpan, type TextView } from './view.ts';

/**
 * Understands one document: kind, facts, headings, roles, topics, coined terms. Pure and
 * deterministic, linear in the length of the text; every span is one of `raw.text`, which is never
 * changed.
 *
 * @param view `readView(raw.text)`, where others are to read from it too.
 */
export function analyseReport(
  raw: RawDocument,
  knowledge: ReportKnowledge,
  view: TextView = readView(raw.text),
): ReportAnalysis {
  const outline = findOutline(view, knowledge.headingEnds);
  const facts = readMetadata(raw, view, chaptersOf(view, outline), knowledge.divisions);
  const isReport = facts.kind !== 'article' && facts.kind !== 'other';
  const roles = roleSpans(view, outline, isReport);
  const { passages, sectionTopics } = findPassages(view.text, outline, roles, knowledge);
  const ownRoles = sectionRoles(outline, roles, view.text.length);
  const sections = outline.map((node, index) =>
    toSection(raw.text, view, node, ownRoles[index] ?? null, sectionTopics[index] ?? []),
  );
  return {
    kind: facts.kind,
    metadata: facts.metadata,
    evidence: facts.evidence,
    sections,
    passages: passages.map((one) => ({
      ...sourceSpan(view, one.start, one.end),
      topics: one.topics,
    })),
    terms: findTerms(view),
    notices: [...facts.notices, ...textNotices(raw.text), ...outlineNotices(sections)],
    roles: roles.map((span) => ({ ...sourceSpan(view, span.start, span.end), role: span.role })),
  };
}

function chaptersOf(view: TextView, outline: readonly OutlineNode[]) {
  return outline
    .filter((node) => node.level === 1)
    .map((node) => ({
      heading: view.text.slice(node.wordsStart, node.end),
      start: node.start,
      end: node.end,
    }));
}

/** Paragraphs without a heading that follow the last section of a chapter: they are not that section's. */
const passingRoles: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([
  'closing',
  'shortcomings',
]);

/** The role that takes up most of a heading's whole body, sections below it included. */
function sectionRoles(
  outline: readonly OutlineNode[],
  roles: readonly RoleSpan[],
  length: number,
): (SectionRole | null)[] {
  let first = 0;
  return outline.map((node, index) => {
    while (first < roles.length - 1 && (roles[first]?.end ?? 0) <= node.start) first += 1;
    const end = subtreeEnd(outline, index, length);
    const amounts = new Map<SectionRole | null, number>();
    for (let at = first; at < roles.length; at += 1) {
      const span = roles[at];
      if (span === undefined || span.start >= end) break;
      if (passingRoles.has(span.role) && span.start > node.start) continue;
      const amount = Math.min(span.end, end) - Math.max(span.start, node.start);
      amounts.set(span.role, (amounts.get(span.role) ?? 0) + amount);
    }
    return [...amounts].reduce((best, one) => (one[1] > best[1] ? one : best), [null, 0] as [
      SectionRole | null,
      number,
    ])[0];
  });
}

function subtreeEnd(outline: readonly OutlineNode[], index: number, length: number): number {
  const level = outline[index]?.level ?? 0;
  for (let at = index + 1; at < outline.length; at += 1) {
    const next = outline[at];
    if (next !== undefined && next.level <= level) return next.start;
  }
  return length;
}

function toSection(
  text: string,
  view: TextView,
  node: OutlineNode,
  role: SectionRole | null,
  topics: string[],
): Section {
  const asWritten = (start: number, end: number) => {
    const { start: from, end: to } = sourceSpan(view, start, end);
    let words = '';
    let at = from;
    for (const mark of view.strayMarks) {
      if (mark.start < from || mark.end > to) continue;
      words += text.slice(at, mark.start);
      at = mark.end;
    }
    return (words + text.slice(at, to)).replace(/\s*[\r\n]\s*/g, '');
  };
  return {
    ...sourceSpan(view, node.start, node.end),
    nodeKind: node.nodeKind,
    level: node.level,
    label: node.wordsStart === node.start ? null : asWritten(node.start, node.wordsStart),
    heading: asWritten(node.wordsStart, node.end).trimStart(),
    endCertain: node.certain,
    role,
    topics,
  };
}

function textNotices(text: string): Notice[] {
  const notices: Notice[] = [];
  if (/锟斤拷|銆|鐨勶|\uFFFD{2}/.test(text)) {
    notices.push({ code: 'mojibake', message: '疑似乱码，请换一种编码重新导入。' });
  }
  const tail = text.trimEnd();
  if (tail !== '' && !endsInAppendix(tail) && !/[。！？!?…”）)》年月日府处会]$/.test(tail)) {
    notices.push({
      code: 'truncated-end',
      message: '末尾不完整，可能缺少内容。',
      start: Math.max(0, tail.length - 20),
      end: tail.length,
    });
  }
  return notices;
}

/** Rows of a table, or an appendix, close a text that is whole: “财政收入（万元）\t3620\t3800” ends in no full stop. */
function endsInAppendix(text: string): boolean {
  const last = text.slice(Math.floor(text.length * 0.6));
  return (
    /\S *\t+ *\S[^\n]*(?:\n[^\n]*){0,2}$/.test(last.slice(-400)) || /\n\s*附[表件:：]/.test(last)
  );
}

function outlineNotices(sections: readonly Section[]): Notice[] {
  const doubtful = sections.filter((section) => !section.endCertain);
  const first = doubtful[0];
  if (first === undefined) return [];
  return [
    {
      code: 'heading-ends-uncertain',
      message: `有 ${doubtful.length} 个标题的结尾待确认`,
      start: first.start,
      end: first.end,
    },
  ];
}

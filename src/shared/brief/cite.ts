import type { Citation } from './brief.ts';
import type { BriefSource } from './spec.ts';

export function yearLabelOf(source: BriefSource): string {
  return source.planYear === null ? '年份未明' : `${source.planYear}年报告`;
}

/** Says where an offset stands: every heading that encloses it, outermost first. */
export function citePassage(source: BriefSource, offset: number): Citation {
  const path: { level: number; text: string }[] = [];
  for (const section of source.analysis.sections) {
    if (section.start > offset) break;
    while ((path.at(-1)?.level ?? 0) >= section.level) path.pop();
    path.push({ level: section.level, text: source.text.slice(section.start, section.end).trim() });
  }
  return {
    documentId: source.documentId,
    town: source.town,
    reportTitle: source.title,
    yearLabel: yearLabelOf(source),
    sectionPath: path.map(({ text }) => text),
  };
}

const sectionLabel =
  /^(?:[((]?[一二三四五六七八九十百\d]{1,3}(?:[、..]|[))])|[一二三四五六七八九十]是)/;
const longestHeading = 18;

/**
 * The citation in one line: 昌城镇2019年报告·2018年工作回顾·一、(三)美丽乡村建设.
 * A numbered section between the chapter and the innermost one is given by its number alone.
 */
export function formatCitation(citation: Citation): string {
  const last = citation.sectionPath.length - 1;
  let path = '';
  for (const [index, section] of citation.sectionPath.entries()) {
    const label = sectionLabel.exec(section)?.[0] ?? '';
    const heading = section.slice(label.length);
    const separator = index > 0 && !path.endsWith('、') && !/[))]$/.test(path) ? '·' : '';
    if (index > 0 && index < last && label) path += separator + label;
    else if (heading.length > longestHeading) {
      path += `${separator}${label}${heading.slice(0, longestHeading)}…`;
    } else path += separator + section;
  }
  return `${citation.town}${citation.yearLabel}${path && `·${path}`}`;
}

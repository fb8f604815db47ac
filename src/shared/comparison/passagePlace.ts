import type { Section, SectionRole } from '../report/report.ts';

/** The headings a place stands under, the outermost first. */
export function pathTo(sections: readonly Section[], offset: number): Section[] {
  const path: Section[] = [];
  for (const section of sections) {
    if (section.start > offset) break;
    while ((path.at(-1)?.level ?? 0) >= section.level) path.pop();
    path.push(section);
  }
  return path;
}

/** What the part does that a place stands in, by the nearest heading that says so. */
export function roleOf(path: readonly Section[]): SectionRole | null {
  return path.findLast(({ role }) => role !== null)?.role ?? null;
}

const SHORT_ROLES: Record<SectionRole, string> = {
  opening: '题头',
  review: '回顾',
  shortcomings: '问题',
  requirements: '要求',
  targets: '目标',
  tasks: '任务',
  livelihood: '实事',
  'self-government': '自身建设',
  closing: '结语',
};

/**
 * Where a passage stands, short enough for a cell: 任务（二）1, 实事第7件. A chapter's own number says
 * no more than the part does (二、2019年工作任务), so it is left out; unnumbered headings have none.
 */
export function placeName(path: readonly Section[], role: SectionRole | null): string {
  const part = role === null ? '' : SHORT_ROLES[role];
  const last = path.at(-1);
  if (role === 'livelihood' && last?.nodeKind === 'item' && /^\D?\d+/u.test(last.label ?? '')) {
    return `${part}第${/\d+/u.exec(last.label ?? '')?.[0]}件`;
  }
  const labels = path
    .filter((section) => !(section.level === 1 && section.role !== null))
    .map(({ label }) => bareLabel(label ?? ''))
    .filter((label) => label !== '');
  return part + joinLabels(labels);
}

/** “一、” → “一”, “(二)” → “（二）”, “1.” → “1”. */
function bareLabel(label: string): string {
  return label
    .trim()
    .replace(/[、.．。]$/u, '')
    .replace(/^[(（](.+)[)）]$/u, '（$1）');
}

/** A bracket parts numbers by itself; two bare ones would read as one: 四·1. */
function joinLabels(labels: readonly string[]): string {
  return labels.reduce(
    (joined, label) =>
      joined !== '' && !joined.endsWith('）') && !label.startsWith('（')
        ? `${joined}·${label}`
        : joined + label,
    '',
  );
}

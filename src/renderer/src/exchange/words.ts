import type { Output } from '../../../shared/contract/routes.ts';
import type { ReportKind } from '../../../shared/report/report.ts';
import { KIND_NAMES, ROLE_NAMES } from '../report/labels.ts';

type Preview = NonNullable<Output<'exchange.choose'>['preview']>;
export type Kept = Preview['kept'][number];

export const STANDINGS: Record<Preview['standings'][number]['standing'], string> = {
  fresh: '新资料',
  here: '已有',
  'in-trash': '在回收站，将放回',
  'other-text': '正文不同，另存为一个版本',
};

/** 新 3 篇，已有 2 篇 */
export function reportCounts(counts: Preview['reports']): string {
  return inWords([
    [counts.fresh, '新', '篇'],
    [counts.here, '已有', '篇'],
    [counts['in-trash'], '从回收站放回', '篇'],
    [counts['other-text'], '正文不同', '篇，两种都留'],
  ]);
}

export function noteCounts(counts: Preview['notes']): string {
  return inWords([
    [counts.fresh, '新', '条'],
    [counts.same, '已有', '条'],
    [counts.updated, '对方续写', '条'],
    [counts.conflicting, '两边都改过', '条，两个版本都留'],
  ]);
}

function inWords(parts: readonly (readonly [count: number, what: string, unit: string])[]): string {
  const said = parts.filter(([count]) => count > 0);
  if (said.length === 0) return '没有';
  return said.map(([count, what, unit]) => `${what} ${count} ${unit}`).join('，');
}

const FIELDS: Record<string, string> = {
  kind: '文种',
  locality: '所属地区',
  county: '县（市、区）',
  prefecture: '地级市',
  province: '省份',
  meeting: '会议',
  speaker: '作报告人',
  speakerTitle: '职务',
  signedBy: '落款',
  sourceLabel: '来源',
  reviewYear: '回顾年',
  planYear: '部署年',
  congressTerm: '届',
  sessionNumber: '次',
  deliveredOn: '作报告日期',
  retrievedOn: '抓取日期',
  role: '章节角色',
  topics: '主题',
  follows: '版本先后',
  figure: '指标',
};

export function fieldName(field: string): string {
  return FIELDS[field] ?? field;
}

/** A decided value as it is called elsewhere in the window. */
export function decidedValue(field: string, value: string): string {
  if (value === '') return '未认定';
  if (field === 'kind') return KIND_NAMES[value as ReportKind] ?? value;
  if (field === 'role') return ROLE_NAMES[value as keyof typeof ROLE_NAMES] ?? value;
  if (field === 'topics' || field === 'follows') return '另一种认定';
  return value;
}

import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import type { ReportKind, ReportMetadata, SectionRole } from '../../../shared/report/report.ts';

export const KIND_NAMES: Record<ReportKind, string> = {
  'annual-report': '年度报告',
  'half-year-report': '半年报告',
  'term-report': '届末报告',
  'higher-level-report': '上级报告',
  article: '宣传文章',
  draft: '文稿',
  other: '其他',
};

export const KINDS = Object.keys(KIND_NAMES) as ReportKind[];

/** Reports that go into a comparison without being asked for. */
export function isReport(kind: ReportKind): boolean {
  return kind !== 'article' && kind !== 'other';
}

export const ROLE_NAMES: Record<SectionRole, string> = {
  opening: '题头',
  review: '回顾',
  shortcomings: '存在问题',
  requirements: '总体要求',
  targets: '主要目标',
  tasks: '重点任务',
  livelihood: '民生实事',
  'self-government': '自身建设',
  closing: '结语',
};

/** Beside a heading, which needs the room. */
export const SHORT_ROLE_NAMES: Record<SectionRole, string> = {
  ...ROLE_NAMES,
  shortcomings: '问题',
  targets: '目标',
  tasks: '任务',
  livelihood: '实事',
};

export const ROLES = Object.keys(ROLE_NAMES) as SectionRole[];

export const NOT_SEEN = '未见';
export const UNDECIDED = '待认定';

/** “回顾2018·部署2019”; one of the two where the other is not known. */
export function yearsLabel({ reviewYear, planYear }: ReportMetadata): string {
  const years = [
    reviewYear === null ? null : `回顾${reviewYear}`,
    planYear === null ? null : `部署${planYear}`,
  ].filter((part) => part !== null);
  return years.length > 0 ? years.join('·') : NOT_SEEN;
}

/** The year by which people call a report: the one it was delivered in. */
export function reportYear({ planYear, reviewYear }: ReportMetadata): number | null {
  return planYear ?? (reviewYear === null ? null : reviewYear + 1);
}

const TOWN = /(?:镇|乡|街道)$/;

/** “诸城市 昌城镇”: a town with its county, since names of towns repeat; a higher place by itself. */
export function placeLabel({ place, conflict }: Pick<ReportSummary, 'place' | 'conflict'>): string {
  if (conflict) return UNDECIDED;
  const last = place.at(-1);
  if (last === undefined) return NOT_SEEN;
  return TOWN.test(last) ? place.slice(-2).join(' ') : last;
}

/** “昌城镇 2019年”, short enough for a column head; the title where no place is known. */
export function shortName(
  report: Pick<ReportSummary, 'town' | 'place' | 'metadata' | 'title'>,
): string {
  const place = report.town ?? report.place.at(-1) ?? null;
  const year = reportYear(report.metadata);
  if (place === null) return report.title;
  return year === null ? place : `${place} ${year}年`;
}

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Chinese numeral of a small count: 19 → 十九. */
export function smallNumeral(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  if (n < 10) return DIGITS[n] ?? String(n);
  if (n > 99) return String(n);
  return `${tens > 1 ? DIGITS[tens] : ''}十${ones > 0 ? DIGITS[ones] : ''}`;
}

/** “十九届五次” */
export function sessionLabel({ congressTerm, sessionNumber }: ReportMetadata): string {
  if (congressTerm === null) return '';
  const session = sessionNumber === null ? '' : `${smallNumeral(sessionNumber)}次`;
  return `${smallNumeral(congressTerm)}届${session}`;
}

/** 6226 → 6,226, for whole numbers. `Intl` would read its tables first, which the first screen waits for. */
export function figure(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Minutes to read out, at least one; `pace` is the person's characters a minute. */
export function readingMinutes(characters: number, pace: number): number {
  return Math.max(1, Math.round(characters / pace));
}

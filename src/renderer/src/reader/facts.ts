import type {
  Decision,
  DecisionChoice,
  ReportDetail,
} from '../../../shared/contract/schemas/report.ts';
import type { Evidence } from '../../../shared/report/report.ts';
import { KIND_NAMES, smallNumeral } from '../report/labels.ts';

export type FactField = Exclude<Decision['field'], 'role' | 'topics' | 'follows'>;

/** 推断: read with clear evidence. 待确认: doubtful or contradicted. 已认定: the person said so. */
export type Standing = '推断' | '待确认' | '已认定' | '未见';

export interface Fact {
  field: FactField;
  label: string;
  /** As it is edited: plain digits for numbers, empty where nothing is known. */
  value: string;
  /** As it is shown: 十九届. */
  shown: string;
  standing: Standing;
  /** What says so, the clearest first; of several that say the same from one clue only that one. */
  evidence: Evidence[];
  decisionId: string | null;
}

const LABELS: Record<FactField, string> = {
  kind: '文种',
  locality: '地区',
  county: '县市区',
  prefecture: '地市',
  province: '省份',
  reviewYear: '回顾年',
  planYear: '部署年',
  meeting: '会议',
  congressTerm: '届次',
  sessionNumber: '会次',
  deliveredOn: '报告日期',
  speaker: '报告人',
  speakerTitle: '职务',
  signedBy: '落款',
  retrievedOn: '抓取日期',
  sourceLabel: '来源栏目',
};
const FIELDS = Object.keys(LABELS) as FactField[];

/** Below this an inference asks to be looked at. */
const SURE_FROM = 0.7;

/** Everything known about a report, field by field, with the reason for each. */
export function factsOf({ summary, evidence }: ReportDetail): Fact[] {
  return FIELDS.map((field) => {
    const decision = summary.decisions.findLast((one) => one.field === field);
    const value = currentValue(summary, field);
    const said = evidence
      .filter((one) =>
        field === 'locality'
          ? one.field === 'actualLocality' || one.field === 'statedLocality'
          : one.field === field,
      )
      .sort((a, b) => b.confidence - a.confidence)
      .filter(
        (one, at, all) =>
          all.findIndex(({ clue, value }) => clue === one.clue && value === one.value) === at,
      );
    return {
      field,
      label: LABELS[field],
      value,
      shown: showValue(field, value),
      standing: decision ? '已认定' : standingOf(summary, field, value, said),
      evidence: said,
      decisionId: decision?.id ?? null,
    };
  });
}

function currentValue(summary: ReportDetail['summary'], field: FactField): string {
  if (field === 'kind') return summary.kind;
  if (field === 'locality') return summary.conflict ? '' : (summary.town ?? '');
  return String(summary.metadata[field] ?? '');
}

/** A value as it is read: 19 as 第十九届, 2019 as it is. */
export function showValue(field: FactField, value: string): string {
  if (value === '') return '未见';
  switch (field) {
    case 'kind':
      return KIND_NAMES[value as keyof typeof KIND_NAMES];
    case 'congressTerm':
      return `第${smallNumeral(Number(value))}届`;
    case 'sessionNumber':
      return `第${smallNumeral(Number(value))}次会议`;
    default:
      return value;
  }
}

function standingOf(
  { conflict, notices }: ReportDetail['summary'],
  field: FactField,
  value: string,
  said: readonly Evidence[],
): Standing {
  if (field === 'locality' && conflict) return '待确认';
  if (field === 'kind' && notices.some(({ code }) => code === 'kind-uncertain')) return '待确认';
  if (value === '') return '未见';
  const [best] = said;
  if (best === undefined) return '推断';
  // names of one place differ in their ends; whether they clash is the conflict's to say
  const clash = field !== 'locality' && disagree(said);
  return best.confidence < SURE_FROM || clash ? '待确认' : '推断';
}

/** Evidence that names different values; “2019-04” does not differ from “2019-04-20”. */
export function disagree(said: readonly Evidence[]): boolean {
  const [best = ''] = said.map(({ value }) => value);
  return said.some(({ value }) => !value.startsWith(best) && !best.startsWith(value));
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/u;

/** The decision a typed value makes; a Chinese sentence where it cannot be one. An empty value says 未见. */
export function readFact(field: FactField, typed: string): DecisionChoice | string {
  const value = typed.trim() === '' ? null : typed.trim();
  switch (field) {
    case 'kind':
      return { field, value: typed as keyof typeof KIND_NAMES };
    case 'locality':
      return value === null ? '请写出地名，如“昌城镇”。' : { field, value };
    case 'reviewYear':
    case 'planYear':
      return inRange(value, 1949, 2100) ?? { field, value: value === null ? null : Number(value) };
    case 'congressTerm':
    case 'sessionNumber':
      return inRange(value, 1, 99) ?? { field, value: value === null ? null : Number(value) };
    case 'deliveredOn':
    case 'retrievedOn':
      return value !== null && !DATE.test(value)
        ? '请写成2019-04-29，只知年月写2019-04。'
        : { field, value };
    default:
      return { field, value };
  }
}

function inRange(value: string | null, least: number, most: number): string | null {
  if (value === null) return null;
  const number = Number(value);
  const fits = /^\d+$/u.test(value) && number >= least && number <= most;
  return fits ? null : `请写${least}到${most}之间的数字。`;
}

import type { Output } from '../../../shared/contract/routes.ts';
import type { PaperTable } from '../../../shared/draft/table.ts';
import { displayPunctuation } from '../../../shared/text/display.ts';
import type { Draft } from '../../store/drafts.ts';

type PromiseLine = Output<'drafts.promises'>['promises'][number];

/** Heads of 承诺清单 by which its columns are found again when it comes back. */
export const PROMISE_HEADS = {
  sentence: '上年报告原句',
  reported: '完成情况（部门填写）',
} as const;

const OUTCOMES: Record<PromiseLine['outcome'], string> = {
  kept: '有交代（待确认）',
  partly: '有交代（待确认，数不足）',
  unclear: '可能相关',
  unmentioned: '未见',
};
const DECIDED: Record<NonNullable<PromiseLine['settled']>['outcome'], string> = {
  kept: '已完成',
  partly: '部分完成',
  unmentioned: '不写',
};

/** 承诺清单 for the departments: what was promised, what the draft says, and room for their numbers. */
export function promiseTable(
  { planYear, town }: Pick<Draft, 'planYear' | 'town'>,
  promises: readonly PromiseLine[],
): PaperTable {
  return {
    title: `${planYear - 1}年承诺事项清单（${town}）`,
    note: `请在“${PROMISE_HEADS.reported}”一栏填写，原句请勿改动。`,
    heads: [
      { name: '序号', width: 8 },
      { name: '出处', width: 12 },
      { name: PROMISE_HEADS.sentence, width: 50 },
      { name: '本稿交代', width: 40 },
      { name: '认定', width: 18 },
      { name: PROMISE_HEADS.reported, width: 34 },
      { name: '部门', width: 12 },
    ],
    rows: promises.map(({ place, text, outcome, answer, settled, reported }, index) => [
      String(index + 1),
      place,
      displayPunctuation(text),
      displayPunctuation([OUTCOMES[outcome], answer?.text].filter(Boolean).join('：')),
      settled ? [DECIDED[settled.outcome], settled.reason].filter(Boolean).join('：') : '',
      reported ?? '',
      '',
    ]),
  };
}

/** Heads of 承诺清单 by which its columns are found again when it comes back. */
export const PROMISE_HEADS = {
  sentence: '上年报告原句',
  reported: '完成情况（部门填写）',
} as const;

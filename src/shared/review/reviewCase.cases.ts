import type { ReviewContext, RuleId } from './finding.ts';

/** A made-up draft, and the one finding of `rule` it has to bring, on these words; or that it must not bring any. */
export interface ReviewCase {
  name: string;
  text: string;
  rule: RuleId;
  /** What the first place reads; null: the rule stays silent. */
  on: string | null;
  context?: Partial<ReviewContext>;
}

export const opening =
  '政府工作报告2019年3月2日在云溪镇第十八届人民代表大会第四次会议上云溪镇人民政府镇长李明各位代表:现在,我代表镇人民政府,向大会报告工作,请予审议。';
export const review = '一、2018年工作回顾。';
export const plan = '二、2019年工作任务。';

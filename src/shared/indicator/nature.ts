import type { SectionRole } from '../report/report.ts';
import { ahead } from './questions.ts';
import type { ReadingNature } from './reading.ts';

/** The words around a figure that say whether it is done, planned or only there. */
export interface Surroundings {
  /** From the sentence's start to the figure's words. */
  before: string;
  /** From the clause's start to the figure's words. */
  clauseBefore: string;
  /** From the figure to the clause's end. */
  after: string;
  /** Marks of `before` and of `clauseBefore`: which patterns may find something there. */
  marks: number;
  clauseMarks: number;
  role: SectionRole | null;
}

export interface NatureJudgement {
  nature: ReadingNature | null;
  /** Why a person should look at it; null where the words and the section agree. */
  doubt: string | null;
}

const PLANNED = ahead.ofSome(
  /(?:(?<!改善|雨露)计划(?!总投资|的|生育|免疫|单列|任务|内|外|[等及和、”])|力争|争取(?=在|早日|尽快|年内|今年|全年|到20|实现|完成|达到|突破|新增|引进|建成|创建|入选|用)|确保(?!了)|预期|拟(?!定)|规划(?!面积|了|编制|的|投资|单位|设计|院|师|总|建筑|占地|用地)|目标(?:是|为|:)|将(?!近|$)|(?<![主重需必只纪摘概首])要(?![求素点闻地塞道])|到20\d\d年|年底前|今后|下一步|明年)/,
);
const DONE = /(?:已(?!批)|完成了|实现了|截至目前|截至|目前|去年|上年|现有|累计完成|荣获|获得了)/;
const EXISTING = ahead.ofAll(
  /(?:立足|针对|对照|依托|借助|发挥|利用(?!外资|内资|省外|境外|率)|在前期|前期|现有|原有|已有|已建成|复垦出来|巩固(?![率在到])|管好|用好|抓好现有)[^,。;]{0,24}$/,
);
const NOW = ahead.ofSome(/(?:目前|截至|现已|已经|已(?!确定|批复|列入))/);
const EARLIER = ahead.ofAll(
  /(?<![比较与同])(?:去年|上年|20\d\d年(?=完成|实现|底|末))(?!同期|[^,]{0,12}基础上)/,
);

/** 力争到2020年,财政收入突破3亿元. */
const AIMED = ahead.ofSome(
  /(?:^|[,:])(?:力争|争取|确保|计划)[^,。;\d]{0,6}(?:到?20\d\d年(?:底|末)?)?[^,。;\d]{0,4},$/,
);
const PLAN_NAMES =
  /(?:年度|年初|全年|原)?计划的|按照?(?:原)?计划|(?:完成|占|超).{0,6}计划|[比较](?:年初|年度|全年|原)?(?:计划|预期|目标)|目标任务|(?:十.?|[六七八九])五”?(?:规划|计划)/g;

const PLAN = ahead.ofAll(/计划|规划|目标|预期/);
const GOAL_BEHIND = /目标|^的?[^,。;]{0,6}(?:任务|指标)/;
const GOAL = ahead.ofSome(/目标|任务|指标/);
const EXPECTED = ahead.ofAll(/预计|有望/);
const OPENS_EXPECTED = ahead.ofAll(/^(?:预计|有望)/);

const PLAN_ROLES = new Set<SectionRole | null>(['requirements', 'targets', 'tasks', 'livelihood']);

const ACTUAL: NatureJudgement = { nature: 'actual', doubt: null };
const TARGET: NatureJudgement = { nature: 'target', doubt: null };
const BASE: NatureJudgement = { nature: 'base', doubt: null };

/** Nature from the section's role first, then from the words beside the figure. */
export function judgeNature(around: Surroundings): NatureJudgement {
  const { role, clauseBefore, clauseMarks, before, marks } = around;
  const words = withoutPlanNames(clauseBefore, clauseMarks);
  if (role === 'review' || role === 'shortcomings') {
    if (EXPECTED.test(clauseBefore, clauseMarks) || OPENS_EXPECTED.test(before, marks))
      return { nature: 'actual', doubt: '预计数，不是最终数' };
    const planned =
      PLANNED.test(words, clauseMarks) ||
      (AIMED.mayMatch(marks) && AIMED.test(before.slice(0, -clauseBefore.length), marks));
    if ((planned && !DONE.test(words)) || isSetGoal(words, around)) {
      return { nature: 'target', doubt: '回顾部分中的计划数' };
    }
    return ACTUAL;
  }
  const sentence = withoutPlanNames(before, marks);
  if (PLAN_ROLES.has(role)) {
    if (EXISTING.test(clauseBefore, clauseMarks) || around.after.includes('基础上')) return BASE;
    if (
      NOW.mayMatch(marks) &&
      (NOW.test(clauseBefore, clauseMarks) || NOW.test(lastClauses(sentence), marks))
    ) {
      return { nature: 'target', doubt: '任务部分中的现状数' };
    }
    if (EARLIER.test(clauseBefore, clauseMarks) || goesOnAboutEarlier(around))
      return { nature: 'actual', doubt: '任务部分中的上年数' };
    return TARGET;
  }
  if (PLANNED.test(words, clauseMarks)) {
    return { nature: 'target', doubt: '没有章节可依，按字面判断' };
  }
  if (PLANNED.test(sentence, marks) && !DONE.test(words)) {
    return { nature: 'target', doubt: '没有章节可依，按字面判断' };
  }
  if (DONE.test(words) || /实现|完成|同比|比上年|新增|累计/.test(sentence + around.after)) {
    return { nature: 'actual', doubt: '没有章节可依，按字面判断' };
  }
  return { nature: null, doubt: null };
}

/** 去年承办代表建议34件,满意率100%: the sentence opens with what was, and has not come back to what is to be. */
function goesOnAboutEarlier({ before }: Surroundings): boolean {
  const earlier = OPENS_EARLIER.exec(before);
  return earlier !== null && !TO_BE.test(before.slice(earlier.index));
}

const OPENS_EARLIER = /(?:^|,)[去上]年(?!同期|基础)/;
const TO_BE =
  /今年|明年|新的一年|下一步|力争|确保|(?<![主重需必只纪摘概首])要(?![求素点闻地塞道])|将(?!近)|计划|目标/;

/** 下达收入指标为290万元, 达到1450万元的目标, 超额完成2500万元目标任务: the goal, not what came of it. */
function isSetGoal(words: string, { after, clauseMarks }: Surroundings): boolean {
  if (!GOAL.test(words, clauseMarks) && (after === '' || !GOAL_BEHIND.test(after))) return false;
  if (/下达(?:给?我[镇乡])?[^,。;]{0,16}(?:指标|任务|目标)(?:数|额)?(?:为|是)?$/.test(words))
    return true;
  // 超额完成县下达480万元的任务
  if (/下达的?$/.test(words) && GOAL_BEHIND.test(after)) return true;
  if (/(?<!超额)完成[^,。;]*$/.test(words)) return false;
  if (/(?:收入|投资|税收|产值|引资)[^,。;]{0,4}(?:任务|目标|指标)(?:数|额)?(?:为|是)?$/.test(words))
    return true;
  if (/^(?:紧紧)?(?:围绕|锚定|紧扣|瞄准)/.test(words)) return after.includes('目标');
  return /^的?(?:奋斗|预期|年度|全年|工作)?目标/.test(after) && !/突破|实现了|达到了/.test(words);
}

/** 年度计划的, 完成…计划, 目标任务: the plan is named there, nothing is planned. */
function withoutPlanNames(words: string, marks: number): string {
  return PLAN.test(words, marks) ? words.replace(PLAN_NAMES, '') : words;
}

/** The clause in front of the figure and the one before it. */
function lastClauses(sentence: string): string {
  const commas = sentence.lastIndexOf(',', sentence.lastIndexOf(',') - 1);
  return sentence.slice(commas + 1);
}

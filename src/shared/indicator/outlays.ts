import { withoutLabel } from './owners.ts';
import { ahead } from './questions.ts';
import type { ScopeClues } from './scope.ts';
import { LEADING } from './words.ts';

/** 完成投资, 累计投入: money put into something, without a word of what kind. */
const PUT_INTO = ahead.ofAll(
  /(?:(?:完成|累计|年度|实际|当年|已|共|总|剩余|计划|概算|估算|预算)+|(?<=[\u4e00-\u9fff]{4}))投[资入]额?(?:已?达到?|为|约|突破|超过?)?$/,
);
/** What a town sums up: kinds of investment, and things that are counted or many. */
const SUMMED =
  /固定资产|\d+[余多]?(?:个|项|家|处|类|批|宗|名|口)|村村通|通村|组组通|户户通|农村公路|(?:工业|技改|技术改造|民间|社会|基础设施|基础|房地产|农业|水利|交通|城建|教育|文教|城镇|项目|各类|重点工程|重点|开发|产业|服务业|招商|全部|环卫|保洁|绿化|养护|管护|抗旱|防汛|救灾|扶贫|帮扶|民生|环保|卫生|文化|科技|营养|午餐|救助)(?:建设|项目|领域|方面|开发|性)*$|^[一两二三四五]年$|全[镇乡]|我[镇乡]/;

const PHASE = ahead.ofAll(
  /[\u4e00-\u9fff]{3}[一二三四五](?:期|标段)(?:工程|项目|建设)?(?:已|共|约)?$|^[一二三四五](?:期|标段)$/,
);

/**
 * Money put into the one thing that the sentence tells of (确保中学迁建6月竣工,完成投资800万元): a town's own sum says of
 * what kind it is, or of how many.
 */
export function isOutlayOfOne({ before, clauseBefore, clauseMarks }: ScopeClues): boolean {
  // 综合体一期4万平方米竣工: a part of one thing.
  if (PHASE.test(clauseBefore, clauseMarks)) return true;
  const spent = PUT_INTO.exec(clauseBefore, clauseMarks);
  if (spent === null) return false;
  const rest = before.slice(0, before.length - spent[0].length).replace(/,$/, '');
  if (SUMMED.test(rest)) return false;
  const told = LEADING.removeFrom(withoutLabel(rest));
  const thing = /^[\u4e00-\u9fff“”\d]{0,20}/.exec(told)?.[0] ?? '';
  return thing.length >= 2;
}

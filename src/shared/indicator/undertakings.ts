import { isOneOfAKind, withoutLabel } from './owners.ts';
import { LEADING } from './words.ts';

/** What is done to one thing, at the end of the clause that tells of it. */
const WORK =
  /(?:全面|加快|顺利|正式|全部|有序|如期|基本|已|的)*(?:建设|动工|开工|动建|竣工|完工|投产|达产|试产|封顶|启动|推进|提速|投用|投入使用|落户|获批|通车|贯通|运营|交付|落地|提档升级|提质增效|扩容提质|扩容|升级|改造|提升|扩产|扩建|招商|整治|更新|复工|成型|基础设施|配套|开发|工作)+$/;
/** 3号线, 6月底: digits that belong to a name or a date. */
const NAMED_BY_NUMBER = /第?\d{1,2}(?:号|期|月|日)/g;

/**
 * Whether the first clause of a sentence states no figure and tells of work on one thing (完善工业小区基础设施,硬化道路
 * 485米; 推动双创载体提档升级,招引企业12家): what follows may be that thing's.
 */
export function tellsOfWork(sentence: string): boolean {
  const opening = /^[^,。;]{4,30}(?=,)/.exec(withoutLabel(sentence))?.[0];
  if (opening === undefined) return false;
  if (/[、“等]|全[镇乡]|我[镇乡]/.test(opening)) return false;
  const words = /\d/.test(opening) ? opening.replace(NAMED_BY_NUMBER, '') : opening;
  if (/\d/.test(words)) return false;
  const thing = LEADING.removeFrom(words).replace(WORK, '');
  if (thing.length === words.length || thing.length < 3 || thing.length > 14) return false;
  return !isOneOfAKind(thing);
}

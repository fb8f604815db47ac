import { roleFinder } from '../../comparison/roleFinder.ts';
import type { IndicatorReading } from '../../indicator/reading.ts';
import type { SectionRole } from '../../report/report.ts';
import {
  cutMeasures,
  isBuilding,
  isConcrete,
  type Measure,
  namesSomething,
  statesAmount,
} from './measures.ts';
import { isHeading, type ReportWithReadings } from './reportWithReadings.ts';

/** A measure promised for the year, with the figures it states. */
export interface Commitment extends Measure {
  readings: IndicatorReading[];
}

const promising = new Set<SectionRole | null>(['targets', 'tasks', 'livelihood']);
const past = /(?:目前|去年|上年|截至|已经?(?:完成|建成|签约|投产|通过|开工))/;
/** 着力抓好六个方面的工作: a number that counts what is said next and promises nothing. */
const announces =
  /^[^,]{0,24}(?:抓好|做好|突出|围绕|聚焦|办好|办实|抓实|坚持)[^,]{0,10}[\d一二三四五六七八九十]{1,3}(?:个方面|方面|项重点|项工作|项任务|大重点|大任务|大工程|大行动|件[^,\d]{0,6}实事)[^,\d]{0,12}[,。:]?$|(?:以下|下列|如下)[^,]{0,8}[:。]?$|“[五六七八九十两三四][大项个][^”]{2,8}”[。:]?$/;
const shortest = 6;
const shortestWithFigure = 4;

const itemLabel = /^\(?\d{1,2}[.、)]/;

/** Last year's 承诺: every measure among its targets, tasks and 民生实事 that states a figure or names something. */
export function findCommitments(plan: ReportWithReadings): Commitment[] {
  const roleAt = roleFinder(plan);
  const readings = [...plan.readings].sort((a, b) => a.start - b.start);
  let next = 0;
  const measures = cutMeasures(plan.text, roleAt, { everyClause: true });
  // A text without recognised parts, such as a list of 实事 on its own, promises throughout.
  const has = (wanted: SectionRole | null): boolean => measures.some(({ role }) => role === wanted);
  const hasTasks = has('tasks') || has('livelihood');
  const hasParts = hasTasks || has('targets') || has('requirements');
  return measures.flatMap((measure): Commitment[] => {
    while ((readings[next]?.start ?? Number.POSITIVE_INFINITY) < measure.start) next += 1;
    const own: IndicatorReading[] = [];
    for (let at = next; (readings[at]?.start ?? measure.end) < measure.end; at += 1) {
      const reading = readings[at] as IndicatorReading;
      if (reading.nature !== 'base') own.push(reading);
    }
    const { words, role } = measure;
    // 总体要求 often ends with the targets; a chapter called 工作思路 may hold all the tasks.
    const promises =
      promising.has(role) || (role === 'requirements' && (own.length > 0 || !hasTasks));
    if (hasParts && !promises) return [];
    if (past.test(words) || announces.test(words)) return [];
    if (words.length < (own.length > 0 ? shortestWithFigure : shortest)) return [];
    const isItem = role === 'livelihood' && itemLabel.test(words);
    const concrete =
      own.length > 0 || isItem || isConcrete(words) || statesAmount(words) || namesSomething(words);
    return concrete && (own.length > 0 || isBuilding(words) || isItem || !isHeading(plan, measure))
      ? [{ ...measure, readings: own }]
      : [];
  });
}

import { roleFinder } from '../../comparison/roleFinder.ts';
import type { IndicatorReading } from '../../indicator/reading.ts';
import type { SectionRole } from '../../report/report.ts';
import { cutMeasures, isBuilding, isConcrete, type Measure } from './measures.ts';
import { namesIn } from './names.ts';
import { isHeading, type ReportWithReadings } from './reportWithReadings.ts';

/** A measure promised for the year, with the figures it states. */
export interface Commitment extends Measure {
  readings: IndicatorReading[];
}

const promising = new Set<SectionRole | null>(['targets', 'tasks', 'livelihood']);
const past = /(?:目前|去年|上年|截至|已经?(?:完成|建成|签约|投产|通过|开工))/;

const itemLabel = /^[(\uff08]?\d{1,2}[.\uff0e、)\uff09]/;

/** Last year's 承诺: every measure among its targets, tasks and 民生实事 that states a figure or names something. */
export function findCommitments(plan: ReportWithReadings): Commitment[] {
  const roleAt = roleFinder(plan);
  const readings = [...plan.readings].sort((a, b) => a.start - b.start);
  let next = 0;
  const measures = cutMeasures(plan.text, roleAt);
  // A text without recognised parts, such as a list of 实事 on its own, promises throughout.
  const hasParts = measures.some(({ role }) => promising.has(role));
  return measures.flatMap((measure): Commitment[] => {
    while ((readings[next]?.start ?? Number.POSITIVE_INFINITY) < measure.start) next += 1;
    const own: IndicatorReading[] = [];
    for (let at = next; (readings[at]?.start ?? measure.end) < measure.end; at += 1) {
      const reading = readings[at] as IndicatorReading;
      if (reading.nature !== 'base') own.push(reading);
    }
    const words = plan.text.slice(measure.start, measure.end);
    if ((hasParts && !promising.has(measure.role)) || past.test(words) || words.length < 6)
      return [];
    const isItem = measure.role === 'livelihood' && itemLabel.test(words);
    const concrete = own.length > 0 || isItem || isConcrete(words) || namesIn(words).length > 0;
    return concrete && (isBuilding(words) || !isHeading(plan, measure))
      ? [{ ...measure, readings: own }]
      : [];
  });
}

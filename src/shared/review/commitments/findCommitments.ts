import type { IndicatorReading } from '../../indicator/reading.ts';
import type { SectionRole } from '../../report/report.ts';
import { cutMeasures, type Measure } from './measures.ts';
import { namesIn } from './names.ts';
import { isHeading, type ReportWithReadings, roleFinder } from './reportWithReadings.ts';

/** A measure promised for the year, with the figures it states. */
export interface Commitment extends Measure {
  readings: IndicatorReading[];
}

const promising = new Set<SectionRole | null>(['targets', 'tasks', 'livelihood']);
const past = /(?:目前|去年|上年|截至|已经?(?:完成|建成|签约|投产|通过|开工))/;

/** A count of something the figures do not know: 举办培训30期. */
const counted = /\d+(?:余|多)?(?:万|亿)?[\u4e00-\u9fff%](?<!年|月|日|届|次会)/;
/** 建成镇级应急物资储备库, 在马河等村建设污水处理设施: something that can be seen to stand or not. */
const builds =
  /(?:建成|新建|建设|建好|修建|扩建|打造|开通|铺设|安装|设立|成立|组建|引进|改造|整治|治理|创建|争创|办好)[^,.;。\uff0c\uff1b]{2,24}(?:设施|设备|系统|平台|管网|电网|路网|基地|线路|品牌|[库场站厂房楼桥渠院所室馆堂亭点区园街河湖堤线塔井闸机村镇县店])(?=[,.;。、\uff0c\uff1b]|$)/;
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
    const concrete =
      own.length > 0 ||
      isItem ||
      counted.test(words) ||
      builds.test(words) ||
      namesIn(words).length > 0;
    return concrete && (builds.test(words) || !isHeading(plan, measure))
      ? [{ ...measure, readings: own }]
      : [];
  });
}

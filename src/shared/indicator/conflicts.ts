import type { IndicatorReading } from './reading.ts';
import { LEAD_PARTS, LONG_VERBS } from './words.ts';

const OPENS = '文中另一处写作';
/** As many characters of the other sentence as a line of the list shows. */
const SHOWN = 48;
/** A part of the whole, or one of several: not the same quantity. */
const PART = /其中|分别|各|累计|新增|另有|此外|近期|一期|二期|首批|第.批/;

/**
 * One quantity stated twice with two values (4651余户 and 4651户, 430万元 and 450万元 for the same 4774户)
 * is a question for the person: both readings are marked, each with the other's sentence. Where the
 * numbers are the same and only one says 余 or 近, that one is asked about and the exact one stands.
 */
export function markConflicts(
  text: string,
  readings: IndicatorReading[],
  isBroad: (key: string) => boolean,
): void {
  const byKey = new Groups();
  const byWork = new Groups();
  for (let at = 0; at < readings.length; at += 1) {
    const reading = readings[at] as IndicatorReading;
    if (!isTotal(reading)) continue;
    if (reading.key !== null && !isBroad(reading.key)) byKey.put(reading.key, reading);
    const work = workOf(reading, readings[at + 1]);
    if (work !== null) byWork.put(work, reading);
  }
  const isWhole = ({ clause, start }: IndicatorReading) =>
    !PART.test(text.slice(clause.start, start));
  for (const group of byKey.ofSeveral()) comparePairs(text, group.filter(isWhole), isBroad);
  for (const group of byWork.ofSeveral()) comparePairs(text, group, isBroad);
}

class Groups {
  private readonly groups = new Map<string, IndicatorReading[]>();

  put(id: string, reading: IndicatorReading): void {
    const group = this.groups.get(id);
    if (group === undefined) this.groups.set(id, [reading]);
    else group.push(reading);
  }

  ofSeveral(): IndicatorReading[][] {
    return [...this.groups.values()].filter(({ length }) => length > 1);
  }
}

function comparePairs(
  text: string,
  group: readonly IndicatorReading[],
  isBroad: (key: string) => boolean,
): void {
  for (const like of byFrame(group)) {
    // More than two are a list of like things, one for each place.
    const [one, other] = like;
    if (like.length !== 2 || one === undefined || other === undefined) continue;
    // What a piece of work cost is named by the work, not by the key that all such sums share.
    compare(text, one, other, one.key !== null && !isBroad(one.key));
  }
}

/** Results of the same year and scope in the same unit. */
function byFrame(readings: readonly IndicatorReading[]): Iterable<IndicatorReading[]> {
  return Map.groupBy(readings, ({ normalizedUnit, nature, scope, period }) =>
    [normalizedUnit, nature, scope, period].join('|'),
  ).values();
}

/** The work that a sum was spent on, as it is counted behind it: 430万元,改造4774户; null where none is. */
function workOf(sum: IndicatorReading, next: IndicatorReading | undefined): string | null {
  if (next === undefined || next.start - sum.end > 24) return null;
  const spent = sum.unit?.endsWith('元') === true && next.unit?.endsWith('元') === false;
  if (!spent || !isTotal(next)) return null;
  const thing = next.key ?? core(next.name);
  return thing.length < 2 ? null : `${next.valueText}${next.unit}|${thing}`;
}

function isTotal({ rank, normalizedValue, nature, upperValue }: IndicatorReading): boolean {
  return rank === null && normalizedValue !== null && upperValue === undefined && nature !== 'base';
}

const VERBS_WITHIN = new RegExp(`${LONG_VERBS}|^(?:${LEAD_PARTS})+`, 'g');

/** 改造全镇农村旱厕 and 旱厕改造 are about 旱厕. */
function core(name: string): string {
  return name.replace(VERBS_WITHIN, '').replace(/全[镇乡]|农村|全部|的|户数|[总]?[数量额]$/g, '');
}

const hasVerb = (name: string) => name.search(VERBS_WITHIN) >= 0;

function compare(
  text: string,
  one: IndicatorReading,
  other: IndicatorReading,
  keyed: boolean,
): void {
  if (one.clause.start === other.clause.start) return;
  if (keyed && core(one.name) !== core(other.name)) return;
  if (one.normalizedValue !== other.normalizedValue) {
    // 培育规上企业5家 is done, 规上企业30家 is what there is.
    if (keyed && hasVerb(one.name) !== hasVerb(other.name)) return;
    ask(text, one, other);
    ask(text, other, one);
  } else if ((one.precision === null) !== (other.precision === null)) {
    if (one.precision === null) ask(text, other, one);
    else ask(text, one, other);
  }
}

function ask(text: string, reading: IndicatorReading, other: IndicatorReading): void {
  if (!reading.certain) return;
  const { start } = other.clause;
  const sentence = /^[^。！？；;]*/.exec(text.slice(start, start + 2 * SHOWN))?.[0] ?? '';
  reading.certain = false;
  reading.doubt = `${OPENS}“${text.slice(other.start, other.end).replace(/\s+/g, '')}”：${sentence.replace(/\s+/g, '').slice(0, SHOWN)}`;
}

/** “另一处写作450万元” where the only doubt about a reading is another value, null otherwise. */
export function otherWording(reading: IndicatorReading): string | null {
  if (reading.doubt?.startsWith(OPENS) !== true) return null;
  return /“(.*?)”/.exec(reading.doubt)?.[1] ?? null;
}

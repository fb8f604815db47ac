import { cutSentences } from '../../comparison/sentences.ts';
import type { SectionRole, Span } from '../../report/report.ts';

/** One measure of a report: a sentence, or one of several measures strung together with commas. */
export interface Measure extends Span {
  role: SectionRole | null;
  /** Its clauses, in order. */
  clauses: Span[];
}

const comma = /[,\uff0c]/g;
const money = /\d(?:\.\d+)?(?:余|多)?(?:亿|万)?元/;
const quantity =
  /\d(?:余|多)?(?:万|亿)?(?!元|万元|亿元|年|月|日|\.|\d)[\u4e00-\u9fff%℃]|[一二三四五六七八九十两]{1,3}(?:个|处|条|座|所|家|项|件|场|套|公里)/;

/** How a clause begins that only leads to the next one. */
const lead =
  /^(?:[一二三四五六七八九十]是)?(?:以|围绕|按照|坚持|通过|结合|针对|立足|依托|借助|抓住|根据|为|在|对|把|将|从|今年|年内|全年|同时)/;
const shortestAlone = 6;

/** 建成镇级应急物资储备库, 在马河等村建设污水处理设施: something that can be seen to stand or not. */
const builds =
  /(?:建成|新建|建设|建好|修建|扩建|打造|开通|铺设|安装|设立|成立|组建|引进|改造|整治|治理|创建|争创|办好)[^,.;。\uff0c\uff1b]{2,24}(?:设施|设备|系统|平台|管网|电网|路网|基地|线路|品牌|[库场站厂房楼桥渠院所室馆堂亭点区园街河湖堤线塔井闸机村镇县店心学])(?=[,.;。、\uff0c\uff1b]|$)/;

/** Whether words promise or report something that can be seen to stand or not. */
export function isBuilding(words: string): boolean {
  return builds.test(words);
}

/** Whether words say how much, or what is built. */
export function isConcrete(words: string): boolean {
  return quantity.test(words) || builds.test(words);
}

/**
 * Cuts sentences into measures: 打造示范村6个,完成造林2000亩 are two; 投资430万元,完成旱厕改造4774户 is
 * one, as is a measure with the clauses that explain it.
 */
export function cutMeasures(
  text: string,
  roleAt: (offset: number) => SectionRole | null,
): Measure[] {
  return cutSentences(text).flatMap((sentence) => {
    const role = roleAt(sentence.start);
    return cutClauses(text, withoutLead(text, sentence)).reduce<Measure[]>((measures, clause) => {
      const last = measures.at(-1);
      const words = text.slice(clause.start, clause.end);
      const opens = isConcrete(words) || money.test(words);
      if (last && !(opens && standsAlone(text.slice(last.start, last.end)))) {
        last.end = clause.end;
        last.clauses.push(clause);
      } else measures.push({ ...clause, role, clauses: [clause] });
      return measures;
    }, []);
  });
}

/** Whether the words before a comma are a measure of their own and no lead: 以…为抓手, 投资430万元. */
function standsAlone(words: string): boolean {
  return (
    isConcrete(words) || !(lead.test(words) || money.test(words) || words.length < shortestAlone)
  );
}

/** 重点办好10件民生实事:1.投入1250万元… begins with its first item. */
function withoutLead(text: string, { start, end }: Span): Span {
  const lead = /^[^:\uff1a]*[:\uff1a](?=[(\uff08]?1[.\uff0e、)\uff09](?!\d))/.exec(
    text.slice(start, end),
  );
  return { start: start + (lead?.[0].length ?? 0), end };
}

function cutClauses(text: string, { start, end }: Span): Span[] {
  const clauses: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(comma)) {
    const to = start + match.index;
    // 1,250万元 is one number.
    if (/\d/.test(text[to - 1] ?? '') && /\d/.test(text[to + 1] ?? '')) continue;
    clauses.push({ start: from, end: to });
    from = to + 1;
  }
  return [...clauses, { start: from, end }].filter((clause) => clause.end > clause.start);
}

import type { Span } from '../../report/report.ts';
import type { Rule, RuleFinding } from '../finding.ts';
import { findWords } from '../subject.ts';

const suffix = /(?:街道办事处|街道|镇|乡)$/;
/** Stems that are everyday words; such a neighbour is looked for by its full name only. */
const everydayStems = new Set(
  '城关 新城 城区 城东 城西 城南 城北 中心 和平 团结 胜利 幸福 建设 东风 红旗 前进 朝阳 光明 解放 人民 文化 新华 开发 高新 工业 经济 振兴 富强 民主 文明 和谐 自由 平等 公正 法治 爱国 新建 新兴 新农 大同 太平 永安 平安 安定 复兴 希望 示范 先进 和睦 友谊'.split(
    ' ',
  ),
);
/** 全镇, 我受镇(政府委托), 开好镇(党委会): the last two characters before 镇 are no name. */
const notAName =
  /^[我本全各该两]|[乡城全各我本该村集市县区驻受表进好成对向由到为给请经在据随与和同及把被让以将于从代任抓促管建强化动持入务听报派要会了的是个名级家座小大新老]$|^(?:重点|中心|建制|特色|示范|先进|经济|工业|卫星|兄弟|周边|其他|发展|文明|园林|卫生|生态|文化|旅游|试点|百强|千强|贫困|所有|邻近|相邻|有关|相关|部分|沿线|农业|森林)$/;
/** 为建设富强文明的新井沟而努力奋斗: the closing words name the town. */
const closingName =
  /(?:建设|打造|谱写|开创|开启|构建)[^.。!\uff01\n]{0,24}新(?<name>[\u4e00-\u9fff]{2,3})而(?:努力|奋斗|不懈|团结|共同)/gu;
const newThings =
  /(?:时代|局面|家园|农村|乡村|城镇|篇章|格局|征程|未来|生活|画卷|辉煌|业绩|图景|天地|高地|城|镇|乡|区|县|市|村)$/;
/** 龙潭水库, 柳河大道: something that lies in our town or through it, called like the neighbour. */
const feature =
  /^(?:镇|乡)?(?:水库|[江河湖溪沟岭山峡](?![\u4e00-\u9fff]?[镇乡])|灌区|大桥|大道|高速|铁路|公路|[路线](?:段|沿线|改造)|水电站|变电站|供水|水厂|国有林场|林场)/;
const timesOfAWord = 3;
/** What follows a town's name where the text speaks for that town. */
const speaksFor =
  /(?<name>[\u4e00-\u9fff]{2,3})(?<kind>镇|乡|街道)(?=党委|党工委|政府|人民政府|人大|第[一二三四五六七八九十\d]+届|经济社会|全体|全域|人民|干部群众|上下|新局面|高质量)/gu;

/**
 * 串名: a neighbour's name left in our text, the first thing a draft is blamed for. Searched are the
 * places the library knows, the other name the document itself carries (题名 against 正文), and any
 * other town the text speaks for.
 */
export const checkStrayNames: Rule = ({ document, text, context }) => {
  const { statedLocality, actualLocality, county, prefecture } = document.analysis.metadata;
  const home = context.home ?? actualLocality ?? statedLocality;
  if (home === null) return [];
  const homeStem = stemOf(home);
  const own = new Set([home, county, prefecture].map((name) => (name === null ? '' : name)));
  const carried = [statedLocality, actualLocality].filter((name) => name !== null);
  const known = new Set([...carried, ...context.neighbours].filter((name) => !own.has(name)));

  const findings: RuleFinding[] = [];
  const taken: Span[] = [];
  for (const name of known) {
    const stem = stemOf(name);
    if (homeStem.includes(stem) || stem.includes(homeStem)) continue;
    const usesStem = stem.length >= 2 && !everydayStems.has(stem);
    const spans = findWords(text, usesStem ? stem : name)
      .map((span) => ({
        ...span,
        end: text.startsWith(name, span.start) ? span.start + name.length : span.end,
      }))
      .filter(({ end }) => carried.includes(name) || !feature.test(text.slice(end, end + 6)));
    if (spans.length === 0) continue;
    taken.push(...spans);
    findings.push({
      rule: 'stray-name',
      severity: carried.includes(name) ? 'error' : 'suspect',
      message: `本稿为${home}，有${spans.length}处写作“${stem}”，请核是否串名。`,
      spans,
    });
  }
  // A county's or city's report names its towns; only a town's own report has no other to speak for.
  return suffix.test(home) ? [...findings, ...findUnknownTowns()] : findings;

  function findUnknownTowns(): RuleFinding[] {
    const places = new Map<string, Span[]>();
    for (const match of text.matchAll(speaksFor)) {
      const kind = match.groups?.kind ?? '';
      const end = match.index + (match.groups?.name ?? '').length + kind.length;
      const stem = text.slice(end - kind.length - 2, end - kind.length);
      const span = { start: end - kind.length - 2, end };
      // 代表 in 代表镇政府 is a word: it stands elsewhere without 镇.
      const isWord =
        findWords(text, stem).length - findWords(text, stem + kind).length >= timesOfAWord;
      if (isWord || notAName.test(stem) || homeStem.endsWith(stem) || stem.endsWith(homeStem))
        continue;
      if (text.slice(0, end - kind.length).endsWith(homeStem)) continue;
      if (taken.some((one) => one.start < span.end && span.start < one.end)) continue;
      places.set(stem + kind, [...(places.get(stem + kind) ?? []), span]);
    }
    for (const match of text.matchAll(closingName)) {
      const name = match.groups?.name ?? '';
      const start = match.index + match[0].indexOf(`新${name}而`) + 1;
      const span = { start, end: start + name.length };
      if (
        newThings.test(name) ||
        name.includes(homeStem) ||
        taken.some((one) => one.start === start)
      ) {
        continue;
      }
      places.set(name, [...(places.get(name) ?? []), span]);
    }
    return [...places].map(([name, spans]) => ({
      rule: 'stray-name',
      severity: 'suspect',
      message: `本稿为${home}，此处写作“${name}”，请核是否串名。`,
      spans,
    }));
  }
};

function stemOf(name: string): string {
  const stem = name.replace(suffix, '');
  return stem.length >= 2 ? stem : name;
}

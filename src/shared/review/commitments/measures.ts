import { speaksOfFirm } from '../../indicator/firms.ts';
import type { SectionRole, Span } from '../../report/report.ts';
import { breakKind, readView, sourceSpan, type TextView } from '../../report/view.ts';
import { namesIn } from './names.ts';

/** A stretch of a report with its words as they read: widths folded, no blanks, no broken lines. */
export interface Clause extends Span {
  words: string;
}

/** One measure of a report: a sentence, or one of several measures strung together with commas. */
export interface Measure extends Clause {
  role: SectionRole | null;
  /** Its clauses, in order. */
  clauses: Clause[];
}

/** A stop with what closes after it; a number's full-width point is none. */
const stop = /[。!?;…]+[”’」』)]*/g;
const label =
  /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]是|——)/;
/** Labels that open a sentence wherever they stand; the others only after a stop or a break. */
const bracketed = /\([一二三四五六七八九十]{1,3}\)/g;
const comma = /[,:、]|——/g;
const money = /\d(?:\.\d+)?(?:余|多)?(?:亿|万)?元/;
/** 投资430万元, … tells what the next clause costs; 工业总产值突破95亿元 is a measure of its own. */
const spends = /^(?:计划|预计|概算)?(?:总投资|投资|投入|斥资|筹资|筹集|自筹)[^,]{0,12}元/;
const quantity =
  /\d(?:余|多)?(?:万|亿|千|百)?(?!元|万元|亿元|年|月|日|\.|\d|:|号|[一二三四五六七八九]?(?:届|次会))[\u4e00-\u9fff%℃]|[一二三四五六七八九十两]{1,3}(?:个|处|条|座|所|家|项|件|场|套|公里|期|批|村|亩|户)/;
/** 3个贫困村出列、286户脱贫: what is listed says how much of itself. */
const ownQuantity = /\d[\u4e00-\u9fff%]/;
/** 主要目标是:…, 重点办好10件实事:1.…: a lead to what follows the colon. */
const leadsToList = /(?:目标|任务|指标|安排|要求|重点|实事|如下|以下|是|即|为|[:做])$/;

/** 编纂《县志》, 推广“枫桥经验”. */
const named = /[“《][^”》]{2,16}[”》]/;

/** How a clause begins that only leads to the next one. */
const lead =
  /^(?:[一二三四五六七八九十]是)?(?:以|围绕|按照|坚持|通过|结合|针对|立足|依托|借助|抓住|根据|为|在|对|把|将|从|今年|年内|全年|同时)/;
const shortestAlone = 6;

/** What is done to something that can be seen to stand or not. */
const deed =
  '建成|新建|建设|建好|修建|兴建|扩建|改建|续建|重建|迁建|筹建|打造|开通|铺设|架设|安装|加装|设立|成立|组建|引进|招引|改造|整治|治理|创建|争创|创成|办好|举办|承办|开办|创办|修缮|维修|修复|启用|申报|开工|启动|添置|购置|配备|更新|更换|搬迁|打通|拓宽|新增|增设|上马|新上|新修|新开|促成|编制|完成|回购|拆除|配套|注册|开发|翻建|翻修|聘请|选聘|编纂|编印|设置|布设|开设|恢复|复建|购买|采购|兴办|认证|推出|衬砌|架起|栽植|清淤|疏浚';
/** What is done to plans as well: it has to be a project with words of its own, or have a name. */
const weakDeed = '实施|推进|加快|抓好|支持|推行|谋划|争取';
/** 实施操场翻新, 完成果园水肥一体化改造: work on something that stands. */
const handwork =
  '改造|扩建|改扩建|维修|修缮|翻新|搬迁|绿化|亮化|硬化|加固|大修|扩容|改建|重建|迁建|清淤|疏浚|铺设|安装|除险加固|黑色化|拓宽|加装|改版|提质改造|升级改造';
const worksOn = new RegExp(
  `(?:${deed}|${weakDeed}|进行)[^,.;。]{4,20}(?:${handwork})(?:工程|项目|任务|工作)?(?=[,.;。、]|$)`,
);
/** How a clause begins that says another thing to be done. */
const startsAnew = new RegExp(
  `^(?:全力|着力|积极|大力|努力|力争|确保|争取|继续|加快|力促|全面|深入|扎实|切实|持续|有序|稳步|同步|协助|帮助|引导|鼓励|开展|组织|加强|强化|深化|健全|落实|做好|促进|发挥|构建|优化|规范|推广|培育|扶持|保障|提升|${deed}|${weakDeed})`,
);
/** 翻建中心校食堂, 筹办敬老院大楼: whatever is done, it is a thing with words of its own. */
const endsConcrete =
  /[\u4e00-\u9fff”]{5,}(?:食堂|餐厅|大楼|综合楼|教学楼|宿舍楼|门诊楼|公寓|周转房|幼儿园|小学|中学|卫生院|敬老院|养老院|文化站|客运站|污水处理厂|水厂|大桥|隧道|水库|公园|广场|农贸市场|大厅|商标|基金|纪念馆|展览馆|图书馆|体育馆|陈列馆|生产线|产业园|示范园|采摘园|加工厂|转运站|变电站|漂流|景区)[;。]?$/;
/** What may follow the thing: 完成管网改造, 加快大桥建设. */
const work =
  '建设|改造|提升|扩建|改扩建|维修|修缮|整治|治理|搬迁|升级|大修|绿化|亮化|黑色化|硬化|除险加固|加固|前期工作|主体工程|主体结构|主体|装修|申报|创建|验收|申报工作|铺设|征收|交付|投产|收尾';
/** What nobody can see to stand: 提升服务水平, 建立长效机制, 推进项目建设, 加快经济发展. */
const abstract =
  '水平|能力|力度|质量|体系|机制|环境|格局|服务|工作|发展|管理|监管|效能|作用|优势|基础|保障|活力|形象|面貌|品质|结构|布局|步伐|进程|进度|速度|意识|素质|氛围|模式|动能|条件|功能|问题|关系|秩序|制度|责任|措施|行动|活动|文明|经济|产业|市场|企业|项目|工程|乡村|农村|农业|工业|民生|城镇|城乡|队伍|合力|政府|作风|改革|创新|融合|监督|教育|培训|宣传|任务|目标|成果|成效|亮点|思路|名片|路网|态势|局面|篇章|高地|样板|标杆|典范|家园|文化|生态|安全|稳定|治理|整治|行业|事业|业态|链条|集群|规模|转型|升级|增效|增收|振兴|一体化|现代化|信息化|规范化|常态化|化解|设施|自身|社会|领域|网络|力量|人才|主体|资源|要素|空间|后劲|实力|竞争力|影响力|满意度|知名度|幸福感|获得感|全面|深入|实施|落实|落地|见效|精神|思想|理念|战略|政策|规划|方案|品牌|特色|新局面|新突破|新成效|基层|组织|干部|群众|统筹|协调|联动|督查|考核|执法|防控|保护|修复|利用|开发|流转|种植|养殖|生产|消费|投资|招商|引资';
/** 建成镇级应急物资储备库, 在马河等村建设污水处理设施, 完成农贸市场搬迁. */
const builds = new RegExp(
  `(?:${deed})(?![^,.;。]{0,12}(?:${deed})[^,.;。]{2})(?<thing>[^,.;。]{2,24}?)(?:${work})?(?=[,.;。、]|$)`,
  'g',
);
const endsAbstract = new RegExp(`(?:${abstract})$`);
/** 滨河路雨污分流工程, 南沟小流域治理项目: a project with words of its own before it. */
const ownProject = /[\u4e00-\u9fff”]{4,}(?:工程|项目|设施)$/;
const startsOwnProject = new RegExp(
  `(?:${weakDeed}|推动)[^,.;。]{4,20}(?:工程|项目|[站厂场馆院校路桥库园区楼塔线港])(?:建设|前期工作|进度)(?=[,.;。、]|$)|(?:${weakDeed})[^,.;。]{4,20}(?:工程|项目)(?=[,.;。、]|$)`,
);
/** 汇川精密三期竣工投产, 街道文体中心投入使用: something comes to stand or to work. */
const completes =
  /[\u4e00-\u9fff\dA-Za-z”]{3,}(?:建成|竣工|投产|达产|量产|试产|投用|投运|投入使用|投入运行|投入运营|启用|通车|通水|通气|通电|开业|开街|营业|运营|运行|开园|开馆|开放|交付|落地|落户|开工|动工|完工|上市|挂牌|封顶|入住|招生|开建|开诊|开班|开学|开播|核准|立项|获批|批复|搬迁|迁建|到位|出列|退出|摘帽|清零|全覆盖)(?:使用|投产|投运|运营|建设|开放|达效|见效|并网)?(?=[,.;。、]|$)/;
/** 办好“六月六”歌会, 力争“石板黄桃”申报地理标志; and a feast without a name of its own. */
const calledSo = new RegExp(
  `(?:${deed}|${weakDeed}|开展|推广|培育|擦亮|做强|叫响)[^,.;。“]{0,8}[“《][^”》]{2,16}[”》]|[“《][^”》]{2,16}[”》][^,.;。]{0,6}(?:${deed})|(?:举办|承办|办好)[^,.;。]{2,16}(?:活动|[节会赛演展])(?=[,.;。、]|$)`,
);

/** Whether words promise or report something that can be seen to stand or not. */
export function isBuilding(words: string): boolean {
  return (
    completes.test(words) ||
    endsConcrete.test(words) ||
    calledSo.test(words) ||
    startsOwnProject.test(words) ||
    worksOn.test(words) ||
    buildsSomething(words)
  );
}

function buildsSomething(words: string): boolean {
  for (const { groups } of words.matchAll(builds)) {
    const thing = (groups?.thing ?? '').replace(/^[了好]/, '');
    if (!endsAbstract.test(thing) || ownProject.test(thing)) return true;
  }
  return false;
}

/** Whether words say how much, or what is built. */
export function isConcrete(words: string): boolean {
  return quantity.test(words) || isBuilding(words);
}

/**
 * Cuts sentences into measures: 打造示范村6个,完成造林2000亩 are two; 投资430万元,完成旱厕改造4774户 is
 * one, as is a measure with the clauses that explain it, unless `everyClause` is asked for: what is promised
 * is often named without a figure.
 */
export function cutMeasures(
  text: string,
  roleAt: (offset: number) => SectionRole | null,
  { everyClause }: { everyClause: boolean } = { everyClause: false },
): Measure[] {
  const view = readView(text);
  return cutSentences(view).flatMap((sentence) => {
    const role = roleAt(view.offsets[sentence.start] ?? 0);
    const clauses = cutClauses(view, sentence).map(({ start, end }) => ({
      ...sourceSpan(view, start, end),
      words: view.text.slice(start, end),
    }));
    return clauses.reduce<Measure[]>((measures, clause) => {
      const last = measures.at(-1);
      const opens =
        everyClause ||
        isConcrete(clause.words) ||
        money.test(clause.words) ||
        startsAnew.test(clause.words) ||
        namesSomething(clause.words);
      if (last && !(opens && standsAlone(last.words))) {
        last.end = clause.end;
        last.words += `,${clause.words}`;
        last.clauses.push(clause);
      } else measures.push({ ...clause, role, clauses: [clause] });
      return measures;
    }, []);
  });
}

/** 县中医院整体搬迁: a named thing is what the clause is about; 依托…基地 only leads to the next. */
/** 实现税收3000万元, not 投资3000万元. */
export function statesAmount(words: string): boolean {
  return money.test(words) && !spends.test(words);
}

export function namesSomething(words: string): boolean {
  return (
    !lead.test(words) && (namesIn(words).length > 0 || speaksOfFirm(words) || named.test(words))
  );
}

/** Whether the words before a comma are a measure of their own and no lead: 以…为抓手, 投资430万元. */
function standsAlone(words: string): boolean {
  if (leadsToList.test(words) && !/\d/.test(words)) return false;
  return (
    isConcrete(words) ||
    statesAmount(words) ||
    namesIn(words).length > 0 ||
    !(lead.test(words) || money.test(words) || words.length < shortestAlone)
  );
}

/** Sentences of a view, by its stops, trusted line ends and labels. */
function cutSentences({ text, breaks }: TextView): Span[] {
  const cuts = new Set<number>([text.length]);
  for (const match of text.matchAll(stop)) cuts.add(match.index + match[0].length);
  for (const match of text.matchAll(bracketed)) cuts.add(match.index);
  for (const [at, kind] of breaks.entries()) {
    if (kind === breakKind.line) cuts.add(at);
    else if (kind !== breakKind.none && label.test(text.slice(at, at + 6))) cuts.add(at);
  }
  // 重点办好10件实事:1.投入120万元… begins with its first item.
  for (const match of text.matchAll(/(?<=:)(?=\(?1[.、)](?!\d))/g)) cuts.add(match.index);
  let start = 0;
  return [...cuts]
    .sort((a, b) => a - b)
    .flatMap((end) => {
      const sentence = { start, end };
      start = end;
      return sentence.end > sentence.start ? [sentence] : [];
    });
}

function cutClauses({ text }: TextView, { start, end }: Span): Span[] {
  const clauses: Span[] = [];
  let from = start;
  const add = (to: number, width: number): void => {
    if (to > from) clauses.push({ start: from, end: to });
    from = to + width;
  };
  for (const match of text.slice(start, end).matchAll(comma)) {
    const to = start + match.index;
    const [mark] = match;
    const before = text.slice(from, to);
    // 1,250万元 is one number.
    if (mark === ',' && /\d/.test(text[to - 1] ?? '') && /\d/.test(text[to + 1] ?? '')) continue;
    if (mark === ':' && !leadsToList.test(before)) continue;
    if (mark === '、') {
      const next = text.slice(to + 1, end).split(/[,、;。]/, 1)[0] ?? '';
      const listed =
        (ownQuantity.test(before) && ownQuantity.test(next)) ||
        (completes.test(before) && completes.test(next));
      if (!listed || label.test(text.slice(from, to + 1))) continue;
    }
    add(to, mark.length);
  }
  add(end, 0);
  return clauses;
}

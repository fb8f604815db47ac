import type { Span } from '../report/report.ts';

/** A particular thing a report speaks of by name, where it is first named. */
export interface NamedThing extends Span {
  /** 观山旅游大道 is a project, “红黑榜”通报制度 a measure. */
  kind: 'project' | 'measure';
  name: string;
}

const projectEndings =
  '项目|工程|产业园|工业园|物流园|示范园|生态园|科技园|园区|基地|综合体|大道|大桥|水库|湿地|广场|公园|小镇|街区|市场|驿站|展馆|博物馆|卫生院|敬老院|幼儿园|污水处理厂|变电站|铁路|高速';
const measureEndings =
  '制度|机制|模式|行动|活动|办法|工作法|试点|竞赛|评比|计划|大会战|攻坚战|承诺制|责任制|积分制|联席会议|服务队|宣讲团|工作室|工作站|调解室|红黑榜|清单制';
const inName = '[\\u4e00-\\u9fffA-Za-z\\d“”‘’·+]';
const named = new RegExp(
  `(${inName}{2,18}?)(?:(${projectEndings})|(${measureEndings}))(?=[^\\u4e00-\\u9fff]|[等的及和与、]|建设|$)`,
  'gu',
);

/** What stands before a name in its clause: 总投资3亿元的…, 加快推进…, 依托…, 在全镇推行…. */
const beforeName =
  /^.*?(?:完成|实施|推进|推行|建设|新建|打造|启动|加快|抓好|改造|建成|开工|续建|扩建|规划|组织|落户|引进|争取|创建|继续|积极|大力|全面|提升|整治|修建|发展|依托|围绕|支持|开展|建立|健全|完善|落实|执行|严格|坚持|实行|探索|深化|创新|深入|扎实|持续|加强|强化|做好|形成|参加|举办|投资|占地|总|进行|通过|利用|按照|结合|其中|目前|今年|坚决|打赢|打好|规范|丰富|关闭|借助|不断|缺乏|推动|制定|着力|构筑|综合运用|运用|狠抓|突出|增强|引入|确保|摒弃|就是|我镇|本镇|驻地|公里|社区书记领办|已|的|[了过接至对在将把为和与及以由])(?=.{2})/u;
/** Words that name a kind of thing and no particular one: 重点项目, 惠民工程, 长效机制. */
const kindsOfThings =
  /重点|各类|各项|各个|所有|部分|主要|相关|基础|设施|工业|农业|农村|乡村|民生|美丽|示范|自然|行政|贫困|社会|现代|特色|多种|关键|支撑|违规|重大|期间|精品|片区|标准|有效|增收|融合|共建|共享|属地|年度|全年|激励|奖励|引导|文明|规范|运营|经营|质量|问题|解决|预防|入户|居家|贫困户|硬化|美化|活动|文体|千亩|万亩|我镇|本镇|全镇|关于|狠抓|引进|增强|缺乏|摒弃|力量|永远|高标准|标准化|一批|多个|大型|优质|配套|服务|专业|文化|旅游|教育|卫生|养老|党群|便民|惠民|综合|体育|健身|污水|垃圾|处理|培训|产业|食品|加工|物流|生态|休闲|观光|高效|规模|一体化|管理|工作|专项|集中|主题|系列|长效|常态|考核|责任|监督|监管|奖惩|整治|治理|排查|安全|生产|环境|保护|改造|建设|提升|道路|绿化|亮化|扶贫|脱贫|招商|引资|发展|经济|创新|体制|运行|联动|协调|领导|党员|干部|群众|村民|志愿|宣传|学习|健康|公益|科技|续建|新建|在建|过亿元|亿元|万元|以上|投资|签约|储备|企业|镇|村|县|市|省|国家|级|大|小|新|老|旧|好|多|个|家|批|类|些|处|条|座|项|次|余|\d/gu;
const shortestOwnPart = 2;
const longestName = 18;

/**
 * The named projects and measures of a text, each once, in order. A name that is made of nothing but
 * common words (重点工程, 长效管理机制) names a kind of thing and is left out.
 */
export function findNamedThings(text: string): NamedThing[] {
  const found = new Map<string, NamedThing>();
  for (const match of text.matchAll(named)) {
    const [whole, stem = '', project, measure = ''] = match;
    const bare = bareStem(stem);
    const name = `${bare}${project ?? measure}`;
    const own = bare.replace(/[“”‘’]/gu, '').replace(kindsOfThings, '');
    // 恒业科技等重点项目 names a firm and then a kind of thing.
    if (
      bare.includes('等') ||
      own.length < shortestOwnPart ||
      name.length > longestName ||
      !isBalanced(name)
    )
      continue;
    const end = match.index + whole.length;
    const start = end - name.length;
    if (!found.has(name)) {
      found.set(name, { start, end, name, kind: project === undefined ? 'measure' : 'project' });
    }
  }
  return [...found.values()];
}

/** Leaves out the verbs and particles before a name, as often as there are any. */
function bareStem(stem: string): string {
  let bare = stem;
  for (;;) {
    const rest = bare.replace(beforeName, '').replace(/^[\d余多个项家条座处]+/u, '');
    if (rest === bare) return bare;
    bare = rest;
  }
}

function isBalanced(name: string): boolean {
  return name.split('“').length === name.split('”').length;
}

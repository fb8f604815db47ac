import { opening, plan, type ReviewCase, review } from './reviewCase.cases.ts';

/** What is said of names, years, numbering and wording. */
export const wordingCases: ReviewCase[] = [
  {
    name: 'a neighbour the library knows, by its short name',
    text: `${opening}${review}柳河经济社会持续发展。`,
    context: { neighbours: ['柳河镇'] },
    rule: 'stray-name',
    on: '柳河',
  },
  {
    name: 'a town nobody knows for which the text speaks',
    text: `${opening}${plan}在凤台镇党委的坚强领导下,努力工作。`,
    rule: 'stray-name',
    on: '凤台镇',
  },
  {
    name: 'another town in the closing words',
    text: `${opening}${review}成绩显著。让我们团结奋斗,为建设富裕和谐的新青龙而努力奋斗!`,
    rule: 'stray-name',
    on: '青龙',
  },
  {
    name: 'our own name and a new era in the closing words',
    text: `${opening}${review}成绩显著。为开创新时代高质量发展新局面而努力奋斗!为建设富强的新云溪而努力奋斗!`,
    rule: 'stray-name',
    on: null,
  },
  {
    name: 'our own town, and 我受镇政府委托',
    text: `${opening}${review}我受镇政府委托报告工作。云溪镇党委高度重视。开好镇党委会。`,
    context: { neighbours: ['云溪镇'] },
    rule: 'stray-name',
    on: null,
  },
  {
    name: 'an anniversary of another year',
    text: `${opening}${review}成绩显著。${plan}2019年是新中国成立60周年。`,
    rule: 'years',
    on: '新中国成立60周年',
  },
  {
    name: 'a year with a digit mistyped',
    text: `${opening}${review}成绩显著。${plan}到2091年全部完成。展望2035年。`,
    rule: 'years',
    on: '2091年',
  },
  {
    name: 'years and anniversaries that fit',
    text: `${opening}${review}2018年是改革开放40周年。${plan}2019年是新中国成立70周年。`,
    rule: 'years',
    on: null,
  },
  {
    name: 'a gap in the numbering',
    text: `${opening}\n${review}\n(一)项目建设提速。新上项目。\n(二)农业稳步发展。流转土地。\n(四)民生持续改善。改造旱厕。\n`,
    rule: 'numbering',
    on: '(四)民生持续改善',
  },
  {
    name: 'numbering that starts again under the next chapter',
    text: `${opening}\n${review}\n(一)项目建设提速。新上项目。\n(二)农业稳步发展。流转土地。\n${plan}\n(一)抓好项目。新上项目。\n`,
    rule: 'numbering',
    on: null,
  },
  {
    name: 'half-width punctuation in a full-width text',
    text: '今年\uff0c我们抓项目\uff1b抓招商\uff1a成效明显,群众满意\uff0c社会稳定。',
    rule: 'punctuation-width',
    on: ',',
  },
  {
    name: 'a decimal point, a time and a thousands separator',
    text: '完成投资1,250.5万元\uff0c会议8:30开始。',
    rule: 'punctuation-width',
    on: null,
  },
  { name: 'two stops in a row', text: '项目投产。。群众满意。', rule: 'punctuation', on: '。。' },
  {
    name: 'a quotation mark left open',
    text: '深化“三清一增行动,推进“双招双引”工作。',
    rule: 'punctuation',
    on: '“',
  },
  {
    name: 'a stop missing before a number',
    text: `${plan}1、在农业上。新增托管面积10000亩以上2、在产业上。`,
    rule: 'missing-stop',
    on: '2、',
  },
  {
    name: 'a paragraph without its stop',
    text: `${'全镇上下同心协力抓发展,项目建设、招商引资、民生改善各项工作都取得了新的成效。\n'.repeat(5)}全镇上下同心协力抓发展,项目建设、招商引资、民生改善各项工作都取得了新的进展\n`,
    rule: 'missing-stop',
    on: '展',
  },
  {
    name: 'lines broken anywhere',
    text: '全镇上下同心协力抓发展,项目建设、招商引资、民生改善各项工作都取得了新\n'.repeat(7),
    rule: 'missing-stop',
    on: null,
  },
  {
    name: 'a firm written in two ways that sound alike',
    text: `${review}支持弘泰散热器增资扩产。${plan}支持和利制衣、宏泰散热器做大做强。`,
    rule: 'lookalike-name',
    on: '弘泰散热器',
  },
  {
    name: 'words cut out of others that only sound alike',
    text: `${review}养殖业方面,存栏生猪2万头。种植业方面,播种小麦3万亩。`,
    rule: 'lookalike-name',
    on: null,
  },
  {
    name: 'words that merely share characters',
    text: `${review}落实企业政策,服务工业企业,发展特色农业产业,抓实民生实事,市委市政府领导。`,
    rule: 'lookalike-name',
    on: null,
  },
  {
    name: 'a set phrase with a wrong character',
    text: `${review}做到事无俱细、事必躬亲。`,
    rule: 'misspelt-term',
    on: '事无俱细',
  },
  {
    name: 'a set phrase with its last character lost',
    text: `${review}向人大代表、政协委,表示感谢。`,
    rule: 'misspelt-term',
    on: '政协委',
  },
  {
    name: 'set phrases as they are',
    text: `${review}向人大代表、政协委员致敬,事无巨细,不忘初心、牢记使命。`,
    rule: 'misspelt-term',
    on: null,
  },
  {
    name: 'a verb said twice in one clause',
    text: `${plan}召开镇、社区、村召开推进动员会。`,
    rule: 'repeated-words',
    on: '召开镇、社区、村召开',
  },
  {
    name: 'a clause said again with an addition',
    text: `${plan}守住廉洁底线,守住廉洁从政底线。`,
    rule: 'repeated-words',
    on: '守住廉洁底线,守住廉洁从政底线',
  },
  {
    name: '实实在在, 一个一个 and 小微企业创业创新',
    text: `${review}干出实实在在的成效,一个一个解决,扶持小微企业创业创新。`,
    rule: 'repeated-words',
    on: null,
  },
  {
    name: 'a long clause that stands twice',
    text: `${review}推动全镇精神文明建设再上新台阶。${plan}推动全镇精神文明建设再上新台阶。`,
    rule: 'repeated-sentence',
    on: '推动全镇精神文明建设再上新台阶',
  },
  {
    name: 'two values of one figure, cut at no decimal point',
    text: `${review}全镇完成地方财政收入1.26亿元。${plan}全镇完成地方财政收入1.62亿元。`,
    rule: 'repeated-sentence',
    on: null,
  },
  {
    name: 'a fixed formula that stands twice',
    text: `${review}以习近平新时代中国特色社会主义思想为指导。${plan}以习近平新时代中国特色社会主义思想为指导。`,
    rule: 'repeated-sentence',
    on: null,
  },
  {
    name: 'wording of another town',
    text: `${review}围绕改善群众生活条件整合资金改造农村旱厕。`,
    context: {
      peers: [{ name: '柳河镇', text: '今年围绕改善群众生活条件整合资金改造农村旱厕八百户。' }],
    },
    rule: 'shared-wording',
    on: '围绕改善群众生活条件整合资金改造农村旱厕',
  },
  {
    name: 'wording of the person’s own list, in its years',
    text: `${opening}${review}成绩显著。${plan}配合食药监局检查。`,
    context: {
      outdated: [
        {
          wording: '食药监局',
          instead: '市场监管局',
          fromYear: 2019,
          untilYear: null,
          source: null,
        },
      ],
    },
    rule: 'outdated-wording',
    on: '食药监局',
  },
  {
    name: 'the same wording before it was outdated',
    text: `${opening}${review}成绩显著。${plan}配合食药监局检查。`,
    context: {
      outdated: [
        {
          wording: '食药监局',
          instead: '市场监管局',
          fromYear: 2020,
          untilYear: null,
          source: null,
        },
      ],
    },
    rule: 'outdated-wording',
    on: null,
  },
];

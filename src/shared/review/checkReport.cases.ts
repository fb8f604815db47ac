import type { ReviewContext, RuleId } from './finding.ts';

/** A made-up draft, and the one finding of `rule` it has to bring, on these words; or that it must not bring any. */
export interface ReviewCase {
  name: string;
  text: string;
  rule: RuleId;
  /** What the first place reads; null: the rule stays silent. */
  on: string | null;
  context?: Partial<ReviewContext>;
}

const opening =
  '政府工作报告2019年3月2日在云溪镇第十八届人民代表大会第四次会议上云溪镇人民政府镇长李明各位代表:现在,我代表镇人民政府,向大会报告工作,请予审议。';
const review = '一、2018年工作回顾。';
const plan = '二、2019年工作任务。';

export const reviewCases: ReviewCase[] = [
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
    name: 'an exact number with 余',
    text: `${review}改造旱厕4651余户。`,
    rule: 'rounded-exact-number',
    on: '4651余',
  },
  {
    name: 'round numbers with 余, 多, 近, and a contract that is no 约',
    text: `${review}流转土地近5000亩,新修道路40余公里,占补平衡1180多亩,已签约10026人。`,
    rule: 'rounded-exact-number',
    on: null,
  },
  {
    name: '近 and 余 at once',
    text: `${review}惠及群众近3000余人。`,
    rule: 'rounded-exact-number',
    on: '近3000余',
  },
  {
    name: 'one quantity with and without 余',
    text: `${plan}对全镇4651余户旱厕进行改造。投入600万元,改造4651户农村旱厕。`,
    rule: 'two-values',
    on: '4651余户',
  },
  {
    name: 'the same yearly figure said twice and differently',
    text: `${opening}${review}全镇实现财政总收入5838.4万元。经济实力增强,全镇实现财政总收入5883.4万元,增幅居前。`,
    rule: 'two-values',
    on: '5838.4万元',
  },
  {
    name: 'two round quantities of different things',
    text: `${review}栽植花木300多亩。现代农业示范区占地300亩。`,
    rule: 'two-values',
    on: null,
  },
  {
    name: 'ten livelihood projects announced and nine listed',
    text: `${plan}重点办好10件民生实事:1.修路3公里。2.改厕。3.改校舍。4.两癌筛查。5.污水管网。6.天然气。7.文化广场。8.清河。9.栽树。`,
    rule: 'item-count',
    on: '10件民生实事',
  },
  {
    name: 'ten livelihood projects announced and listed, the first beginning with an amount',
    text: `${plan}重点办好10件民生实事:1.投入1250万元建校。2.改厕。3.改校舍。4.筛查。5.管网。6.天然气。7.广场。8.清河。9.栽树。10.修路。`,
    rule: 'item-count',
    on: null,
  },
  {
    name: 'a sum of continued and new projects that is wrong',
    text: `${plan}办实办好40件民生实事。其中,接续去年29件;今年新增12件。`,
    rule: 'item-count',
    on: '40件民生实事。其中,接续去年29件;今年新增12件',
  },
  {
    name: '40=28+12 with only the new ones listed',
    text: `${plan}办好40件民生实事。其中,接续去年28件;今年新增12件,分别是:(1)甲。(2)乙。(3)丙。(4)丁。(5)戊。(6)己。(7)庚。(8)辛。(9)壬。(10)癸。(11)子。(12)丑。`,
    rule: 'item-count',
    on: null,
  },
  {
    name: 'villages listed and counted wrongly',
    text: `${plan}天然气入户,涉及位井、孟庄、魏沟、青墩、柳林6个自然村。`,
    rule: 'item-count',
    on: '涉及位井、孟庄、魏沟、青墩、柳林6个',
  },
  {
    name: 'villages listed and counted rightly, and a list with 等',
    text: `${plan}涉及位井、孟庄、魏沟、青墩、柳林5个自然村,打造东岭、西岭等12个示范村,突出工业、农业、双招双引、三区共建、美丽乡村五项重点。`,
    rule: 'item-count',
    on: null,
  },
  {
    name: 'points announced and enumerated',
    text: `${review}存在以下四个方面的问题:一是大项目少;二是人才不足;三是作风不实。`,
    rule: 'item-count',
    on: '四个方面的问题:',
  },
  {
    name: 'projects announced and enumerated with 一是',
    text: `${plan}全力办好4件实事:一是修路;二是建校;三是改厕。`,
    rule: 'item-count',
    on: '4件实事:',
  },
  {
    name: 'parts of a chapter announced and numbered',
    text: `${opening}\n${plan}\n重点抓好以下四项工作:\n(一)抓项目。新上项目。\n(二)抓农业。流转土地。\n(三)抓民生。改造旱厕。\n`,
    rule: 'item-count',
    on: '四项工作:\n',
  },
  {
    name: 'a slogan whose clauses do not give its digits',
    text: `${plan}按照“1253”工作思路,即围绕一个目标,实施两个工程,突出四项重点,做好三项保障。`,
    rule: 'slogan-digits',
    on: '“1253”',
  },
  {
    name: 'a slogan that agrees with its clauses',
    text: `${plan}按照“1253”工作思路,即围绕一个目标,实施“两个一”工程,突出五项工作重点,做足做好三项保障。`,
    rule: 'slogan-digits',
    on: null,
  },
  {
    name: 'a slogan nobody explains',
    text: `${review}落实“14435”工作思路,真抓实干。`,
    rule: 'unexplained-term',
    on: '“14435”',
  },
  {
    name: 'a part above its whole',
    text: `${review}完成财政总收入5838.4万元,其中地方财政收入6003.8万元。`,
    rule: 'part-above-total',
    on: '5838.4万元',
  },
  {
    name: 'a part within its whole, the whole in 亿元',
    text: `${review}完成财政总收入1.2亿元,其中地方财政收入6003.8万元。`,
    rule: 'part-above-total',
    on: null,
  },
  {
    name: 'an unusual growth of a yearly figure',
    text: `${opening}${review}全镇实现财政总收入10544.4万元,同比增长99.5%。`,
    rule: 'unusual-growth',
    on: '10544.4万元',
  },
  {
    name: 'a result without growth',
    text: `${opening}${review}全镇完成财政总收入5838.4万元。`,
    rule: 'result-without-growth',
    on: '5838.4万元',
  },
  {
    name: 'a target below the result of the year before',
    text: `${opening}${review}2018年,全镇流转土地6600亩。${plan}全镇计划流转土地6100亩以上。`,
    rule: 'target-below-result',
    on: '6600亩',
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

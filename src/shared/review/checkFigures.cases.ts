import { opening, plan, type ReviewCase, review } from './reviewCase.cases.ts';

/** What is said of numbers: rounded, added up, counted, compared. */
export const figureCases: ReviewCase[] = [
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
];

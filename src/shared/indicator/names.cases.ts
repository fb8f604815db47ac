import type { ReadCase } from './read.cases.ts';

/** What a figure is called: the indicator that is exactly the stated one, or none. Invented sentences, as in read.cases.ts. */
export const nameCases: ReadCase[] = [
  {
    name: 'a word in front makes another sum of it',
    text: '减免税收300万元。县级税收收入1亿元。镇级税收收入1200万元。',
    readings: [{ key: 'I121' }, { key: null }, { key: null }],
  },
  {
    name: 'what a firm or a park has stands apart from what the town has',
    text: '全镇税收收入1200万元。恒达公司实现产值3亿元,纳税386万元。',
    readings: [{ key: 'I04' }, { key: 'I701' }, { key: 'I702' }],
  },
  {
    name: 'rates of other subjects are other rates',
    text: '大豆保险参保率92%,城乡居民医保参保率98%。',
    readings: [{ key: 'I611' }, { key: 'I171' }],
  },
  {
    name: 'two rates in one figure are neither',
    text: '办结率和满意率均为100%。',
    readings: [{ key: null }],
  },
  {
    name: 'a sum, its strength and its share are three',
    text: '全社会研发投入2亿元。研发投入强度2.9%。民生支出占财政支出的76%。',
    readings: [{ key: 'I99' }, { key: 'I371' }, { key: 'I289' }],
  },
  {
    name: 'a share without a name of its own is a share',
    text: '65岁以上老年人占常住人口的29%。',
    readings: [{ key: 'I143' }],
  },
  {
    name: 'for each village is not all of them',
    text: '村集体经营性收入4126万元,村均217万元。',
    readings: [{ key: 'I237' }, { key: 'I239' }],
  },
  {
    name: 'a change names what changed and nothing narrower',
    text: '制造业用电量增长8%,工业用电量增长9%。',
    readings: [{ key: null }, { key: 'I546' }],
  },
  {
    name: 'what several projects cost together is not what one costs',
    text: '新签约项目12个,总投资23亿元。投资600万元,改造旱厕4651户。',
    readings: [{ key: 'I19' }, { key: 'I637' }, { key: 'I17' }, { key: 'I52' }],
  },
  {
    name: 'what is paid off is not what is owed',
    text: '化解村级债务740万元,债务余额2000万元。',
    readings: [{ key: 'I297' }, { key: 'I219' }],
  },
  {
    name: 'a rate leans on what was counted before it',
    text: '参加城乡居民养老保险2100人,参保率91%。调处矛盾纠纷56件,成功率96%。',
    readings: [{}, { key: 'I496' }, { key: 'I72' }, { key: 'I493' }],
  },
  {
    name: 'money given to those counted takes their name',
    text: '医疗救助716人次、2054万元。低保263户590人,发放3189万元。',
    readings: [{ key: null }, { key: 'I375' }, { key: 'I60' }, { key: 'I60' }, { key: 'I167' }],
  },
  {
    name: 'a standard that rose is no income that rose',
    text: '农民人均增收3000元。企业退休人员养老金月人均提高191元。',
    readings: [{ key: 'I711' }, { key: null }],
  },
  {
    name: 'a river 800 metres wide is no length of work',
    text: '架设横跨800米大河的索桥。',
    readings: [],
  },
];

import { LEAD_PARTS, LONG_VERBS } from './words.ts';

const VILLAGE = '(?:(?![等了的和与及]|整村)[\\u4e00-\\u9fff]){1,6}(?:村|社区|嘎查|屯)';
/** A named village opens the words: 西郭村力争集体收入…, 前进村、曹楼村分别…; not 西郭村等5个村, 前进村小学. */
const VILLAGE_SUBJECT = new RegExp(
  `^(?:[,、]|其中|在|以|由|(?:试点|示范|重点|先进|后进|薄弱|联系)村)*(${VILLAGE})(?:[、和与]${VILLAGE})*(?!党(?!支部[领带牵])|均(?:经营|集体|可支配|总?收入)|[、等的和与及至到民庄级居组务干党道路内里委史镇容公医小中卫落晚通庙口头后前东南西北旅山河水景农生产文率])`,
);
const NOT_A_VILLAGE =
  /^(?:在|对|以|由)?(?:共?有|现有|下?辖|含)?(?:社区|[旧老镇]?村)$|[农乡驻联包帮扶通]村$|(?:城中|嘎查|总|村)村$|(?:文化|科技|法律|送.{1,2}|干部|快递|电商|医疗|垃圾)[进入下出到]村$|(?:示范|自然|行政|美丽|贫困|各|全|整|居|项目|重点|中心|先进|文明|特色|落后|标杆|经济强|[强弱散]|薄弱|空白|[个的级每通牧村])(?:村|社区|乡村|嘎查|屯)$|^(?:全|各|该|本|新型|农村|城市|试点|乡村|农)/;
/** 新建杏花村幸福院: the village is what the town worked on. */
const OPENS_WITH_VERB = new RegExp(`^(?:${LEAD_PARTS})*(?:${LONG_VERBS})`);
/** 最高的村达80万元. */
const HIGHEST =
  /最[高低多少大好]的[\u4e00-\u9fff]{0,4}村(?:集体)?(?:收入)?(?:已?达到?|为|有|突破)?$/;
const EVERY_VILLAGE =
  /村级?(?:集体)?(?:经济)?(?:经营性)?(?:总?收入|积累)(?:全部)?(?:均|都)|\d个(?:行政)?村(?:村级|集体|经济|经营性)*(?:总?收入|积累)(?:均|都|全部)?(?:突破|超过?|达到?|在)|(?:^|[,:])(?:[各每]个?|所有|全部)(?:行政)?村[^,]*(?:均|都)/;

/** 村均集体收入40万元,其中丰光村达86万元. */
const OF_WHICH_ONE =
  /^其中(?!最|每|各|贫困|薄弱|示范|行政)[\u4e00-\u9fff]{1,7}(?:村|社区|嘎查)(?:已?达到?|为|有|突破|超过?)?$/;
/** 新搭钢架大棚1180亩,其中黄泥村420亩; of what is counted, 其中示范村12个 are villages. */
const OF_WHICH = new RegExp(`^其中(${VILLAGE})$`);
const MEASURED = /(?:亩|公顷|米|公里|吨|斤|头|只|羽|株|棵)$/;
const NAMED_LIKE_A_VERB = /^(?:联合|建设|发展|合作|解放)村$/;

/**
 * Whether one named village is what the words are about, or every single one (各村收入均达到5万元).
 *
 * @param segment the words in front of the figure, from a 。 or ; on.
 */
export function aboutOneVillage(
  clauseBefore: string,
  name: string,
  unit: string,
  segment: string,
): boolean {
  if (unit.endsWith('元') && OF_WHICH_ONE.test(clauseBefore)) return true;
  const part = MEASURED.test(unit) ? OF_WHICH.exec(clauseBefore)?.[1] : undefined;
  if (part !== undefined && !NOT_A_VILLAGE.test(part)) return true;
  if (EVERY_VILLAGE.test(clauseBefore)) return true;
  if (HIGHEST.test(clauseBefore)) return true;
  if (/^以[^,]*为/.test(segment)) return false;
  if (/(?:村|社区)$/.test(name)) return false;
  return opensWithVillage(segment) || (clauseBefore !== segment && opensWithVillage(clauseBefore));
}

function opensWithVillage(words: string): boolean {
  const village = VILLAGE_SUBJECT.exec(words)?.[1];
  if (village === undefined || NOT_A_VILLAGE.test(village)) return false;
  return NAMED_LIKE_A_VERB.test(village) || !OPENS_WITH_VERB.test(village);
}

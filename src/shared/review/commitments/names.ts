const quoted =
  /[“「《]([^“”「」《》]{2,16})[”」》](?=.{0,4}(?:活动|工程|行动|项目|计划|平台|中心|筛查|改革))/g;
const ending =
  '工程|园区|产业园|示范园|示范区|综合体|基地|大道|(?<![道公思出线网铁])路|大桥|水库|广场|公园|中心|幼儿园|小学|中学|学校|卫生院|敬老院|医院|公司|集团|合作社|社区|(?<![农乡镇城然])村|小区|厂|片区|景区|市场|展馆|书屋|文化节|旅游节|艺术节|采摘节|美食节|花节|丰收节|大赛|博览会|小镇|示范镇|强镇|名镇|卫生镇|园林镇|示范县|示范村|街区|驿站|学院|课堂';
const named = new RegExp(
  `([\\u4e00-\\u9fff]{2,12}?)(?:等)?(?:项目|(?:${ending})(?![\\u4e00-\\u9fff]{0,1}(?:建设|化)))`,
  'g',
);
/** Verbs and the like that stand before a name. */
const beforeName =
  /^.*?(?:完成|实施|推进|建设|新建|打造|启动|加快|抓好|改造|建成|开工|续建|扩建|规划|组织|落户|引进|争取|创建|继续|积极|大力|全面|提升|整治|修建|发展|依托|围绕|支持|[对在将把为和与及的等])(?=.{2})/;
/** Words that make no name of a kind of thing: 重点项目, 自然村, 农村公路, 现代农业园区. */
const kindsOfThings =
  /重点|各类|各个|所有|部分|主要|相关|基础|设施|工业|农业|农村|乡村|民生|美丽|示范|自然|行政|贫困|社会|现代|特色|高标准|标准化|一批|多个|大型|优质|配套|服务|专业|文化|旅游|教育|卫生|养老|党群|便民|综合|体育|健身|污水|垃圾|处理|培训|产业|食品|加工|物流|生态|休闲|观光|高效|规模|一体化|管理|镇|村|县|市|省|级|大|小|新|老|旧|好|多|个|家|批|类|些|处|条|座|\d/g;

/** The particular things a measure names: what stands in quotation marks, projects, firms, roads, villages. */
export function namesIn(words: string): string[] {
  const names = new Set(Array.from(words.matchAll(quoted), (match) => match[1] as string));
  for (const match of words.matchAll(named)) {
    let stem = (match[1] as string).replace(/等(?:重点|重大|\d+个)?$/, '');
    for (
      let rest = stem.replace(beforeName, '');
      rest !== stem;
      rest = stem.replace(beforeName, '')
    ) {
      stem = rest;
    }
    const own = stem.replace(kindsOfThings, '');
    if (own.length >= 2) names.add(own.slice(-4));
  }
  return [...names];
}

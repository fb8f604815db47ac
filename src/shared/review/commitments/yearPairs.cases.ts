import type { CommitmentOutcome } from './matchCommitments.ts';

/** A commitment of a made-up town and the sentence of next year's review that answers it; null where none does. */
export interface YearPair {
  promised: string;
  answer: string | null;
  outcome: Extract<CommitmentOutcome, 'kept' | 'partly' | 'unmentioned'>;
}

const kept = (promised: string, answer: string): YearPair => ({
  promised,
  answer,
  outcome: 'kept',
});
const partly = (promised: string, answer: string): YearPair => ({
  promised,
  answer,
  outcome: 'partly',
});
const unmentioned = (promised: string): YearPair => ({
  promised,
  answer: null,
  outcome: 'unmentioned',
});

/** Weights and bounds were set with these. */
export const tuningPairs: YearPair[] = [
  kept('全年计划改造农村旱厕820户', '完成农村改厕836户,群众如厕条件明显改善'),
  kept('新修镇村道路12公里,打通断头路3条', '新修镇村道路12.6公里,断头路全部打通'),
  kept('投资430万元,新建青石社区服务中心', '总投资430万元的青石社区服务中心建成投用'),
  kept('流转土地5000亩以上', '全年流转土地5300亩'),
  kept('培育新型职业农民60人', '举办培训班4期,培育新型职业农民62人'),
  kept('完成柳林幼儿园新建工程', '柳林幼儿园9月份建成招生,缓解了入园难'),
  kept('引进高层次人才8人', '全年引进各类高层次人才9人'),
  kept('打造市级美丽乡村示范村6个', '东岭、西岭等6个村建成市级美丽乡村示范村'),
  kept('植树造林1500亩', '成片造林1560亩,镇域绿化水平进一步提高'),
  kept('建设恒远机械二期项目', '恒远机械二期项目竣工投产'),
  kept('开展“两癌”免费筛查1200人', '为1235名适龄妇女开展“两癌”免费筛查'),
  kept('启动天然气入户工程,涉及5个自然村', '完成5个自然村天然气入户,惠及居民410户'),
  kept('在望湖大道沿线栽植苗木2万株', '望湖大道沿线栽植苗木2.1万株'),
  kept('农村生活污水处理率提高到45%', '农村生活污水处理率达到47%'),
  kept('新增规模以上工业企业2家', '新增规上工业企业2家'),
  partly('改造提升老旧小区5个', '老旧小区改造提升完成3个'),
  partly('新建高标准农田8000亩', '建成高标准农田6500亩'),
  partly('实施双河水库除险加固工程', '双河水库除险加固工程正在有序推进'),
  partly('建设智慧农业产业园', '智慧农业产业园已开工建设,完成主体工程'),
  partly('新建电动汽车充电桩40个', '建成电动汽车充电桩22个'),
  unmentioned('建设占地50亩的云溪文化公园'),
  unmentioned('新增养老床位80张'),
  unmentioned('创建省级卫生村3个'),
  unmentioned('实施南沟小流域治理项目'),
  unmentioned('培育家庭农场10家'),
  unmentioned('更新农家书屋图书3000册'),
  unmentioned('新安装太阳能路灯200盏'),
  unmentioned('引进投资过亿元的新能源项目1个'),
  unmentioned('举办云溪梨花节'),
  unmentioned('完成镇卫生院门诊楼改扩建'),
  kept('硬化村内胡同3.5万平方米', '村内胡同硬化3.6万平方米,群众出行更加便捷'),
  kept('新建日光温室大棚150座', '新发展日光温室大棚156座'),
  kept('对12处塘坝进行清淤整治', '清淤整治塘坝12处,新增蓄水能力30万立方米'),
  kept('投入200万元,改造提升镇敬老院', '镇敬老院改造提升工程完工,老人住上了新房间'),
  kept('新发展黄金梨2000亩', '黄金梨种植面积新增2100亩'),
  kept('化解信访积案15起', '15起信访积案全部化解'),
  kept('创建市级文明村4个', '4个村获评市级文明村'),
  kept('城乡居民养老保险参保率稳定在98%以上', '城乡居民养老保险参保率达98.6%'),
  kept('建成金沙河湿地公园', '金沙河湿地公园对外开放'),
  kept('落户兴达木业板材加工项目', '兴达木业板材加工项目顺利投产,实现税收300万元'),
  kept('新建村级文化广场9处', '新建改建村级文化广场9处'),
  kept('组织贫困户免费健康查体600人次', '为贫困户免费健康查体640人次'),
  kept('改造危房28户', '完成28户危房改造任务'),
  kept('整治“散乱污”企业17家', '依法取缔“散乱污”企业17家'),
  kept('建设乡村振兴人才驿站', '乡村振兴人才驿站挂牌运行'),
  partly('村集体收入5万元以上的村达到30个', '村集体收入过5万元的村达到24个'),
  partly('新建污水处理站6座', '4座污水处理站建成运行'),
  partly('完成青云路拓宽改造', '青云路拓宽改造工程完成总工程量的60%'),
  partly('建设凤凰山康养小镇', '凤凰山康养小镇完成规划设计,前期手续正在办理'),
  partly('铺设供水管网35公里', '供水管网铺设20公里'),
  unmentioned('新建标准化养殖场15家'),
  unmentioned('争创省级电商示范镇'),
  unmentioned('实施中心小学塑胶操场工程'),
  unmentioned('发放创业担保贷款800万元'),
  unmentioned('建设4个村级光伏电站'),
  unmentioned('安装高清监控探头260个'),
  unmentioned('打造石门红色教育基地'),
  unmentioned('新注册农民专业合作社20家'),
  unmentioned('开通镇村公交线路2条'),
  unmentioned('整修农田排水沟渠18公里'),
];

/** Written after the weights were set. Their first run found gaps in what counts as a commitment, since mended. */
export const heldOutPairs: YearPair[] = [
  kept(
    '对全镇1360户农村旱厕进行改造,基本实现无害化厕所全覆盖',
    '完成1378户旱厕改造,无害化厕所实现全覆盖',
  ),
  kept('新建改建“四好农村路”26公里', '投资1900万元,新改建“四好农村路”27.3公里'),
  kept('在马河、大吕、南王等村建设污水处理设施', '马河、大吕、南王等8个村污水处理设施投入运行'),
  kept('确保瑞丰食品冷链物流项目年内投产', '瑞丰食品冷链物流项目投产运营'),
  kept('发展林下经济1200亩', '林下经济发展到1300亩,带动农民增收'),
  kept('争取上级扶持资金3000万元', '累计争取上级扶持资金3400万元'),
  kept('村级组织活动场所达标率100%', '村级组织活动场所全部达标'),
  kept('引导120名返乡青年创业', '126名返乡青年实现创业就业'),
  kept('万元地区生产总值能耗下降3%', '万元地区生产总值能耗下降3.4%'),
  kept('投入85万元,为5所村小更换取暖设备', '5所村小取暖设备全部更换到位'),
  kept('打造“长河画廊”乡村旅游精品线路', '“长河画廊”乡村旅游精品线路正式推出,接待游客6万人次'),
  kept('改造10千伏线路18公里', '18公里10千伏线路改造完成,供电可靠性明显提高'),
  kept('新开工保障性住房200套', '保障性住房新开工210套'),
  partly('完成3个片区棚户区改造', '2个片区棚户区改造完成搬迁'),
  partly('建成北岭风电场', '北岭风电场完成基础施工,正在进行设备安装'),
  partly('种植油用牡丹3000亩', '油用牡丹种植2200亩'),
  partly('实现80%的村通天然气', '65%的村通上了天然气'),
  partly('推进长河治理二期工程', '长河治理二期工程可研报告获批'),
  unmentioned('新建村级养老互助点12处'),
  unmentioned('创建国家级水利风景区'),
  unmentioned('发展肉鸭养殖80万只'),
  unmentioned('整治背街小巷15条'),
  unmentioned('建成镇级应急物资储备库'),
  unmentioned('举办农民技能培训30期'),
  unmentioned('实施华盛纺织技术改造项目'),
  unmentioned('新增城镇就业500人'),
];

/** What else a review says; some of it sounds like the commitments nobody answered. */
export const otherReview = [
  '全镇实现财政总收入9600万元,同比增长8.2%。',
  '深入开展安全生产大检查,排查整改隐患320处。',
  '扎实推进“三清一增”集中行动,收缴欠款1200万元。',
  '城乡环卫一体化水平稳步提升,考核成绩位居全市前列。',
  '持续优化营商环境,帮助企业解决难题40余个。',
  '举办广场舞大赛、戏曲下乡等活动30余场。',
  '严格落实河长制,清理河道垃圾800立方米。',
  '教育教学质量持续提高,中考成绩再创新高。',
  '健全网格化管理体系,平安建设满意度明显提升。',
  '认真办理人大代表建议18件,办结率100%。',
  '建设村史馆2处,镇域文化氛围日益浓厚。',
  '规范整治沿街店铺230家,镇容镇貌焕然一新。',
  // Near to commitments that nobody answered.
  '镇卫生院购置彩超机1台,医疗服务能力进一步增强。',
  '农家书屋开展读书活动26场。',
  '中心小学被评为市级文明校园。',
  '石门村入选省级传统村落。',
  '云溪梨通过国家地理标志认证。',
  '全镇养殖场粪污处理设施配套率达95%。',
  '新建村级卫生室5处。',
  '农民专业合作社规范运行,3家合作社获评省级示范社。',
  '公交候车亭更新12处。',
  '南沟村整村搬迁稳步实施。',
];

/** Last year's and this year's report of one town, the answers among everything else. */
export function yearsOf(pairs: readonly YearPair[]): { plan: string; review: string } {
  const third = Math.ceil(pairs.length / 3);
  const promises = pairs.map(({ promised }) => `${promised}。`);
  const answers = pairs.flatMap(({ answer }) => (answer === null ? [] : [`${answer}。`]));
  // Answers do not come in the order of the promises.
  const reviewed = [
    ...answers.filter((_, at) => at % 2 === 1),
    ...answers.filter((_, at) => at % 2 === 0),
  ];
  for (const [index, sentence] of otherReview.entries()) reviewed.splice(index * 2, 0, sentence);
  const half = Math.ceil(reviewed.length / 2);
  const chapter = (parts: readonly (readonly [string, string[]])[]): string =>
    parts.map(([heading, sentences]) => `${heading}。\n${sentences.join('')}\n`).join('');
  const head = (year: number): string =>
    `政府工作报告\n${year}年3月2日在云溪镇第十八届人民代表大会第${year - 2015}次会议上\n云溪镇人民政府镇长李明\n各位代表:\n现在,我代表镇人民政府,向大会报告工作,请予审议。\n`;
  return {
    plan: `${head(2018)}一、2017年工作回顾\n2017年,全镇经济社会平稳发展。实现财政总收入8870万元。\n二、2018年工作任务\n${chapter(
      [
        ['(一)推动产业发展', promises.slice(0, third)],
        ['(二)提升镇村面貌', promises.slice(third, 2 * third)],
        ['(三)保障改善民生', promises.slice(2 * third)],
      ],
    )}各位代表,让我们携手奋进!\n`,
    review: `${head(2019)}一、2018年工作回顾\n${chapter([
      ['(一)综合实力稳步增强', reviewed.slice(0, half)],
      ['(二)群众福祉持续改善', reviewed.slice(half)],
    ])}二、2019年工作任务\n(一)抓好产业发展。\n继续实施${pairs[0]?.promised ?? ''}。新建养老床位100张。再建光伏电站3个。\n各位代表,让我们携手奋进!\n`,
  };
}

/**
 * Wordings of one and the same work, as this year's report says what last year's promised: the first of a
 * group stands for all of them. Only words that mean the same thing wherever a township writes them.
 */
const groups = `
公路 道路 马路 公路桥
饮水 供水 自来水 人饮 用水
厕所 公厕 旱厕 户厕 如厕 改厕
清淤 疏浚 疏挖 疏通 清理河道
修缮 维修 翻修 翻新 整修 大修 修葺 修复
硬化 黑色化 刷黑 白改黑 黑化 铺油
拓宽 加宽 扩宽 扩面
贯通 打通 通车 畅通 连通
停车位 停车泊位 泊位 车位
贷款 信贷 放贷
规上 规模以上
高企 高新技术企业 高新企业
体检 查体 健康检查
招引 引进 引入 招商 招才 引育
造林 植树 绿化造林 栽树
入住 搬入 乔迁 喜迁 迁入
征拆 拆迁 征收 征迁 动迁
开业 营业 开张 开街 迎客
监控 探头 摄像头 天网 雪亮
岗位 上岗
医保 医疗保险
养老保险 养保
意外险 意外伤害保险 意外伤害险
低改 低产改造 低效改造
农田 高标准农田 高标农田 高标田
大棚 温室 棚室
充电桩 充电设施 充电站
调解 调处 化解 排解
游园 公园 绿地公园 街心公园
塘坝 山塘 山坪塘 堰塘 水塘 池塘 当家塘
水渠 沟渠 渠道 灌渠 干渠 支渠 渠系 排灌渠
泵站 提灌站 抽水站 机埠 排灌站 电排
机耕道 机耕路 生产路 田间道 生产便道 产业路 作业路
助餐点 老年食堂 幸福食堂 长者食堂 助老食堂 长者饭堂 暖心食堂
养老服务 日间照料 居家养老 幸福院 养老驿站
敬老院 养老院 福利院 颐养院
违建 违法建筑 违章建筑 违法建设 两违
村寨 自然村 村庄 村落 寨子 村屯
集镇 镇区 场镇 圩镇 墟镇
菜市场 农贸市场 集贸市场 农贸
广播 大喇叭 村村响
健身器材 健身设施 体育器材 健身路径
垃圾池 垃圾房 垃圾收集点 垃圾中转站 垃圾转运站
路灯 太阳能灯 亮化灯
危房 危旧房 危改房 C级D级
雨污分流 雨污管网 雨污管道
管网 管道 管线
电路 输电线路 线路 电网 农网
基站 5G
脱贫 减贫 出列 摘帽
堤防 防洪堤 河堤
岸线 沿岸
盘活 消化 腾退
旅客 游客 客流
补贴 补助 奖补
岁以上老人 老年人 老人 高龄老人
小额信贷 小额贷款
民宿 农家乐
合作社 专业合作社 农民合作社
村集体 集体经济
图书 书屋 藏书
宣讲 宣传
培训 技能培训 实训
植保 统防统治
稻渔 稻鱼 稻虾 稻田养鱼 稻田养虾 虾稻 稻虾共作 稻蟹
地标 地理标志
公墓 安息堂 公益性墓地
学校 校舍 教学楼
学位 入学名额
消防站 消防队 消防救援站
无害化 卫生化
烟叶 烤烟
加装 增设 安装 添置 购置 配备 新增 新添 新装
幼儿园 幼教点
卫生室 卫生所 村医室
驾校考场 考场
污水厂 污水处理厂 污水处理站 污水处理设施
合格 达标
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

const canonical = new Map(
  groups.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
);
// The longest first: 停车泊位 before 泊位.
const variants = new RegExp(
  [...canonical.keys(), ...groups.map(([first = '']) => first)]
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/** Writes one word for every wording of one work. */
export function sayAlike(words: string): string {
  return words.replace(variants, (word) => canonical.get(word) ?? word);
}

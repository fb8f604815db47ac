import type { SectionRole } from './report.ts';

/** The words by which headings and sentences tell what a stretch of a report does. */

export const REVIEW = /回顾|总结|完成情况|发展成就|工作情况|(?:取得|开创)[^,]{0,8}成[就绩]/;

export const tasksCue =
  /任务|安排|工作重点|重点工作|打算|部署|计划|工作思路|五年目标|展望|举措|今后|下一步|努力方向/;

export const headingCues: readonly [SectionRole, RegExp][] = [
  [
    'self-government',
    /自身(?:改革和?)?建设|作风|讲政治|正风肃纪|从严治(?:党|政)|(?:服务|法治|廉洁|清廉|人民满意)[^,]{0,6}政府|(?:干部|过硬)队伍|行政效能/,
  ],
  [
    'shortcomings',
    /存在的?(?:主要|突出)?(?:困难|问题)|(?:问题|困难)(?:和|与|及)(?:不足|问题|差距|挑战)|不足$/,
  ],
  ['livelihood', /实事/],
  ['review', REVIEW],
  [
    'requirements',
    /(?:总体|整体)(?:要求|思路)|指导思想|基本(?:思路|原则)|工作思路$|面临的?形势|形势(?:分析|和任务)/,
  ],
  ['targets', /(?:主要|预期|奋斗|发展|总体|工作)+目标$/],
  ['tasks', tasksCue],
];

/** Sentences inside a section that change what the text is doing. */
export const sentenceCues: readonly [SectionRole, RegExp][] = [
  [
    'shortcomings',
    /^(?:各位代表[,!:])?(?:在肯定成绩的同时|在看到成绩的同时|回顾[^。]{0,20}清醒|我们也?清醒|同时,?我们也|当然,我们)|自身发展还有很多不足|还?存在[^。]{0,20}(?:问题|不足|差距|困难)[^。]{0,10}(?:主要|:|。|一是)|面临[^。]{0,16}(?:困难|问题|挑战)[^。]{0,12}主要/,
  ],
  [
    'closing',
    /^(?:各位代表(?:、同志们)?[!,:、。]?(?:同志们[!,:])?)[^。]{0,80}(?:让我们|使命|蓝图|梦想|征程|新时代|未来|重任|奋斗|号角|风正|前景|目标)|^(?:让我们|最后)|^各位代表[!、,](?:同志们[!,])?$/,
  ],
  ['review', /成绩(?:的取得|来之不易)|取得的成绩|^在此,我(?:谨)?代表/],
  [
    'livelihood',
    /[\d一二三四五六七八九十]+(?:大)?(?:件|项|个)(?:重点|民生|惠民|为民|利民|民心|实际|好|、|和|、)*(?:实事|好事)/,
  ],
  ['targets', /(?:主要(?:预期)?|预期|奋斗)目标(?:是|为|:)/],
  [
    'requirements',
    /(?:总体|整体)(?:要求|思路)(?:是|:)|指导思想(?:是|:)|工作思路是|按照“[^”]+”工作思路/,
  ],
  [
    'tasks',
    /(?:重点|着力|主要|突出)(?:要)?(?:做好|抓好|抓|推进|完成|实施)[^。]{0,8}(?:以下)?[^。]{0,6}(?:工作|任务|方面)[^。]{0,4}[:。]/,
  ],
];

/**
 * How a review turns to what it lacks: “我们也看到,集体经济薄弱、土地抛荒等问题亟待解决”, “差距还很大”. Only there: a plan
 * has such words of what it will do.
 */
export const lacks = new RegExp(
  [
    '清醒地?(?:看到|认识|意识)',
    '成[绩就][^。]{0,16}(?:同时|背后|属于过去)[^。]{0,12}(?:看到|认识|正视|感到|存在|忽视)',
    '(?:还|仍|也|更)(?:应当?|要|必须|需要)?(?:有|存在|看到|感到|深知|正视)[^。]{0,40}(?:问题|不足|差距|困难|短板|薄弱|矛盾)',
    '(?:问题|困难|不足)(?:也|仍|还)?(?:不少|较多|不容忽视|仍?需正视|亟待解决)',
    '差距(?:还|仍)?(?:很|较)大|最大的问题',
    '^(?:各位代表,)?(?:存在的?)?(?:主要|突出)?(?:问题|困难|不足)(?:是|:|有|表现)',
  ].join('|'),
);

export const leadsIn: Partial<Record<SectionRole, (role: SectionRole | null) => boolean>> = {
  review: (role) => role === 'self-government',
  shortcomings: (role) => role !== 'opening' && role !== 'livelihood',
  livelihood: (role) => role === 'tasks',
  targets: (role) => role === 'tasks' || role === 'requirements',
  requirements: (role) => role === 'tasks' || role === 'shortcomings' || role === 'review',
  tasks: (role) => role === 'requirements' || role === 'targets',
};

/** The sentence before the one that tells what it does: “各位代表,船到中流浪更急。让我们…”, “民生是最大的政治。今年办好十件实事…”. */
export const leads: Partial<Record<SectionRole, RegExp>> = {
  closing: /^各位代表/,
  livelihood: /^民生是/,
};

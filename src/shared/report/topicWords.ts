import type { TopicVocabulary } from './knowledge.ts';

/** One word of the list and what it says: weights by index of the topic in the vocabulary. */
interface TopicWord {
  word: string;
  weights: { topic: number; weight: number; strong: boolean }[];
}

/** The words of a vocabulary, found by their first two characters, the longest first; single characters are left out. */
export interface TopicWords {
  ids: string[];
  /** 1 by `startOf` where some word begins so: most places of a text are passed by with this alone. */
  begins: Uint8Array;
  /** By `startOf` the words that begin so; a few that begin otherwise stand among them. */
  byStart: (TopicWord[] | undefined)[];
}

/**
 * Words of the lists that also stand in sentences about anything else: alone they decide nothing
 * (环境, 服务, 改革, 创新, 合同, 保障, 安全 …).
 */
const vagueWords: ReadonlySet<string> = new Set(
  [
    '改革 开放 消费 健康 创业 公里 网络 园区 用地 竣工 打击 矛盾 平安 补贴 绩效',
    '决策 担当 习近平 环境 服务 创新 合同 保障 安全 保险 银行 化解 流域 权力 产能',
    '增长 预期 监督 妇女 儿童 科技 老年 商业 品牌企业 专业市场 渠道 深加工 有机',
    '特色产业 融合发展 督查 督察 公共服务 建设项目 重大项目 重点项目 项目建设 开工建设',
    '在建项目 生态 大学 交通 高速 选举 学生 药品 卫生 森林 基础设施 试点改革 机关',
    '新型城镇化 区域协调 美化 净化 排放 能耗 首位产业 民政 移民 公园 制造 化工 预算',
    '财政 城区 自治 民族 依法 务实 效能 治理体系 履职 文明 污染 节能 残疾 停车 财力',
    '园林 传染 读书 新风 康复',
  ].flatMap((line) => line.split(' ')),
);

const cache = new WeakMap<TopicVocabulary, TopicWords>();

/** Built once for each vocabulary. */
export function topicWords(vocabulary: TopicVocabulary): TopicWords {
  const known = cache.get(vocabulary);
  if (known !== undefined) return known;
  const words = new Map<string, TopicWord>();
  for (const [topic, { strong, weak }] of vocabulary.entries()) {
    for (const word of strong)
      addWord(words, word, topic, strongWeight(word), !vagueWords.has(word));
    for (const word of weak) addWord(words, word, topic, 0.5, false);
  }
  const begins = new Uint8Array(0x10000);
  const byStart: TopicWords['byStart'] = new Array<undefined>(0x10000).fill(undefined);
  for (const entry of words.values()) {
    if (entry.word.length < 2) continue;
    const start = startOf(entry.word.charCodeAt(0), entry.word.charCodeAt(1));
    byStart[start] = [...(byStart[start] ?? []), entry];
    begins[start] = 1;
  }
  for (const list of byStart) list?.sort((a, b) => b.word.length - a.word.length);
  const built = { ids: vocabulary.map((topic) => topic.id), begins, byStart };
  cache.set(vocabulary, built);
  return built;
}

function addWord(
  words: Map<string, TopicWord>,
  word: string,
  topic: number,
  weight: number,
  strong: boolean,
): void {
  const entry = words.get(word) ?? { word, weights: [] };
  entry.weights.push({ topic, weight, strong });
  words.set(word, entry);
}

/** A longer word says more. */
function strongWeight(word: string): number {
  if (vagueWords.has(word)) return 0.9;
  return word.length >= 4 ? 3.2 : word.length === 3 ? 2.6 : 2;
}

/** Two characters as one small number; that others give the same is settled by comparing the word. */
function startOf(first: number, second: number): number {
  return (Math.imul(first, 0x2f35) ^ second) & 0xffff;
}

/** The longest word that starts at an offset. */
export function wordAt(text: string, at: number, words: TopicWords): TopicWord | null {
  const start = startOf(text.charCodeAt(at), text.charCodeAt(at + 1));
  if (words.begins[start] !== 1) return null;
  const list = words.byStart[start] ?? [];
  for (const entry of list) if (standsAt(text, at, entry.word)) return entry;
  return null;
}

/** `startsWith`, in a fraction of its time where the last characters already differ. */
function standsAt(text: string, at: number, word: string): boolean {
  for (let index = word.length - 1; index >= 0; index -= 1) {
    if (text.charCodeAt(at + index) !== word.charCodeAt(index)) return false;
  }
  return true;
}

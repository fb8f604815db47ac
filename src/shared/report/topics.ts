import type { ReportKnowledge } from './knowledge.ts';
import type { OutlineNode } from './outlineNode.ts';
import type { SectionRole } from './report.ts';
import type { RoleSpan } from './roles.ts';
import { sentenceEnd } from './sentences.ts';
import { likelyTopics } from './topicModel.ts';
import { type TopicWords, topicWords, wordAt } from './topicWords.ts';

export interface Passage {
  start: number;
  end: number;
  topics: string[];
}

/** Sentences that belong to no topic whatever words stand in them: greetings, thanks, the first words. */
const greeting =
  /^(?:各位代表|同志们|谢谢|女士们)[^。]{0,12}$|^下面,?我(?!们)|请予?审议|提出意见|我(?:谨)?代表[^。]{0,40}(?:表示|致以|向)|衷心(?:的)?感谢|崇高的?敬意|来之不易|成绩[^。]{0,6}得益于|凝聚着[^。]{0,20}(?:心血|汗水)|领导的结果|(?:拼搏|奋斗|努力)的结果|成绩的取得|取得的成绩|让我们|蓝图|新征程|新使命|共同奋斗|努力奋斗|具有(?:特殊|十分|非常)重要|极不平凡|收官之年|开局之年|首战之年|(?:关键|决胜)之年/;
/** Chapter titles that only name a year and what follows. */
const yearHeading =
  /^(?:[0-9〇零一二三四五六七八九]{4}年|今年|过去|“[六七八九十][一二三四五]{0,2}”|“十|下一步|[一二三四五]年来|今后|全年|主要|全市|全镇|全县|工作|总体|政府工作|的|和|及|与|、|以来|时期|期间|[一二三四五]年|经济|社会|发展|国民|目标|任务|回顾|总结|安排|要求|思路|重点|打算|计划|部署|情况|分析|整体|预期|奋斗|指导思想|成就|成绩|存在|问题|不足|困难|远景|\d+年)+$/;

const gatedRoles: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([
  'opening',
  'closing',
]);

/** Scores of one stretch of text, one number for each topic of the vocabulary. */
class Scores {
  // Typed arrays of this length take longer to make than to fill.
  readonly values: number[];
  /** 1 for topics with a word that decides. */
  readonly decided: number[];

  constructor(size: number) {
    this.values = new Array<number>(size).fill(0);
    this.decided = new Array<number>(size).fill(0);
  }

  add(other: Scores, factor: number): void {
    for (let topic = 0; topic < this.values.length; topic += 1) {
      this.values[topic] = (this.values[topic] ?? 0) + (other.values[topic] ?? 0) * factor;
      if (other.decided[topic] === 1) this.decided[topic] = 1;
    }
  }

  /** At most three, strongest first; none below `least` or far behind the first. */
  strongest(ids: readonly string[], least: number): string[] {
    const ranked: number[] = [];
    for (let topic = 0; topic < this.values.length; topic += 1) {
      if (this.decided[topic] === 1 && (this.values[topic] ?? 0) >= least) ranked.push(topic);
    }
    ranked.sort((a, b) => (this.values[b] ?? 0) - (this.values[a] ?? 0) || a - b);
    const best = this.values[ranked[0] ?? -1] ?? 0;
    return ranked
      .filter((topic) => (this.values[topic] ?? 0) >= best * 0.34)
      .slice(0, 3)
      .map((topic) => ids[topic] ?? '');
  }
}

/** Weak words add up to this much at most; enough of them together decide. */
const weakCeiling = 1.6;

function scoreStretch(text: string, from: number, to: number, words: TopicWords): Scores {
  const scores = new Scores(words.ids.length);
  let weak: number[] | null = null;
  let at = from;
  while (at < to - 1) {
    const found = wordAt(text, at, words);
    if (found === null || at + found.word.length > to) {
      at += 1;
      continue;
    }
    for (const { topic, weight, strong } of found.weights) {
      if (strong) {
        scores.values[topic] = (scores.values[topic] ?? 0) + weight;
        scores.decided[topic] = 1;
        continue;
      }
      weak ??= new Array<number>(words.ids.length).fill(0);
      weak[topic] = Math.min(weakCeiling, (weak[topic] ?? 0) + weight);
    }
    at += found.word.length;
  }
  if (weak === null) return scores;
  for (let topic = 0; topic < weak.length; topic += 1) {
    const weight = weak[topic] ?? 0;
    scores.values[topic] = (scores.values[topic] ?? 0) + weight;
    if (weight >= 1.4) scores.decided[topic] = 1;
  }
  return scores;
}

/** A hit in the heading counts as much as this many in the body. */
const headingWeight = 6;

/** A heading with its own body, and the sections below it. */
interface Scored {
  namesYear: boolean;
  own: Scores;
  below: Scores;
}

/** A heading that says nothing of its own shows what stands below it. */
function topicsOf({ namesYear, own, below }: Scored, ids: readonly string[]): string[] {
  if (namesYear) return [];
  const topics = own.strongest(ids, 2);
  return topics.length > 0 ? topics : below.strongest(ids, 2);
}

/**
 * The topics of every sentence, and of every heading with its body. A sentence's own words decide;
 * the heading above it is a prior, and what a sentence without such words belongs to; what it sounds like
 * adds to both. Greetings, thanks and year headings have none.
 */
export function findPassages(
  text: string,
  nodes: readonly OutlineNode[],
  roles: readonly RoleSpan[],
  { topics: vocabulary, topicSentences }: Pick<ReportKnowledge, 'topics' | 'topicSentences'>,
): { passages: Passage[]; sectionTopics: string[][] } {
  const words = topicWords(vocabulary);
  const passages: Passage[] = [];
  const sections: Scored[] = [];
  const open: { level: number; prior: Scores | null; section: Scored }[] = [];
  const whichRole = roleReader(roles);
  readBody(0, nodes[0]?.start ?? text.length, null);
  for (const [index, node] of nodes.entries()) {
    while ((open.at(-1)?.level ?? 0) >= node.level) open.pop();
    const above = open.findLast((one) => one.prior !== null)?.prior ?? null;
    const namesYear = yearHeading.test(text.slice(node.wordsStart, node.end));
    const heading = namesYear ? null : scoreStretch(text, node.wordsStart, node.end, words);
    const prior = heading?.decided.includes(1) ? heading : above;
    const own = readBody(node.end, nodes[index + 1]?.start ?? text.length, prior);
    if (heading !== null) own.add(heading, headingWeight);
    for (const { section } of open) section.below.add(own, 1);
    const section = { namesYear, own, below: new Scores(words.ids.length) };
    sections.push(section);
    open.push({ level: node.level, prior, section });
  }
  return { passages, sectionTopics: sections.map((section) => topicsOf(section, words.ids)) };

  function readBody(from: number, to: number, prior: Scores | null): Scores {
    const total = new Scores(words.ids.length);
    const undecided: Passage[] = [];
    let at = from;
    while (at < to) {
      const end = sentenceEnd(text, at, to);
      const passage: Passage = { start: at, end, topics: [] };
      passages.push(passage);
      at = end;
      if (gatedRoles.has(whichRole(passage.start))) continue;
      const sentence = text.slice(passage.start, end).replace(/[。!?]$/, '');
      if (greeting.test(sentence) || yearHeading.test(sentence)) continue;
      const own = scoreStretch(text, passage.start, end, words);
      total.add(own, 1);
      const decides = own.decided.includes(1);
      // Long words and several of them say enough.
      if (Math.max(...own.values) < enough) {
        hear(own, likelyTopics(text, passage.start, end, topicSentences, decides), !decides);
      }
      if (prior !== null) own.add(prior, decides ? 0.35 : 1);
      passage.topics = own.strongest(words.ids, 0.5);
      if (passage.topics.length === 0) undecided.push(passage);
    }
    const common = total.strongest(words.ids, 2).slice(0, 1);
    for (const passage of undecided) passage.topics = common;
    return total;
  }
}

/** A sentence with words of this weight is not listened to. */
const enough = 3;

/** What a sentence sounds like counts as a word or two that it holds. */
const soundWeight = 4;
const leastSound = 0.15;

/** @param decides whether it alone gives a topic, or only tells which of those given by words comes first. */
function hear(scores: Scores, likely: readonly number[] | null, decides: boolean): void {
  if (likely === null) return;
  for (let topic = 0; topic < scores.values.length; topic += 1) {
    const probability = likely[topic] ?? 0;
    scores.values[topic] = (scores.values[topic] ?? 0) + probability * soundWeight;
    if (decides && probability >= leastSound) scores.decided[topic] = 1;
  }
}

/** Reads the role at offsets that only rise. */
function roleReader(roles: readonly RoleSpan[]): (offset: number) => SectionRole | null {
  let at = 0;
  return (offset) => {
    while (at < roles.length - 1 && (roles[at]?.end ?? 0) <= offset) at += 1;
    return roles[at]?.role ?? null;
  };
}

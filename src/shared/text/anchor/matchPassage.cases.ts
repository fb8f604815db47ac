/** A note on `quote` in `before` (the occurrence with index `which`), the corrected text, and what has to come out. */
export interface MatchCase {
  name: string;
  before: string;
  quote: string;
  which?: number;
  after: string;
  state: 'anchored' | 'review' | 'orphaned';
  /** Where the note stands now: the words before it in the corrected text. */
  standsAfter?: string;
  /** The wording of the first candidate. */
  firstCandidate?: string;
}

const review =
  '过去一年,全镇上下团结奋斗,经济社会保持平稳健康发展。投资430万元,完成旱厕改造4774户,群众生活条件得到改善。严格落实安全生产责任制,全年没有发生重大事故。';
const plan =
  '今年,我们将按照镇党委的部署,把各项工作抓实抓细抓出成效。严格落实安全生产责任制,全面排查各类企业的消防隐患,做到底数清楚。';
const formula = '严格落实安全生产责任制';

export const matchCases: MatchCase[] = [
  {
    name: 'stays where it is when nothing changed',
    before: review + plan,
    quote: formula,
    which: 1,
    after: review + plan,
    state: 'anchored',
    standsAfter: '抓出成效。',
  },
  {
    name: 'follows its sentence when a paragraph is put in before it',
    before: review + plan,
    quote: '完成旱厕改造4774户',
    after: `各位代表:现在,我代表镇人民政府向大会报告工作。${review}${plan}`,
    state: 'anchored',
    standsAfter: '投资430万元,',
  },
  {
    name: 'tells a repeated formula by its context when the paragraphs change places',
    before: review + plan,
    quote: formula,
    which: 1,
    after: plan + review,
    state: 'anchored',
    standsAfter: '抓出成效。',
  },
  {
    name: 'stays although the sentence after it was rewritten',
    before: review + plan,
    quote: '全面排查各类企业的消防隐患',
    after: review + plan.replace('做到底数清楚', '逐企建立台账并限期整改到位'),
    state: 'anchored',
    standsAfter: `${formula},`,
  },
  {
    name: 'asks when its formula was deleted and the same formula stands elsewhere',
    before: review + plan,
    quote: formula,
    which: 1,
    after: review + plan.replace(`${formula},`, ''),
    state: 'review',
    firstCandidate: formula,
  },
  {
    name: 'asks when the same formula was put in a second time with its surroundings changed',
    before: review,
    quote: formula,
    after: `${plan}${review.replace('群众生活条件得到改善', '惠及六个村').replace('全年没有', '没有')}`,
    state: 'review',
    firstCandidate: formula,
  },
  {
    name: 'asks which one is meant when a whole passage stands twice and one copy is gone',
    before: review + plan + review + plan,
    quote: '完成旱厕改造4774户',
    which: 1,
    after: plan + review + plan,
    state: 'review',
    firstCandidate: '完成旱厕改造4774户',
  },
  {
    name: 'proposes the reworded sentence when a figure inside the quotation was corrected',
    before: review + plan,
    quote: '完成旱厕改造4774户',
    after: review.replace('4774', '4651') + plan,
    state: 'review',
    firstCandidate: '完成旱厕改造4651户',
  },
  {
    name: 'proposes its words in full-width punctuation',
    before: review + plan,
    quote: '投资430万元,完成旱厕改造4774户',
    after: (review + plan).replaceAll(',', '\uff0c'),
    state: 'review',
    firstCandidate: '投资430万元\uff0c完成旱厕改造4774户',
  },
  {
    name: 'is orphaned when its passage and its surroundings are gone',
    before: review + plan,
    quote: '完成旱厕改造4774户',
    after: plan,
    state: 'orphaned',
  },
  {
    name: 'is orphaned in an empty text',
    before: review,
    quote: formula,
    after: '',
    state: 'orphaned',
  },
  {
    name: 'finds words that begin with a character outside the basic plane',
    before: `下辖𠮷家庄、𠮷家岭两个村。${plan}`,
    quote: '𠮷家岭',
    after: `全镇下辖𠮷家庄、𠮷家岭两个村。${plan}`,
    state: 'anchored',
    standsAfter: '𠮷家庄、',
  },
];

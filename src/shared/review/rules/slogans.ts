import type { Rule, RuleFinding } from '../finding.ts';
import { findAll } from '../subject.ts';
import { smallNumber } from './numerals.ts';

const slogan =
  /["“](\d{3,6}|[一二三四五六七八九]{4,7})["”][^,.;。]{0,8}?(?:思路|工作法|办法|工程|布局|体系|模式|战略|计划|行动|目标|机制)/g;
const explained = /^[^.。]{0,6}?[,(]?(?:即|就是|也就是|:)/;
const counted =
  /(?<![第\d一二三四五六七八九十])(\d|[一二两三四五六七八九])(?=个|项|大|条|张|支|件|级|点|类|种|批|轮|核|带|区|园|城|廊|心|环|轴|句)/g;

/** Terms of the whole country, known without explanation. */
const known = new Set(
  '三农 四个意识 四个自信 两个维护 两个确立 五位一体 四个全面 三个代表 两学一做 三严三实 一带一路 四风 三公 两会 双创 六稳 六保 三重一大 一岗双责 四个伟大 两不愁三保障 四个不摘 三大攻坚战 一个中心 两个基本点 两癌 五保 两违 双减 三权分置 三支一扶 两新 双随机 四议两公开 五个一 一村一品 一事一议 三变 双拥 八项规定 四好农村路 三下乡 四个最严 三会一课 两山'.split(
    ' ',
  ),
);

/** “1253”, 即一个目标、两个…、五项…、三项…: each digit against its clause; and slogans nobody explains. */
export const checkSlogans: Rule = ({ document, text, folded }) => {
  const findings: RuleFinding[] = [];
  const unexplained = new Map<string, { start: number; end: number }>();
  const explainedDigits = new Set<string>();
  for (const { start, end, groups } of findAll(folded, slogan)) {
    const digits = groups[1] ?? '';
    const span = { start, end: start + digits.length + 2 };
    const after = folded.slice(end, end + 160);
    if (!explained.test(after)) {
      if (!unexplained.has(digits)) unexplained.set(digits, span);
      continue;
    }
    explainedDigits.add(digits);
    const sentence = text.slice(end, end + 160).split('。')[0] ?? '';
    const said = [...sentence.matchAll(counted)].map((match) => smallNumber(match[1] ?? ''));
    const meant = [...digits].map((digit) => smallNumber(digit));
    if (said.length < 2 || said.join() === meant.join()) continue;
    if (Math.abs(said.length - meant.length) > 1) continue;
    findings.push({
      rule: 'slogan-digits',
      severity: 'error',
      message: `口号“${digits}”与其后的展开(${said.join('、')})不符。`,
      spans: [span],
    });
  }
  // Coined terms of the outline that nothing explains: “三色管理”; national ones every deputy knows.
  for (const { term, explanation, start, end } of document.analysis.terms) {
    if (explanation !== null || known.has(term) || explainedDigits.has(term)) continue;
    if (!unexplained.has(term)) unexplained.set(term, { start: start - 1, end: end + 1 });
  }
  const open = [...unexplained]
    .filter(([digits]) => !explainedDigits.has(digits))
    .sort(([, a], [, b]) => a.start - b.start);
  if (open.length > 0) {
    findings.push({
      rule: 'unexplained-term',
      severity: 'hint',
      message: `${open.map(([digits]) => `“${digits}”`).join('、')}文内未作解释，请核是否需要名词解释。`,
      spans: open.map(([, span]) => span),
    });
  }
  return findings;
};

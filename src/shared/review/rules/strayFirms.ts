import { FIRM_ENDINGS, LEADING, TRADES } from '../../indicator/words.ts';
import type { Rule, RuleFinding } from '../finding.ts';
import { findAll, findWords } from '../subject.ts';

const firm = new RegExp(
  `(?<=[^\\u4e00-\\u9fff]|支持|依托|引进|推进|加快|抓好|完成|实施|推动|促成|确保|培育|引导|扶持|由|与|和|及|对|为|在|将|是|的)[\\u4e00-\\u9fff]{2,8}?(?:公司|集团|${FIRM_ENDINGS}|${TRADES}|散热器|牧业|农业科技|生态园|采摘园)`,
  'g',
);
/** 专业合作社, 龙头企业集团: kinds of firms and no firm. */
const kind =
  /专业|股份|农民|土地|村级|家庭|龙头|规模|重点|各类|有限|民营|国有|集体|现代|冷链|智慧|电商|物流$|[一二三四五六七八九十\d]|等|大型|新建|发展|产业|特色|乡村|农产品|全[镇乡]|纺织$/;
const shortestName = 4;
/** A text that names the neighbour so often is theirs as a whole, which checkStrayNames says. */
const oftenNamed = 5;

/** 串名: a firm that a neighbour's report speaks of, and only that one, left in our draft. */
export const checkStrayFirms: Rule = ({ text, context }) => {
  const towns = new Map<string, Set<string>>();
  for (const peer of context.peers) {
    const stem = peer.name.replace(/(?:街道|镇|乡)$/, '');
    if (findWords(text, stem).length >= oftenNamed) continue;
    for (const { groups } of findAll(peer.text, firm)) {
      const name = LEADING.removeFrom(groups[0] ?? '');
      if (name.length < shortestName || kind.test(name)) continue;
      const of = towns.get(name);
      if (of) of.add(peer.name);
      else towns.set(name, new Set([peer.name]));
    }
  }
  return [...towns].flatMap(([name, of]): RuleFinding[] => {
    const [town] = of;
    const spans = of.size === 1 ? findWords(text, name) : [];
    if (spans.length === 0) return [];
    const message = `“${name}”见于${town}的报告，请核是否串名。`;
    return [{ rule: 'stray-name', severity: 'suspect', message, spans }];
  });
};

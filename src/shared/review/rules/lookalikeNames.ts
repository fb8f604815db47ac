import { FIRM_ENDINGS, TRADE_ENDINGS, TRADES } from '../../indicator/words.ts';
import type { Span } from '../../report/report.ts';
import type { Rule, RuleFinding } from '../finding.ts';
import { findWords } from '../subject.ts';

const hanOnly = /^[\u4e00-\u9fff]+$/;
/** Three characters that stand so often, in either spelling, are a name of this report. */
const timesOfAName = 3;
/** At its end only the name of a firm differs: 皖南轴承. Elsewhere a word of its own begins there. */
const endsAsFirm = new RegExp(`(?:${FIRM_ENDINGS}|${TRADE_ENDINGS}|${TRADES})$`);
/** What can stand before the first character of a name. */
const nameStarts = /[^\u4e00-\u9fff]|[的和与及在对为由将把以等到]/;

/**
 * One name written in two ways that sound alike: 弘泰散热器 and 宏泰散热器, 木制板 and 木质板,
 * 端口迁移 and 端口前移. The character that differs stands inside the common part; at its start, where
 * any word may precede, four others have to agree and the name has to begin there.
 */
export const checkLookalikeNames: Rule = ({ text, context }) => {
  const { soundAlike } = context.knowledge;
  const findings: RuleFinding[] = [];
  const reported: Span[] = [];
  const report = (first: string, second: string): void => {
    const [a, b] = toTheEnd(text, first, second);
    const spans = [...findWords(text, a), ...findWords(text, b)].sort((x, y) => x.start - y.start);
    if (
      spans.every((span) => reported.some((one) => one.start <= span.end && span.start <= one.end))
    ) {
      return;
    }
    reported.push(...spans);
    findings.push({
      rule: 'lookalike-name',
      severity: 'suspect',
      message: `“${a}”与“${b}”音同字异，请核是否为同一名称。`,
      spans,
    });
  };
  for (const [length, differing] of [
    [3, 1],
    [4, 1],
    [4, 2],
    [4, 0],
    [5, 0],
    [4, 3],
  ] as const) {
    for (const group of groupsBut(text, length, differing)) {
      for (const [index, a] of group.entries()) {
        for (const b of group.slice(index + 1)) {
          if (!soundAlike(a[differing] ?? '', b[differing] ?? '')) continue;
          if (differing === length - 1 && ![a, b].some((name) => endsAsFirm.test(name))) continue;
          if (!isOdd(text, a, b, differing) || !isFirm(text, [a, b], length, differing)) continue;
          report(a, b);
        }
      }
    }
  }
  return findings;
};

/** Runs of Chinese characters that are the same but for the one at `differing`; groups of two and more. */
function groupsBut(text: string, length: number, differing: number): string[][] {
  const groups = new Map<string, Set<string>>();
  for (let at = 0; at + length <= text.length; at += 1) {
    const run = text.slice(at, at + length);
    if (!hanOnly.test(run)) continue;
    const common = `${run.slice(0, differing)} ${run.slice(differing + 1)}`;
    const group = groups.get(common);
    if (group) group.add(run);
    else groups.set(common, new Set([run]));
  }
  return [...groups.values()].filter(({ size }) => size > 1).map((group) => [...group]);
}

/** Both names as far as all their places go on alike: 弘泰散热 to 弘泰散热器. */
function toTheEnd(text: string, a: string, b: string): [string, string] {
  const places = [a, b].flatMap((name) => findWords(text, name));
  let more = '';
  for (;;) {
    const next = new Set(places.map(({ end }) => text[end + more.length] ?? ''));
    const [only = ''] = next;
    if (next.size !== 1 || !hanOnly.test(only)) return [a + more, b + more];
    more += only;
  }
}

/**
 * Whether the rarer spelling is a stranger in this text. 监测 and 检测, 主体 and 主题 stand elsewhere too
 * and are words of their own; 宏泰 stands nowhere but in this name.
 */
function isOdd(text: string, a: string, b: string, differing: number): boolean {
  const [timesOfA, timesOfB] = [findWords(text, a).length, findWords(text, b).length];
  const stranger = (name: string, times: number): boolean =>
    [differing - 1, differing]
      .filter((at) => at >= 0 && at + 2 <= name.length)
      .every((at) => findWords(text, name.slice(at, at + 2)).length === times);
  if (timesOfA === timesOfB) return stranger(a, timesOfA) || stranger(b, timesOfB);
  return timesOfA < timesOfB ? stranger(a, timesOfA) : stranger(b, timesOfB);
}

/** Whether the common part is long or frequent enough to be a name and not two words side by side. */
function isFirm(text: string, names: string[], length: number, differing: number): boolean {
  if (differing > 0 && length === 4) return true;
  const times = names.reduce((sum, name) => sum + findWords(text, name).length, 0);
  if (differing === 0) {
    // 项目 stands elsewhere too: in 生猪项目建设 and 居住项目建设 it is no part of a name.
    const [name = ''] = names;
    const isPart = findWords(text, name.slice(1, 3)).length === times;
    // 殖业方面 and 植业方面 are cut out of 养殖业方面 and 种植业方面: neither ever begins a word.
    return (
      isPart &&
      names.every((one) => beginsName(text, one, true)) &&
      names.some((one) => beginsSomewhere(text, one))
    );
  }
  if (names.every((name) => beginsName(text, name, false))) return true;
  return times >= timesOfAName;
}

function beginsSomewhere(text: string, words: string): boolean {
  return findWords(text, words).some(
    ({ start }) => start === 0 || nameStarts.test(text[start - 1] ?? ''),
  );
}

/** @param afterAnything whether it may follow a character with which it makes no word of this text. */
function beginsName(text: string, words: string, afterAnything: boolean): boolean {
  return findWords(text, words).every(({ start }) => {
    if (start === 0 || nameStarts.test(text[start - 1] ?? '')) return true;
    if (!afterAnything) return false;
    // 持弘 in 支持弘泰 is no word; 推动 in 推动乐盈 is one and stands elsewhere too.
    return findWords(text, text.slice(start - 1, start + 1)).length === 1;
  });
}

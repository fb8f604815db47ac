import type { Rule, RuleFinding } from '../finding.ts';
import { findAll, quote } from '../subject.ts';

const halfWidth = /(?<=[\u4e00-\u9fff”」》])[,;:!?]|[,;:!?](?=[\u4e00-\u9fff“「《])/g;
const fullWidth = /[\uff0c\uff1b\uff1a\uff01\uff1f]/g;
const doubled =
  /[、。,;:\uff0c\uff1b\uff1a][、。,;:\uff0c\uff1b\uff1a]+|[!?\uff01\uff1f][、。,;:\uff0c\uff1b\uff1a]/g;
const brackets: [open: string, close: string][] = [
  ['“', '”'],
  ['《', '》'],
  ['(', ')'],
];

/** Half-width punctuation among Chinese, stops that stand twice, quotation marks and brackets left open. */
export const checkPunctuation: Rule = ({ text, folded }) => {
  const findings: RuleFinding[] = [];
  const half = findAll(text, halfWidth).map(({ start, end }) => ({ start, end }));
  if (half.length > 0) {
    const mostly = half.length > (text.match(fullWidth) ?? []).length;
    findings.push({
      rule: 'punctuation-width',
      severity: mostly ? 'hint' : 'suspect',
      message: mostly
        ? `全文多用半角标点(${half.length}处),定稿宜改为全角。`
        : `有${half.length}处误用半角标点。`,
      spans: half,
    });
  }
  for (const { start, end } of findAll(text, doubled)) {
    const around = { start: Math.max(0, start - 4), end: Math.min(text.length, end + 4) };
    const message = `标点重叠:${quote(text, around)}。`;
    findings.push({ rule: 'punctuation', severity: 'error', message, spans: [{ start, end }] });
  }
  for (const [open, close] of brackets) {
    const source = open === '(' ? folded : text;
    for (const at of findUnpaired(source, open, close)) {
      const around = { start: Math.max(0, at - 6), end: Math.min(text.length, at + 10) };
      findings.push({
        rule: 'punctuation',
        severity: 'suspect',
        message: `“${text[at]}”没有成对:${text.slice(around.start, around.end)}。`,
        spans: [{ start: at, end: at + 1 }],
      });
    }
  }
  return findings;
};

/** Marks that open again before they close, close without having opened, or never close. */
function findUnpaired(text: string, open: string, close: string): number[] {
  const unpaired: number[] = [];
  let opened = -1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === open) {
      if (opened >= 0) unpaired.push(opened);
      opened = at;
    } else if (text[at] === close) {
      // 1) and 一) are labels.
      if (opened < 0 && !/[\d一二三四五六七八九十]/.test(text[at - 1] ?? '')) unpaired.push(at);
      opened = -1;
    }
  }
  return opened >= 0 ? [...unpaired, opened] : unpaired;
}

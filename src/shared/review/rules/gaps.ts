import { findGaps } from '../../draft/gaps.ts';
import type { Rule } from '../finding.ts';

/** 待填: what was left to be filled in must not be read out. */
export const checkGaps: Rule = ({ text }) => {
  const spans = findGaps(text);
  if (spans.length === 0) return [];
  return [
    { rule: 'gap', severity: 'error', message: `还有 ${spans.length} 处待填，付印前补上。`, spans },
  ];
};

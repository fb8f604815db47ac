import type { Span } from '../report/report.ts';

/** What stands for words or a figure that are still to come. */
export const GAP = '〔待填〕';

const gap = /〔[^〔〕\n]{0,20}填[^〔〕\n]{0,20}〕|[_＿]{2,}/gu;

/** 待填: the places of a draft that are still to be filled in: 〔待填〕, 〔逐村填写进展〕, ____. */
export function findGaps(text: string): Span[] {
  return Array.from(text.matchAll(gap), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}

import { describe, expect, it } from 'vitest';
import type { ComparedDocument } from './document.ts';
import { onlyIn } from './onlyIn.ts';

/** A synthetic text without structure. */
function documentOf(text: string): ComparedDocument {
  const analysis = {
    sections: [],
    passages: [],
    terms: [],
  } as unknown as ComparedDocument['analysis'];
  return { documentId: 'a', text, analysis };
}
const own = (text: string, other: string) =>
  onlyIn(documentOf(text), [{ text: other }]).map(({ kind, term }) => [kind, term]);

describe('what one report has alone', () => {
  it('names projects without the verbs and figures before them', () => {
    expect(own('投资300万元,完成青石大道建设。加快推进云溪冷链物流园建设。', '修路。')).toEqual([
      ['project', '青石大道'],
      ['project', '云溪冷链物流园'],
    ]);
  });

  it('names measures and quoted terms', () => {
    expect(own('在全镇推行“屋场会”议事制度。开展“晒家风”。', '开会。')).toEqual([
      ['measure', '“屋场会”议事制度'],
      ['term', '晒家风'],
    ]);
  });

  it('leaves out what the other has too, whatever its widths, and kinds of things', () => {
    expect(own('建成青石大道。狠抓重点项目。健全长效机制。', '硬化青石大道。')).toEqual([]);
    expect(own('开展“5＋N”行动。', '开展“5+N”行动。')).toEqual([]);
  });

  it('points at the very characters', () => {
    const text = '二、完成青石大道建设。';
    const [thing] = onlyIn(documentOf(text), []);
    expect(text.slice(thing?.start, thing?.end)).toBe('青石大道');
  });
});

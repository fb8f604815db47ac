import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WRAPPED } from '../report/wraps.cases.ts';
import { setAnew } from '../report/wraps.ts';
import { compareYears } from './compareYears.ts';
import { cutTokens, tokenEdits } from './tokenEdits.ts';

const paragraphs = [
  '狠抓项目建设。全镇新上项目12个,完成投资3.5亿元。恒远机械一期竣工投产。',
  '发展现代农业。流转土地6600亩,新建大棚120座;培育家庭农场5家。',
  '改善人居环境。投资430万元,完成旱厕改造4774户。打造示范村30个。',
  '办好民生实事。家庭医生签约10026人,建档率达80%。新校舍投入使用。',
];
const report = paragraphs.join('');

describe('this year beside last year', () => {
  it('finds nothing where nothing changed, and takes punctuation of another width for the same', () => {
    const same = compareYears(report, report.replaceAll(',', '\uff0c'));
    expect(same.sentences.every(({ edits, moved }) => edits.length === 0 && !moved)).toBe(true);
    expect([same.deletedCharacters, same.insertedCharacters]).toEqual([0, 0]);
  });

  it('lists a changed figure whole, with what it was', () => {
    const { numbers, deletedCharacters } = compareYears(report, report.replace('3.5亿', '4.25亿'));
    expect(numbers.map(({ beforeText, afterText }) => [beforeText, afterText])).toEqual([
      ['3.5', '4.25'],
    ]);
    expect(deletedCharacters).toBe(3);
  });

  it('takes the lines of a page for what they are: nothing the report says', () => {
    const set = setAnew(WRAPPED, { start: 0, end: WRAPPED.length });
    const same = compareYears(set, WRAPPED);
    expect([same.deletedCharacters, same.insertedCharacters]).toEqual([0, 0]);
    const other = compareYears(set, WRAPPED.replace('八百六十', '八百七十'));
    const edits = other.sentences.flatMap((sentence) => sentence.edits);
    expect(edits.map(({ before }) => set.slice(before.start, before.end))).toEqual(['六']);
    const [{ after } = { after: { start: 0, end: 0 } }] = edits;
    expect(WRAPPED.slice(after.start - 2, after.end + 2)).toBe('八百六十户');
  });

  it('does not take a figure on two lines for another', () => {
    const wrapped = WRAPPED.replace('四十二万元\n', '四2\n2.5万元');
    const set = setAnew(wrapped, { start: 0, end: wrapped.length });
    expect(compareYears(set, wrapped).numbers).toEqual([]);
  });

  it('says that a paragraph moved, not that it was deleted and added', () => {
    const [a, b, c, d] = paragraphs as [string, string, string, string];
    const after = [a, c, d, b].join('');
    const moved = compareYears(report, after);
    expect([moved.deletedCharacters, moved.insertedCharacters]).toEqual([0, 0]);
    expect(moved.movedBlocks.map(({ after: { start, end } }) => after.slice(start, end))).toEqual([
      b,
    ]);
  });

  it('shows what is new and what is gone, the latter where it stood', () => {
    const after = report.replace('恒远机械一期竣工投产。', '').concat('谢谢大家!');
    const { sentences } = compareYears(report, after);
    const gone = sentences.findIndex((sentence) => sentence.after === null);
    expect(sentences[gone - 1]?.after?.end).toBe(after.indexOf('发展现代农业'));
    const added = sentences.filter(({ before }) => before === null);
    expect(
      added.map((sentence) => after.slice(sentence.after?.start, sentence.after?.end)),
    ).toEqual(['谢谢大家!']);
  });

  it('keeps a reworded sentence together and marks only the words', () => {
    const after = report.replace('打造示范村30个', '打造市级示范村30个');
    const { sentences, numbers, insertedCharacters } = compareYears(report, after);
    const reworded = sentences.find(({ edits }) => edits.length > 0);
    const [edit] = reworded?.edits ?? [];
    expect(after.slice(edit?.after.start, edit?.after.end)).toBe('市级');
    expect(edit?.before.start).toBe(edit?.before.end);
    expect(insertedCharacters).toBe(2);
    expect(numbers).toEqual([]);
  });

  it('finds exactly the changed figures however the paragraphs are shuffled', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    const figures = [...report.matchAll(/\d[\d.]*/g)];
    const chosen = fc.subarray(figures.map((_, index) => index));
    fc.assert(
      fc.property(order, chosen, (paragraphOrder, changed) => {
        const expected = new Set<string>();
        let seen = -1;
        const edited = paragraphs.map((paragraph) =>
          paragraph.replace(/\d[\d.]*/g, (value) => {
            seen += 1;
            if (!changed.includes(seen)) return value;
            const now = `${Number.parseFloat(value) + 7}`;
            expected.add(`${value}→${now}`);
            return now;
          }),
        );
        const after = paragraphOrder.map((index) => edited[index]).join('');
        const { numbers, sentences } = compareYears(report, after);
        expect(new Set(numbers.map((n) => `${n.beforeText}→${n.afterText}`))).toEqual(expected);
        expect(sentences.every((sentence) => sentence.before && sentence.after)).toBe(true);
        const edits = sentences.flatMap((sentence) => sentence.edits);
        expect(edits).toHaveLength(changed.length);
      }),
      { numRuns: 200 },
    );
  });

  it('compares empty texts', () => {
    expect(compareYears('', report).insertedCharacters).toBe(report.length);
    expect(compareYears(report, '').deletedCharacters).toBe(report.length);
    expect(compareYears('', '').sentences).toEqual([]);
  });
});

describe('the edits between two sentences', () => {
  it('rebuild the new sentence from the old one, and are the fewest', () => {
    const sentence = fc.string({ unit: fc.constantFrom('改', '厕', '户', '1', '2', '.', ',') });
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const old = { start: 0, end: before.length };
        const now = { start: 0, end: after.length };
        const edits = tokenEdits(before, old, after, now);
        let built = '';
        let at = 0;
        for (const edit of edits) {
          built +=
            before.slice(at, edit.before.start) + after.slice(edit.after.start, edit.after.end);
          at = edit.before.end;
        }
        expect(built + before.slice(at)).toBe(after);
        const tokens = (text: string): string[] =>
          cutTokens(text, { start: 0, end: text.length }).map(({ start, end }) =>
            text.slice(start, end),
          );
        const changed = edits.reduce(
          (sum, edit) =>
            sum + cutTokens(before, edit.before).length + cutTokens(after, edit.after).length,
          0,
        );
        const [left, right] = [tokens(before), tokens(after)];
        expect(changed).toBe(left.length + right.length - 2 * longestCommon(left, right));
      }),
    );
  });
});

function longestCommon(left: string[], right: string[]): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const word of left) {
    const next = [0];
    for (const [index, other] of right.entries()) {
      next.push(
        word === other
          ? (row[index] as number) + 1
          : Math.max(row[index + 1] as number, next[index] as number),
      );
    }
    row = next;
  }
  return row.at(-1) as number;
}

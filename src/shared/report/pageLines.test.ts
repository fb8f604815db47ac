import { describe, expect, it } from 'vitest';
import { pageLines } from './pageLines.ts';
import { readView } from './view.ts';

const marksOf = (text: string) => pageLines(text).map(({ start, end }) => text.slice(start, end));
const line = '全镇上下团结一心，较好地完成了年初确定的各项目标任务，经济社会稳步发展';
const page = Array.from({ length: 8 }, () => line).join('\n');

describe('what a page has above and below its lines', () => {
  it.each(['- 1 -', '— 1 —', '第1页 共8页', '第 1 页', '1/8', '· 1 ·'])(
    'is none of the text: %s',
    (mark) => {
      const text = `${page}\n${mark}\n万元。`;
      expect(marksOf(text)).toEqual([mark]);
      expect(readView(text).text).toContain('稳步发展万元');
    },
  );

  it('are numbers alone that count the pages up', () => {
    expect(marksOf(`${page}\n1\n${page}\n2\n${page}`)).toEqual(['1', '2']);
    expect(readView(`${page}，增收2\n1\n18万元。${page}`).text).toContain('增收218万元');
  });

  it('are no numbers that stand in a table or were torn from their sentence', () => {
    expect(marksOf(`${page}\n12\n${page}\n7\n${page}`)).toEqual([]);
    expect(marksOf(`${page}\n1\n2\n3`)).toEqual([]);
    expect(marksOf(`${page}\n1\n${page}\n8%\n${page}`)).toEqual([]);
  });

  it('are titles that stand again between the lines of a sentence', () => {
    const title = '2020年青石镇政府工作报告';
    expect(marksOf(`${title}\n${page}\n${title}\n${page}`)).toEqual([title]);
    expect(marksOf(`${page}\n- 2 -\r\n${title}\r\n${page}`)).toEqual(['- 2 -', title]);
    expect(
      marksOf(`${page}\n青石镇人大\n${page}\n青石镇人大\n${page}\n青石镇人大\n${page}`),
    ).toHaveLength(3);
  });

  it('are no headings that come twice', () => {
    const closed = `${page}。`;
    expect(marksOf(`${closed}\n重点项目建设\n${closed}\n重点项目建设\n${closed}`)).toEqual([]);
    expect(marksOf(`各位代表：\n${page}\n重点项目建设\n${page}`)).toEqual([]);
  });
});

it('takes letters of a watermark for none of the number that goes on in the next line', () => {
  const lines = ['达到14 S', '230元', '增长3. G', '3%', '占37.6 B', '%', '投入3287 S', '万元'];
  expect(readView(lines.join('\n')).text).toBe('达到14230元增长3.3%占37.6%投入3287万元');
});

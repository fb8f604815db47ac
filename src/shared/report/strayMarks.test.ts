import { expect, it } from 'vitest';
import { sampleDocuments } from './sample.cases.ts';
import { readView } from './view.ts';

/** The marks that nothing is read from, as they stand in the text. */
function strayMarks(text: string): string[] {
  return readView(text).strayMarks.map(({ start, end }) => text.slice(start, end));
}

it.each([
  ['一、2018年工作回顾F9f\n二、2019年安排', ['F9f']],
  ['产业发展提速 x7Kq\r\n新上项目12个。', [' x7Kq']],
  ['各项工作稳步推进。F9f\n下一步', ['F9f']],
  ['各项工作稳步推进。 $ Q2 K# u-\n下一步', [' $ Q2 K# u-']],
  ['完成了任务。Tk', ['Tk']],
  ['余额达到4022\n- 1 -\n万元。', ['- 1 -']],
  ['巩固基础。\n　　· 12 ·\n主攻烟果', ['　　· 12 ·']],
  ['## 一、2018年工作回顾\n**（一）产业发展**\n&nbsp;新上项目', ['## ', '**', '**', '&nbsp;']],
  ['巩固基础。\n第 3 页 共 12 页\n主攻烟果', ['第 3 页 共 12 页']],
])('reads nothing from what stands stray in %j', (text, marks) => {
  expect(strayMarks(text)).toEqual(marks);
});

it('takes single letters for those of a watermark where lines keep ending in one', () => {
  const line = '全镇上下团结一心，较好地完成了年初确定的各项目标任务，经济社会稳步发展';
  const letters = ['Q', '', '', 'S', '', 'B', '', '', 'G', ''];
  const marked = letters.map((letter) => line + letter).join('\n');
  expect(strayMarks(marked)).toEqual(['Q', 'S', 'B', 'G']);
  const once = [`${line}，建成A`, `级景区，${line}`, line, line, line, line].join('\n');
  expect(strayMarks(once)).toEqual([]);
});

it('leaves what was made illegible in the text', () => {
  expect(strayMarks('在**乡第**届人民代表大会上\n实现**亿元，增长**%。')).toEqual([]);
});

it.each([
  ...['GDP', 'PM2.5', '5G', 'AAA', 'A级', '1+N', 'IPv6', 'WiFi6', '220kV', '4K8K', 'H7N9', 'b2b'],
  ...['G60', 'MW', 'T2', 'VOCs', 'mRNA', '35.49%', '2019', 'LED灯'],
])('leaves %s at the end of a line in the text', (term) => {
  expect(strayMarks(`一、2018年工作回顾\n大力推进${term}\n新上项目12个，建设${term}\n`)).toEqual(
    [],
  );
});

it('takes a term that opens a sentence at the end of a full line for none', () => {
  const line = '全镇上下团结一心、攻坚克难，较好地完成了年初确定的各项目标任务，空气';
  const lines = [line, `${line.slice(0, -6)}明显好转。PM10`, line, line, line, line, line];
  expect(strayMarks(lines.join('\n'))).toEqual([]);
});

it('takes the numbers that a site sets before its pages for none of a list', () => {
  const page = '全镇上下团结一心，较好地完成了年初确定的各项目标任务。'.repeat(6);
  const shared = `1、${page}按现行汇率计\n2、算折合一千美元。${page}采取解放思\n3、想的办法。`;
  expect(strayMarks(shared)).toEqual(['1、', '\n2、', '\n3、']);
  expect(readView(shared).text).toContain('按现行汇率计算折合');
  expect(strayMarks(`1、${page}\n2、${page}\n3、${page}`)).toEqual([]);
  expect(strayMarks('1、调优结构\n2、做强企业\n3、改善环境')).toEqual([]);
});

it('finds none in the sample', () => {
  expect(sampleDocuments.flatMap(({ text }) => strayMarks(text))).toEqual([]);
});

it('hangs a figure together that a page number parts', () => {
  const text = `${'全乡各项事业稳步发展，'.repeat(8)}余额达7338万元和4022\n- 1 -\n万元，同比增长37.8%。`;
  const view = readView(text);
  const at = view.text.indexOf('4022万元');
  expect(view.breaks[at + 4]).toBe(2);
});

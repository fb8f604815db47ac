import { beforeAll, describe, expect, it } from 'vitest';
import type { DraftPaper } from '../../shared/draft/paper.ts';
import { exportDraftDocx } from './draftDocx.ts';
import { exportTableDocx } from './tableDocx.ts';
import { unzip } from './unzip.cases.ts';

const paper: DraftPaper = {
  title: '2027年柳河镇政府工作报告',
  congress: '——2027年1月8日在柳河镇第二十届人民代表大会第二次会议上',
  speaker: '柳河镇人民政府镇长　李明',
  blocks: [
    { kind: 'heading', level: 1, text: '一、2026年工作回顾', source: null },
    { kind: 'heading', level: 2, text: '（一）农村改厕', source: null },
    { kind: 'paragraph', level: 0, text: '完成改厕 4651 户 & 清运。', source: null },
  ],
  terms: [{ term: '三清一增', explanation: '清资产、清资源、清债权，增收入' }],
  sources: ['北岭镇2026年报告·任务（一）'],
  reading: false,
};

const wordsOf = (xml: string) =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gsu)].map(([, words]) => words).join(''),
  );

describe('a draft as a Word file', () => {
  let files: Map<string, string>;
  beforeAll(async () => {
    files = await unzip(await exportDraftDocx(paper));
  });
  const document = () => files.get('word/document.xml') ?? '';

  it('has title, congress line, speaker, levels and annexes in their order, word for word', () => {
    expect(wordsOf(document())).toEqual([
      paper.title,
      paper.congress,
      paper.speaker,
      '',
      '一、2026年工作回顾',
      '（一）农村改厕',
      '完成改厕 4651 户 &amp; 清运。',
      '名词解释',
      '1．三清一增：清资产、清资源、清债权，增收入',
      '引文来源',
      '1．北岭镇2026年报告·任务（一）',
    ]);
    expect(document()).toContain('"Heading1"');
    expect(document()).toContain('"Heading2"');
  });

  it('numbers its pages as GB/T 9704 has it: odd ones right, even ones left', () => {
    expect(files.get('word/settings.xml')).toContain('evenAndOddHeaders');
    const footers = [...files].filter(([name]) => name.startsWith('word/footer'));
    expect(footers.map(([, xml]) => /<w:jc w:val="(\w+)"/u.exec(xml)?.[1]).sort()).toEqual([
      'left',
      'right',
    ]);
  });

  it('holds no trace of the program in any of its parts', async () => {
    const table = {
      title: '清单',
      note: '请填',
      heads: [{ name: '序号', width: 9 }],
      rows: [['1']],
    };
    const parts = [...files.values(), ...(await unzip(await exportTableDocx(table))).values()];
    expect(parts.join('')).not.toMatch(/镇鉴|zhenjian|docx\.js|dolan/iu);
  });

  it('has larger type to be read out from', async () => {
    const reading = await unzip(await exportDraftDocx({ ...paper, reading: true }));
    expect(reading.get('word/styles.xml')).toContain('<w:sz w:val="48"/>');
    expect(files.get('word/styles.xml')).not.toContain('<w:sz w:val="48"/>');
  });
});

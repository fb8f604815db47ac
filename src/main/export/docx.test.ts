import { beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../shared/brief/brief.ts';
import { east, names, noteOn, spec, west } from '../../shared/brief/compose.cases.ts';
import { composeBrief } from '../../shared/brief/compose.ts';
import { exportBriefDocx } from './docx.ts';
import { unzip } from './unzip.cases.ts';

const notes = [
  noteOn(east, '完成旱厕改造4774户', { note: '先看<表>&数\n再看第二行' }),
  noteOn(east, '4774户,群众', { category: '核对', id: 'second', author: '李明' }),
];
const brief: Brief = composeBrief(
  { ...spec, editorNote: '两镇情况可比。', contents: true },
  [{ ...east, annotations: notes }, west],
  names,
);

describe('a brief as DOCX', () => {
  let files: Map<string, string>;
  let body: string;

  beforeAll(async () => {
    files = await unzip(await exportBriefDocx(brief));
    body = files.get('word/document.xml') ?? '';
  });

  const paragraphs = () =>
    [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
      style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1],
      text: [...paragraph.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join(''),
    }));

  it('has real headings, so that the outline and the contents find them', () => {
    const headings = paragraphs().filter(({ style }) => /^Heading\d$/.test(style ?? ''));
    expect(headings.map(({ style, text }) => `${style} ${text}`)).toEqual([
      'Heading1 一、编者按',
      'Heading1 二、主要指标对照表',
      'Heading1 三、分专题摘编',
      'Heading2 （一）综合经济与财税',
      'Heading2 （二）美丽乡村与人居环境',
      'Heading1 四、可借鉴的提法与做法',
      'Heading1 五、数据核对单',
      'Heading1 六、来源清单',
      'Heading1 七、名词解释',
    ]);
    expect(body).toContain('TOC \\h');
  });

  it('quotes without a change, and gives the source right below', () => {
    const all = paragraphs();
    const at = all.findIndex(
      ({ style, text }) => style === 'BriefQuotation' && text.includes('4774'),
    );
    expect(all[at]?.text).toBe('投资430万元,完成旱厕改造4774户,群众说“日子越过越好。”');
    expect(all[at + 1]).toEqual({
      style: 'BriefCitation',
      text: '东河镇2019年报告·2018年工作回顾·二、人居环境明显改善',
    });
  });

  it('carries every note as a comment on its words, and below its quotation', () => {
    const comments = files.get('word/comments.xml') ?? '';
    expect([...comments.matchAll(/w:author="([^"]*)"/g)].map(([, author]) => author)).toEqual([
      '王磊',
      '李明',
    ]);
    expect(comments).toContain('借鉴：先看&lt;表&gt;&amp;数');
    const words = [0, 1].map((id) => {
      const from = body.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
      const inner = body.slice(from, body.indexOf(`<w:commentRangeEnd w:id="${id}"/>`));
      return [...inner.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join('');
    });
    expect(words).toEqual(['完成旱厕改造4774户', '4774户,群众']);
    expect(body.match(/<w:commentReference /g)).toHaveLength(2);
    expect(paragraphs()).toContainEqual({ style: 'BriefNote', text: '核对：可照此写法' });
  });

  it('sets 22 exact lines a page in the office’s faces', () => {
    const styles = files.get('word/styles.xml') ?? '';
    expect(styles).toContain('w:line="579" w:lineRule="exact"');
    expect(styles).toMatch(/w:styleId="BriefQuotation".*?<w:spacing w:val="-5"\/>/s);
    for (const face of ['仿宋_GB2312', '方正小标宋简体', 'SimHei', '楷体_GB2312', 'SimSun']) {
      expect(styles).toContain(`w:eastAsia="${face}"`);
    }
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(body).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
  });

  it('numbers odd pages right and even pages left', () => {
    expect(files.get('word/settings.xml')).toContain('<w:evenAndOddHeaders');
    const sides = [...files]
      .filter(([name]) => name.startsWith('word/footer'))
      .map(([, footer]) => `${/w:jc w:val="(\w+)"/.exec(footer)?.[1]} ${footer.includes('PAGE')}`);
    expect(sides.sort()).toEqual(['left true', 'right true']);
  });

  it('names the office and not the machine', () => {
    const core = files.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:title>两镇情况</dc:title>');
    expect(core).toContain('<dc:creator>党政办公室</dc:creator>');
    expect(core).not.toMatch(/Un-named/);
  });
});

it('repeats the towns’ names on every page of a comparison, on its side', async () => {
  const wide = composeBrief({ ...spec, layout: 'comparison' }, [east, west], names);
  const body = (await unzip(await exportBriefDocx(wide))).get('word/document.xml') ?? '';
  expect(body).toMatch(/<w:tblHeader\/>(?:(?!<\/w:tr>).)*东河镇2019年报告/s);
  expect(body).toContain('<w:tblGrid><w:gridCol w:w="7285"/><w:gridCol w:w="7285"/></w:tblGrid>');
  expect(body).toContain('w:orient="landscape"');
  expect(body).toMatch(/<w:pgSz w:w="16838" w:h="11906"/);
});

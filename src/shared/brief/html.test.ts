import { describe, expect, it } from 'vitest';
import { east, names, noteOn, spec, west } from './compose.cases.ts';
import { composeBrief } from './compose.ts';
import { chooseFonts, describeChoices, describeStandIns, fontRoles, fontStack } from './fonts.ts';
import { chineseOrdinal, listHeadings } from './headings.ts';
import { renderBriefHtml } from './html.ts';
import { quotedHtml, readMarker } from './render.ts';
import { briefStylesheet } from './stylesheet.ts';

const hostile = '<script>alert(1)</script>"\'&\u0000😀';
const annotated = {
  ...east,
  title: hostile,
  annotations: [
    noteOn(east, '完成旱厕改造4774户', { note: hostile, author: hostile }),
    noteOn(east, '4774户,群众', { category: '核对', id: 'second' }),
  ],
};
const brief = composeBrief(
  { ...spec, title: hostile, unit: hostile, contents: true },
  [annotated, west],
  names,
);

describe('a brief as a page', () => {
  it.each(['brief', 'comparison'] as const)(
    'runs nothing and styles nothing inline as a %s',
    (layout) => {
      const html = renderBriefHtml({ ...brief, layout }, { marks: 'print' });
      expect(html).not.toMatch(/<script|\son\w+=|\sstyle=|<style|javascript:/i);
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;😀');
      expect(html).not.toContain('\u0000');
      expect(html).toContain('<html lang="zh-CN">');
    },
  );

  it('shows the quotation’s own characters, whatever notes overlap on it', () => {
    const html = renderBriefHtml(brief, { marks: 'print' });
    const quotations = [...html.matchAll(/<blockquote>(.*?)<\/blockquote>/gs)].map(
      ([, inner = '']) => inner.replace(/<[^>]*>/g, ''),
    );
    expect(quotations).toContain('投资430万元,完成旱厕改造4774户,群众说“日子越过越好。”');
  });

  it('marks overlapping notes with the numbers of all notes on the words', () => {
    const html = renderBriefHtml(brief, { marks: 'print' });
    const marks = [...html.matchAll(/href="(https:[^"]*)"/g)].map(([, address = '']) =>
      readMarker(address),
    );
    expect(marks).toEqual([{ notes: [0] }, { notes: [0, 1] }, { notes: [1] }]);
  });

  it('puts the source right under each quotation, linked to the list of sources', () => {
    const html = renderBriefHtml(brief, { marks: 'preview' });
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).toMatch(/<\/blockquote>\s*<figcaption><a href="#source-east">东河镇2019年/);
  });

  it('fills page numbers into the contents once they are known', () => {
    const pageOf = new Map(listHeadings(brief).map(({ id }, index) => [id, index + 3]));
    const html = renderBriefHtml(brief, { marks: 'print', pageOf });
    expect(html).toContain('>一、主要指标对照表</a><span class="page">3</span>');
  });

  it('draws half-width marks full-width, but not between digits and Latin letters', () => {
    const text = '共10,000户,比例1:1.5,占(50%)。';
    const source = { ...east, text };
    const excerpts = [{ documentId: 'east', start: 0, end: text.length }];
    const only = composeBrief(
      { ...spec, documents: ['east'], parts: [], excerpts },
      [source],
      names,
    );
    expect(renderBriefHtml(only, { marks: 'preview' })).toContain(
      '共10<span class="latin">,</span>000户,比例1<span class="latin">:</span>1.5,占(50%)。',
    );
  });

  it('breaks no line inside a number in full-width digits', () => {
    expect(quotedHtml('收入突破９８００元,增长１２．９％')).toBe(
      '收入突破<span class="join">９８００</span>元,增长<span class="join">１２．９％</span>',
    );
  });
});

it.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [34, '三十四'],
])('numbers the part %i as %s', (n, expected) => {
  expect(chineseOrdinal(n)).toBe(expected);
});

describe('faces by role', () => {
  it('takes the office’s own where installed and says what stands in for the rest', () => {
    const fonts = chooseFonts(['FangSong', 'SimHei', '微软雅黑']);
    expect(fonts.body).toMatchObject({ family: 'FangSong', bundled: false, standsInFor: null });
    expect(fonts.heading).toMatchObject({ family: 'SimHei', bundled: false });
    expect(fonts.title).toMatchObject({
      family: 'Noto Serif SC',
      bundled: true,
      standsInFor: '方正小标宋',
    });
    expect(describeStandIns(fonts)).toBe(
      '未用公文字体：方正小标宋以思源宋体代替，楷体以霞鹜文楷代替。版式与换机打印可能有出入。',
    );
  });

  it('takes the bundled ones when the person prefers them', () => {
    const fonts = chooseFonts(['FangSong', '方正小标宋简体'], [...fontRoles]);
    expect(Object.values(fonts).every(({ bundled }) => bundled)).toBe(true);
  });

  it('say what is asked for, what is installed and what is used', () => {
    const choices = describeChoices(['FangSong', 'SimHei'], ['heading']);
    expect(choices.map(({ role, office, usesOffice }) => [role, office, usesOffice])).toEqual([
      ['title', null, false],
      ['body', 'FangSong', true],
      ['heading', 'SimHei', false],
      ['kai', null, false],
      ['song', null, false],
    ]);
    expect(choices[0]).toMatchObject({ asks: '方正小标宋', bundled: '思源宋体', standsIn: true });
  });

  it('ends every stack with the bundled faces, whatever the office has', () => {
    expect(fontStack(chooseFonts(['FangSong']).body)).toBe(
      "'FangSong', 'Noto Serif SC', 'LXGW WenKai', 'Zhenjian Numerals'",
    );
  });

  it('sets the page of the standard', () => {
    const css = briefStylesheet({ ...brief, layout: 'brief' }, chooseFonts([]), '');
    expect(css).toContain('@page { size: A4 portrait; margin: 37mm 26mm 35mm 28mm; }');
    expect(briefStylesheet({ ...brief, layout: 'comparison' }, chooseFonts([]), '')).toContain(
      'A4 landscape',
    );
  });
});

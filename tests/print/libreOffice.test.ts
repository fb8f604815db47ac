import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportBriefDocx } from '../../src/main/export/docx.ts';
import { type Brief, listAnnotations } from '../../src/shared/brief/brief.ts';
import { composeBrief } from '../../src/shared/brief/compose.ts';
import { listHeadings } from '../../src/shared/brief/headings.ts';
import type { BriefSpec } from '../../src/shared/brief/spec.ts';
import { names, sources } from './sampleSources.ts';

/*
 * The Word file as another program opens and prints it. LibreOffice stands in for WPS, which no test
 * machine has; where it is not installed either, nothing is claimed and this says so.
 */
const isInstalled = spawnSync('soffice', ['--version']).status === 0;
if (!isInstalled)
  console.warn('LibreOffice is not installed: the DOCX was not opened and printed.');

const spec: BriefSpec = {
  title: '三镇农村旱厕改造与美丽乡村建设情况',
  unit: '皇华镇党政办公室',
  date: '2026-11-22',
  documents: ['changcheng', 'huanghua', 'jinggou'],
  parts: ['editor-note', 'indicators', 'topics', 'notes', 'borrow', 'check', 'sources'],
  topics: ['T01', 'T07', 'T11', 'T17', 'T18'],
  layout: 'brief',
  editorNote: '昌城、皇华2019年均安排旱厕改造；井沟未提及。',
  excerpts: sources.map(({ documentId }) => ({ documentId, start: 200, end: 900, topic: 'T11' })),
};

describe.skipIf(!isInstalled).each(['brief', 'comparison'] as const)(
  'the DOCX of a %s, opened by LibreOffice',
  (layout) => {
    const folder = mkdtempSync(join(tmpdir(), 'brief-docx-'));
    const brief: Brief = composeBrief({ ...spec, layout }, sources, names);
    let opened = '';
    let pages: string[] = [];

    const convert = (to: string) =>
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          ...['--headless', '--convert-to', to, '--outdir', folder, join(folder, 'brief.docx')],
        ],
        { stdio: 'pipe', timeout: 120_000 },
      );

    beforeAll(async () => {
      writeFileSync(join(folder, 'brief.docx'), await exportBriefDocx(brief));
      convert('fodt');
      convert('pdf');
      opened = readFileSync(join(folder, 'brief.fodt'), 'utf8');
      const text = execFileSync('pdftotext', ['-layout', join(folder, 'brief.pdf'), '-'], {
        encoding: 'utf8',
      });
      pages = text.split('\f').slice(0, -1);
    }, 180_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('has every heading at its level, as the outline shows it', () => {
      const found = [
        ...opened.matchAll(/<text:h [^>]*text:outline-level="(\d)"[^>]*>(.*?)<\/text:h>/gsu),
      ];
      const words = found.map(([, level, inner = '']) => [
        Number(level) + 1,
        inner.replace(/<[^>]*>/gu, ''),
      ]);
      expect(words).toEqual(listHeadings(brief).map(({ level, text }) => [level, text]));
    });

    it('has every note as a comment with its author', () => {
      const comments = [...opened.matchAll(/<office:annotation [\s\S]*?<\/office:annotation>/gu)];
      expect(comments).toHaveLength(listAnnotations(brief).length);
      expect(comments.every(([comment]) => comment.includes('<dc:creator>王磊'))).toBe(true);
    });

    it('keeps the exact line of twenty-two a page', () => {
      // 579 twips are 0.402 inches, 1.0213 cm.
      const heights = [...opened.matchAll(/fo:line-height="([\d.]+)(in|cm)"/gu)].map(
        ([, height, unit]) => Number(height) * (unit === 'in' ? 2.54 : 1),
      );
      expect(heights.some((height) => Math.abs(height - 22.5 / 22) < 0.01)).toBe(true);
    });

    it('repeats the head of every table on each page it runs over', () => {
      const tables = opened.split('<table:table ').slice(1);
      expect(tables.length).toBeGreaterThan(0);
      for (const table of tables) expect(table).toContain('<table:table-header-rows>');
      if (layout === 'brief') return;
      const words = pages.map((page) => page.replace(/\s/gu, ''));
      const from = words.findIndex((page) => page.includes('（一）综合经济与财税'));
      const to = words.findIndex((page) => page.includes('其他摘编'));
      expect(to - from).toBeGreaterThan(1);
      for (const page of words.slice(from, to)) {
        expect(page).toContain('昌城镇2019年报告皇华镇2019年报告井沟镇2019年报告');
      }
    });

    it('numbers its pages, and quotes every passage in full', () => {
      expect(pages.length).toBeGreaterThan(3);
      pages.forEach((page, index) => {
        expect(page.replace(/\s/gu, '')).toMatch(new RegExp(`—${index + 1}—$`, 'u'));
      });
      const words = opened.replace(/<[^>]*>/gu, '').replace(/&apos;/gu, "'");
      expect(words).toContain('完成旱厕改造4774户');
    });
  },
);

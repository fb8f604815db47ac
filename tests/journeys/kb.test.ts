import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, ROOT, removeFolder, SAMPLE_FILE } from './desk.ts';

const lines = readFileSync(SAMPLE_FILE, 'utf8').split('\n');
const bodies = [2, 6, 10, 14, 18, 22, 26, 30, 34, 38].map((at) => lines[at] ?? '');

interface Printed {
  code: number | null;
  /** The one JSON document on stdout. */
  value: Record<string, unknown>;
}

describe('the command line', () => {
  const folder = makeFolder();
  const library = join(folder, 'library');
  afterAll(() => removeFolder(folder));

  const kb = (...args: string[]): Printed => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(ROOT, 'scripts', 'kb.mjs'), ...args, '--library', library],
      { encoding: 'utf8', cwd: folder },
    );
    expect(stdout.trim().split('\n'), args.join(' ')).toHaveLength(1);
    return { code: status, value: JSON.parse(stdout) };
  };
  const documents = () =>
    kb('list').value.documents as { id: string; title: string; kind: string }[];
  let sample: { id: string; title: string }[] = [];
  const idOf = (town: string) => sample.find(({ title }) => title.includes(town))?.id ?? '';

  beforeAll(() => {
    const { code, value } = kb('import', SAMPLE_FILE);
    expect(code).toBe(0);
    expect(value.outcomes).toMatchObject([{ status: 'needs-review', code: 'locality-conflict' }]);
    sample = documents();
  });

  it('analyses a file without storing it', () => {
    const { code, value } = kb('analyse', SAMPLE_FILE);
    expect(code).toBe(0);
    const analysed = value.documents as { text: string; sections: unknown[] }[];
    expect(analysed.map(({ text }) => text)).toEqual(bodies);
    expect((value.discarded as { text: string }[]).map(({ text }) => text).join('\n')).toContain(
      '点我投稿',
    );
    expect(documents()).toHaveLength(10);
  });

  it('shows every text as it stands in the file, with spans inside it', () => {
    const texts = documents().map(({ id }) => {
      const shown = kb('show', id).value as {
        text: string;
        sections: { start: number; end: number; heading: string }[];
        indicators: { start: number; end: number; valueText: string }[];
      };
      for (const { start, end, heading } of shown.sections) {
        expect(shown.text.slice(start, end)).toContain(heading);
      }
      for (const { start, end, valueText } of shown.indicators) {
        expect(shown.text.slice(start, end)).toContain(valueText);
      }
      return shown.text;
    });
    expect(texts.sort()).toEqual([...bodies].sort());
  });

  it('lists every occurrence, in document order', () => {
    const { value } = kb('search', '社区', '--all-offsets');
    const hits = value.hits as { documentId: string; start: number; end: number }[];
    const expected = bodies.reduce((sum, body) => sum + body.split('社区').length - 1, 0);
    expect(value.total).toBe(expected);
    expect(value.exact).toBe(true);
    expect(hits).toHaveLength(expected);
    const { text } = kb('show', idOf('昌城镇')).value as { text: string };
    const own = hits.filter(({ documentId }) => documentId === idOf('昌城镇'));
    expect(own.map(({ start, end }) => text.slice(start, end))).toEqual(own.map(() => '社区'));
    expect(own.map(({ start }) => start)).toEqual(
      own.map(({ start }) => start).sort((a, b) => a - b),
    );
  });

  it('compares three towns', () => {
    const { value } = kb('compare', idOf('昌城镇'), idOf('辛兴镇'), idOf('井沟镇'));
    const topics = value.topics as { id: string; cells: { passages: unknown[] }[] }[];
    expect(topics).toHaveLength(20);
    for (const { cells } of topics) expect(cells).toHaveLength(3);
    expect(value.outlines).toHaveLength(3);
    const revenue = (
      value.indicators as {
        name: string;
        nature: string;
        cells: { readings: { normalizedValue: number }[] }[];
      }[]
    ).find(({ name, nature }) => name === '地方财政收入' && nature === 'actual');
    expect(revenue?.cells.map(({ readings }) => readings[0]?.normalizedValue)).toEqual([
      18700, 6436, 4003.8,
    ]);
  });

  it('checks a report as if it were the draft of another town', () => {
    const { value } = kb('check', idOf('辛兴镇'), '--home', '辛兴镇');
    const findings = value.findings as {
      rule: string;
      message: string;
      spans: { start: number }[];
    }[];
    const stray = findings.filter(({ rule }) => rule === 'stray-name');
    expect(stray.flatMap(({ spans }) => spans)).toHaveLength(8);
    expect(
      findings.some(({ rule }) => rule === 'two-values' || rule === 'rounded-exact-number'),
    ).toBe(true);
  });

  it('lists the commitments of one report with what the next says', () => {
    const { code, value } = kb('promises', idOf('昌城镇'), idOf('昌城镇'));
    expect(code).toBe(0);
    const promises = value.promises as { outcome: string }[];
    expect(promises.length).toBeGreaterThan(10);
    for (const { outcome } of promises)
      expect(['kept', 'partly', 'unmentioned', 'unclear']).toContain(outcome);
  });

  it('annotates a passage and prints it in a brief', () => {
    const id = idOf('昌城镇');
    const start = (bodies[0] ?? '').indexOf('投资430万元');
    const { value } = kb(
      'annotate',
      id,
      '--start',
      String(start),
      '--end',
      String(start + 7),
      '--note',
      '请核每户投入',
      '--category',
      '核对',
      '--tags',
      '改厕,资金',
    );
    expect(value.annotation).toMatchObject({
      quote: '投资430万元',
      category: '核对',
      tags: ['改厕', '资金'],
      state: 'anchored',
    });
    expect(kb('annotations', id).value.annotations).toHaveLength(1);

    const spec = join(folder, 'spec.json');
    const pdf = join(folder, 'brief.pdf');
    writeFileSync(
      spec,
      JSON.stringify({
        title: '三镇参阅材料',
        unit: '党政办',
        date: '2019-11-22',
        documents: [id, idOf('辛兴镇'), idOf('井沟镇')],
        parts: ['indicators', 'topics', 'annotations', 'sources'],
        topics: ['T11'],
        layout: 'comparison',
      }),
    );
    const printed = kb('brief', spec, '--pdf', pdf, '--docx', join(folder, 'brief.docx'));
    expect(printed.code).toBe(0);
    expect(printed.value).toMatchObject({ annotations: 1 });
    const words = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replace(
      /\s/gu,
      '',
    );
    expect(words).toContain('三镇参阅材料');
    expect(words).toContain('请核每户投入');
  });

  it('answers any request of the contract', () => {
    expect(kb('request', 'library.status', '{}')).toMatchObject({
      code: 0,
      value: { reportCount: 10 },
    });
  });

  it('says in Chinese what failed, and what was called wrongly', () => {
    const failed = kb('show', 'nobody');
    expect(failed).toMatchObject({ code: 1, value: { code: 'no-report' } });
    expect(failed.value.message).toMatch(/[一-鿿].*。$/u);
    expect(kb('analyse', join(folder, '没有.txt')).code).toBe(1);
    for (const call of [
      ['fly'],
      ['show'],
      ['compare', 'one'],
      ['list', '--wings'],
      ['annotate', 'x'],
      ['request', 'library.status', '{'],
    ]) {
      const { code, value } = kb(...call);
      expect(code, call.join(' ')).toBe(2);
      expect(value.message).toMatch(/[一-鿿]/u);
    }
  });

  it('goes on with a batch in which one file is bad', () => {
    const bad = join(folder, '空的.txt');
    const good = join(folder, '青石岭.txt');
    writeFileSync(bad, '');
    writeFileSync(
      good,
      '2021年青石岭镇政府工作报告\n各位代表：现在，我代表镇人民政府，向大会报告工作。\n一、2020年工作回顾\n完成一般公共预算收入3260万元。\n',
    );
    const { code, value } = kb('import', bad, good);
    expect(code).toBe(0);
    const statuses = (value.outcomes as { path: string; status: string }[]).map(
      ({ path, status }) => [path, status],
    );
    expect(statuses).toContainEqual([bad, 'rejected']);
    expect(statuses.find(([path]) => path === good)?.[1]).not.toBe('rejected');
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openReader } from '../ingest/readInWorker.ts';
import { describeUnexpected, OperationLog } from './operationLog.ts';
import { type ServedLibrary, serveLibrary } from './serve.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const base = mkdtempSync(join(tmpdir(), 'zhenjian-log-'));
const now = () => '2026-11-22T21:15:00.000Z';
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('the log of what was done', () => {
  it('says what, when, how long and how it failed', () => {
    const log = new OperationLog(join(base, 'plain'), now);
    log.write({ what: 'reports.list', milliseconds: 12.4 });
    log.write({ what: 'library.backup', milliseconds: 3, code: 'disk-full' });
    expect(log.read()).toBe(
      '2026-11-22T21:15:00.000Z reports.list 12ms\n2026-11-22T21:15:00.000Z library.backup 3ms disk-full\n',
    );
  });

  it('stays small, however long the program is used', () => {
    const folder = join(base, 'long');
    const log = new OperationLog(folder, now);
    for (let n = 0; n < 30_000; n += 1) log.write({ what: 'search.run', milliseconds: n });
    log.flush();
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect(sizes).toHaveLength(2);
    expect(Math.max(...sizes)).toBeLessThan(300_000);
    expect(log.read().trimEnd().endsWith('search.run 29999ms')).toBe(true);
  });

  it('is never in the way where it cannot be written', () => {
    writeFileSync(join(base, 'file'), '');
    const log = new OperationLog(join(base, 'file', 'logs'), now);
    log.write({ what: 'open', code: 'read-only' });
    expect(log.read()).toBe('');
  });

  it('keeps of an unexpected error its kind and places, not its message', () => {
    const error = new TypeError('机密\n    at 机密.ts:1:1) 招商引资\n    at somewhere');
    error.stack = `${error.message}\n    at read (/home/张三/zhenjian/served.js:120:7)\n    at async file:///home/张三/a.js:9:1`;
    expect(describeUnexpected(error)).toEqual({
      code: 'unexpected TypeError',
      frames: ['served.js:120', 'a.js:9'],
    });
  });
});

/** Words that stand nowhere else. */
const PLANTED = [
  '甲山密镇',
  '机密水库加固',
  '不得外传的批注',
  '机密标签',
  '密件简报',
  '查机密查询',
  '机密文件名',
];

describe('log and diagnosis after a day’s work', () => {
  it('hold none of the words that were worked on', async () => {
    const folder = join(base, 'library');
    const reader = openReader();
    let answer: string | null = null;
    const answers: string[] = [];
    const library: ServedLibrary = serveLibrary(
      {
        libraryDir: folder,
        resourcesDir: join(root, 'resources'),
        fontsDir: join(root, 'node_modules'),
      },
      {
        reader,
        host: {
          chooseFilesToOpen: async () =>
            answer === null ? [] : [{ path: answer, name: '机密文件名.docx', size: 0 }],
          chooseFileToSave: async () => answer,
          chooseFolder: async () => answer,
        },
        print: { print: async () => Promise.reject(new Error('打印失败：机密水库加固')) },
        emit: () => undefined,
      },
      () => new Date().toISOString(),
    );
    const ask = async (name: string, input: unknown) => {
      const outcome = await library.dispatch(name, input);
      answers.push(JSON.stringify(outcome));
      return (outcome.ok ? outcome.value : {}) as Record<string, unknown>;
    };
    const text = `2023年甲山密镇政府工作报告\n各位代表：\n一、工作回顾\n全年机密水库加固三处。`;
    const { previewId } = await ask('imports.preview', { source: { kind: 'pasted', text } });
    await ask('imports.commit', { previewId, include: [0] });
    const { reports } = (await ask('reports.list', {})) as { reports: { id: string }[] };
    const documentId = reports[0]?.id;
    const note = '不得外传的批注';
    await ask('annotations.create', { documentId, start: 2, end: 9, note, tags: ['机密标签'] });
    await ask('search.run', { query: '查机密查询' });
    await ask('search.run', { query: 7, 机密文件名: true });
    await ask('机密文件名', {});
    const spec = { title: '密件简报', documents: [documentId] };
    await ask('briefs.save', { id: null, spec });
    answer = join(base, '机密文件名.pdf');
    await ask('briefs.exportPdf', { spec });
    await ask('library.restore', {});
    await ask('imports.chooseFiles', {});
    answer = base;
    await ask('library.chooseSecondFolder', {});
    answer = join(base, '机密文件名.zhenjian-backup');
    await ask('library.backup', {});
    await ask('library.listSnapshots', {});
    const { text: diagnosis } = await ask('library.diagnosis', {});
    answer = join(base, 'diagnosis.txt');
    expect(await ask('library.saveDiagnosis', {})).toEqual({ fileName: 'diagnosis.txt' });
    await library.close();
    await reader.close();

    // The window is told names, never where they are.
    expect(answers.join('')).toContain('机密文件名');
    expect(answers.filter((words) => words.includes(base))).toEqual([]);
    const log = readFileSync(join(folder, 'logs', 'log.txt'), 'utf8');
    expect(log).toMatch(/imports\.commit \d+ms\n/u);
    expect(log).toMatch(/search\.run \d+ms malformed-request\n/u);
    expect(log).toMatch(/unknown route \d+ms unknown-route\n/u);
    expect(log).toMatch(/briefs\.exportPdf \d+ms unexpected Error/u);
    expect(diagnosis).toMatch(/1 篇资料，1 条批注/u);
    for (const words of [...PLANTED, base]) {
      expect(log, words).not.toContain(words);
      expect(diagnosis, words).not.toContain(words);
      expect(readFileSync(answer, 'utf8'), words).not.toContain(words);
    }
  });
});

import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadOutcome } from '../../src/main/ingest/extraction.ts';
import { CANARY, CANARY_PATH, type HostileFile, TRAP_URL } from './file.ts';
import { MARKUP_FILES } from './markupFiles.ts';
import { OLE_FILES } from './oleFiles.ts';
import { PACKAGE_FILES } from './packageFiles.ts';
import { PDF_FILES } from './pdfFiles.ts';
import { REPORT } from './report.ts';
import { TEXT_FILES } from './textFiles.ts';

/** Of the whole process that reads, Node itself included. */
const MOST_MEGABYTES = 512;

const FILES: readonly HostileFile[] = [
  ...TEXT_FILES,
  ...MARKUP_FILES,
  ...PACKAGE_FILES,
  ...PDF_FILES,
  ...OLE_FILES,
];

/** Files that are hostile by what they are on disk; what is expected of each, by name. */
const PLACES: readonly { name: string; code?: string; says?: string }[] = [
  { name: '报告 空格 与（括号）.txt' },
  { name: '引号\'"与$美元`反引号.txt' },
  { name: '百分号%2e%2e%2f与#井号?问号&.txt' },
  { name: '-rf 像参数.txt' },
  { name: '换行\n在名中.txt' },
  { name: '倒序\u202etxt.exe' },
  { name: '表情👍与生僻字𬭼.txt' },
  { name: `${'很长的名字'.repeat(16)}.txt` },
  { name: '没有扩展名' },
  { name: 'CON.txt' },
  { name: '末尾是点.' },
  { name: '<img src=x onerror=alert(1)>.txt' },
  { name: '内链.txt' },
  { name: '外链.txt', code: 'link-not-followed', says: '指向别处的链接' },
  { name: '系统文件.txt', code: 'link-not-followed', says: '指向别处的链接' },
  { name: '链到文件夹', code: 'link-not-followed', says: '指向别处的链接' },
  { name: '断链.txt', code: 'missing-file', says: '找不到了' },
  { name: '链成环.txt', code: 'link-not-followed', says: '指向别处的链接' },
  { name: '管道.txt', code: 'unreadable-file', says: '不是普通文件' },
  { name: '二百兆.txt', code: 'too-large', says: '上限为 60 MB' },
  { name: '二百兆.pdf', code: 'too-large', says: '上限为 60 MB' },
];

interface Line {
  path: string;
  milliseconds?: number;
  residentMegabytes?: number;
  outcome: ReadOutcome;
}

let folder: string;
let server: Server;
const requests: string[] = [];
const lines = new Map<string, Line>();
let peakMegabytes = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '镇鉴 坏文件-'));
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('evil');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  await writeFiles();
  await readAll();
}, 240_000);

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function writeFiles(): Promise<void> {
  const chosen = join(folder, '选中');
  const outside = join(folder, '外面');
  await mkdir(chosen);
  await mkdir(outside);
  const canary = join(outside, '机密.txt');
  await writeFile(canary, CANARY);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const { name, bytes } of FILES) {
    await writeFile(join(chosen, name), armed(bytes(), address, canary));
  }
  for (const { name, code } of PLACES) {
    if (!code && name !== '内链.txt') await writeFile(join(chosen, name), REPORT);
  }
  await symlink(join(chosen, '没有扩展名'), join(chosen, '内链.txt'));
  await symlink(canary, join(chosen, '外链.txt'));
  await symlink('/etc/hostname', join(chosen, '系统文件.txt'));
  await symlink(outside, join(chosen, '链到文件夹'));
  await symlink(join(chosen, '不存在'), join(chosen, '断链.txt'));
  await symlink(join(chosen, '链成环.txt'), join(chosen, '链成环.txt'));
  execFileSync('mkfifo', [join(chosen, '管道.txt')]);
  for (const name of ['二百兆.txt', '二百兆.pdf']) {
    await writeFile(join(chosen, name), '%PDF-1.7\n');
    await truncate(join(chosen, name), 200 * 1024 * 1024);
  }
}

/** Uncompressed traps point to a server and a file that are really there. */
function armed(bytes: Uint8Array, address: string, canary: string): Uint8Array {
  if (bytes.length > 4_000_000) return bytes;
  const latin = Buffer.from(bytes).toString('latin1');
  if (!latin.includes(TRAP_URL) && !latin.includes(CANARY_PATH)) return bytes;
  const path = Buffer.from(canary).toString('latin1');
  const text = latin.replaceAll(TRAP_URL, address).replaceAll(CANARY_PATH, path);
  return Buffer.from(text, 'latin1');
}

async function readAll(): Promise<void> {
  const runner = fileURLToPath(new URL('readAll.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', runner, join(folder, '选中')],
    { maxBuffer: 512 * 1024 * 1024 },
  );
  for (const text of stdout.split('\n').filter(Boolean)) {
    const line: Line = JSON.parse(text);
    lines.set(line.path, line);
    peakMegabytes = Math.max(peakMegabytes, line.residentMegabytes ?? 0);
  }
}

function outcomeOf(name: string): ReadOutcome {
  const line = lines.get(join(folder, '选中', name));
  if (!line) throw new Error(`no outcome for ${name}`);
  return line.outcome;
}

describe('hostile and awkward files', () => {
  it('are at least 189 of different kinds', () => {
    const names = new Set([...FILES, ...PLACES].map(({ name }) => name));
    expect(names.size).toBe(FILES.length + PLACES.length);
    expect(names.size).toBeGreaterThanOrEqual(189);
  });

  it.each(FILES.map((file) => [file.name, file] as const))('%s', (name, { expected }) => {
    const outcome = outcomeOf(name);
    if ('code' in expected) {
      expect(outcome).toMatchObject({ ok: false, failure: { code: expected.code } });
      if (outcome.ok) return;
      expect(outcome.failure.message).toContain(`${name}”`);
      expect(outcome.failure.message).toContain(expected.says);
      return;
    }
    expect(outcome).toMatchObject({ ok: true });
    if (!outcome.ok) return;
    for (const passage of expected.has) expect(outcome.text).toContain(passage);
    for (const passage of expected.hasNot ?? []) expect(outcome.text).not.toContain(passage);
    const codes = outcome.notices.map((notice) => notice.code);
    expect(codes).toEqual(expect.arrayContaining([...(expected.notices ?? [])]));
    if (expected.format) expect(outcome.format).toBe(expected.format);
    if (expected.encoding) expect(outcome.encoding).toBe(expected.encoding);
  });

  it.each(PLACES.map((place) => [place.name, place] as const))('on disk: %j', (name, place) => {
    const path = name === '内链.txt' ? '没有扩展名' : name;
    const outcome = outcomeOf(path);
    if (!place.code) {
      expect(outcome).toMatchObject({ ok: true, text: REPORT });
      return;
    }
    expect(outcome).toMatchObject({
      ok: false,
      failure: { code: place.code, message: expect.stringContaining(place.says ?? '') },
    });
  });

  it('all get a Chinese sentence without the words of an exception', () => {
    for (const { outcome } of lines.values()) {
      const messages = outcome.ok
        ? outcome.notices.map((notice) => notice.message)
        : [outcome.failure.message.slice(outcome.failure.message.indexOf('”') + 1)];
      for (const message of messages) {
        expect(message).toMatch(/[\u4e00-\u9fff]{4}/);
        expect(message).not.toMatch(/error|exception|undefined|\bat \//i);
      }
    }
  });

  it('never make a request and never show another file', () => {
    expect(requests).toEqual([]);
    for (const { outcome } of lines.values()) {
      expect(JSON.stringify(outcome)).not.toContain(CANARY);
    }
  });

  it(`never take the reading process over ${MOST_MEGABYTES} MB`, () => {
    expect(peakMegabytes).toBeGreaterThan(50);
    expect(peakMegabytes).toBeLessThanOrEqual(MOST_MEGABYTES);
  });
});

import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOfSystemError } from './failures.ts';
import { readBytes } from './openSource.ts';
import { listSources } from './sources.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '镇鉴 来源-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = async (name: string, text = '政府工作报告') => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

describe('listing the files that were chosen', () => {
  it('lists a folder and the folders in it, sorted, with sizes, leaving out what systems and editors litter', async () => {
    await mkdir(join(folder, '2019'));
    await write('2019/昌城镇.txt');
    await write('甲.txt', '四个字');
    await write('~$甲.docx');
    await write('.DS_Store');
    await write('Thumbs.db');
    const { files, failures } = await listSources([folder]);
    expect(files.map((file) => [file.name.split('/').slice(1).join('/'), file.size])).toEqual([
      ['2019/昌城镇.txt', 18],
      ['甲.txt', 9],
    ]);
    expect(failures).toEqual([]);
  });

  it('gives each unusable path its own sentence and still lists the rest', async () => {
    const good = await write('好.txt');
    const empty = await write('空.txt', '');
    const { files, failures } = await listSources([join(folder, '没有.txt'), empty, good]);
    expect(files.map((file) => file.name)).toEqual(['好.txt']);
    expect(failures.map(({ failure }) => failure.code)).toEqual(['missing-file', 'empty-file']);
    expect(failures[0]?.failure.message).toContain('“没有.txt”');
  });

  it('follows a link inside the chosen folder and none that leads out of it', async () => {
    const inside = join(folder, '选中');
    await mkdir(inside);
    const secret = await write('外面.txt', '不该读到');
    await writeFile(join(inside, '里面.txt'), '可以读');
    await symlink(join(inside, '里面.txt'), join(inside, '内链.txt'));
    await symlink(secret, join(inside, '外链.txt'));
    await symlink(folder, join(inside, '外面的文件夹'));
    await symlink(join(inside, '自己.txt'), join(inside, '自己.txt'));
    const { files, failures } = await listSources([inside]);
    expect(files.map((file) => file.name)).toEqual(['选中/内链.txt', '选中/里面.txt']);
    expect(failures.map(({ failure }) => failure.code)).toEqual([
      'link-not-followed',
      'link-not-followed',
      'link-not-followed',
    ]);
    await expect(readBytes(join(inside, '外链.txt'))).rejects.toMatchObject({
      code: 'link-not-followed',
    });
  });

  it('shows names without control characters and clips long ones', async () => {
    await write('报告\u202egpj\n.txt');
    await write(`${'长'.repeat(70)}.txt`);
    const { files } = await listSources([folder]);
    const names = files.map((file) => file.name.slice(file.name.indexOf('/') + 1));
    expect(names).toContain('报告gpj.txt');
    expect(names.some((name) => name.includes('…') && name.endsWith('.txt'))).toBe(true);
  });

  it.each([
    ['EACCES', 'no-permission', '没有读取权限'],
    ['EPERM', 'no-permission', '没有读取权限'],
    ['EBUSY', 'file-in-use', '正被其他程序占用'],
    ['ENOENT', 'missing-file', '找不到了'],
    ['ENAMETOOLONG', 'unreadable-file', '太长'],
    ['EIO', 'unreadable-file', '读取出错'],
    ['EWHATEVER', 'unreadable-file', '读取失败'],
  ])('says in Chinese what the system means by %s', (system, code, words) => {
    const error = Object.assign(new Error(`${system}: no such luck, open '/x'`), { code: system });
    const failure = failureOfSystemError(error, '报告.txt');
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(words);
    expect(failure.message).not.toMatch(/[A-Z]{4}|luck/);
  });

  it('refuses by size before reading', async () => {
    const path = await write('大.txt');
    await truncate(path, 200 * 1024 * 1024);
    await expect(readBytes(path)).rejects.toMatchObject({
      code: 'too-large',
      detail: '文件有 200 MB，上限为 60 MB',
    });
  });
});

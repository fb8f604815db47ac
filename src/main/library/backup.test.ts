import {
  copyFileSync,
  existsSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { changeOneWord, foreignDatabase, setVersion } from '../store/backup/damages.cases.ts';
import { LIBRARY_FILE } from './openLibrary.ts';
import { addNote, notesOf, SampleDesks, textsOf } from './safety.cases.ts';

const desks = new SampleDesks();
beforeAll(() => desks.prepare());
afterEach(() => desks.closeAll());
afterAll(() => desks.remove());

describe('backup and restore', () => {
  it('brings back exactly what was backed up, and keeps what stood there', async () => {
    const folder = desks.folder();
    const served = desks.serve(folder);
    const before = { notes: await notesOf(served), texts: await textsOf(served) };
    served.answer = join(folder, 'out.zhenjian-backup');
    expect(await served.ask('library.backup', {})).toEqual({
      fileName: 'out.zhenjian-backup',
      reportCount: 10,
      annotationCount: 1,
    });
    await addNote(served, '备份以后的批注');
    await served.ask('library.removeSample', {});
    expect(await served.ask('library.restore', {})).toEqual({
      restored: { reportCount: 10, annotationCount: 1 },
      broughtBack: null,
    });
    expect({ notes: await notesOf(served), texts: await textsOf(served) }).toEqual(before);
    expect((await served.ask('search.run', { query: '快照里的批注' })).total).toBe(1);
    expect(await served.ask('library.verify', {})).toMatchObject({ sound: true, problems: 0 });
    expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1);
  });

  it('leads back from a restore by the snapshot taken before it', async () => {
    const folder = desks.folder();
    const served = desks.serve(folder);
    served.answer = join(folder, 'out.zhenjian-backup');
    await served.ask('library.backup', {});
    await addNote(served, '备份以后的批注');
    await served.ask('library.restore', {});
    const { snapshots } = await served.ask('library.listSnapshots', {});
    expect(snapshots[0]).toMatchObject({ reason: '还原前留存', annotationCount: 2 });
    await served.ask('library.restoreSnapshot', { id: snapshots[0]?.id ?? '' });
    expect(await notesOf(served)).toEqual(['备份以后的批注', '快照里的批注']);
  });

  it('writes a backup that travels: one file, readable where nothing can be written', async () => {
    const folder = desks.folder();
    const served = desks.serve(folder);
    served.answer = join(folder, 'out.zhenjian-backup');
    await served.ask('library.backup', {});
    const backup = new Database(served.answer, { readonly: true });
    expect(backup.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(backup.prepare('SELECT count(*) FROM reports').pluck().get()).toBe(10);
    backup.close();
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('refuses each unusable backup with its own sentence and changes nothing', async () => {
    const folder = desks.folder();
    const served = desks.serve(folder);
    const good = join(folder, 'good');
    served.answer = good;
    await served.ask('library.backup', {});
    const make = (name: string, change: (path: string) => void) => {
      const path = join(folder, name);
      copyFileSync(good, path);
      change(path);
      return path;
    };
    const cases: [path: string, code: string, words: RegExp][] = [
      [make('cut', (path) => truncateSync(path, 65_536)), 'damaged', /已损坏/u],
      [make('empty', (path) => truncateSync(path, 0)), 'emptied', /空文件/u],
      [make('text', (path) => writeFileSync(path, '不是备份'.repeat(99))), 'damaged', /已损坏/u],
      [make('song', foreignDatabase), 'foreign-file', /不是镇鉴的备份/u],
      [make('newer', (path) => setVersion(path, 99_990)), 'newer-library', /更新版本/u],
      [make('word', (path) => changeOneWord(path)), 'damaged', /已损坏/u],
      [join(folder, 'nowhere'), 'vanished', /没有找到/u],
    ];
    for (const [path, code, words] of cases) {
      served.answer = path;
      const failure = await served.failureOf('library.restore');
      expect(failure.code, path).toBe(code);
      expect(failure.message, path).toMatch(words);
      expect(failure.message).toMatch(/没有改动/u);
    }
    expect(await notesOf(served)).toEqual(['快照里的批注']);
    expect(existsSync(join(folder, 'set-aside'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('is never written over a file of the library’s own, nor is anything else', async () => {
    const folder = desks.folder();
    const served = desks.serve(folder);
    const [snapshot = ''] = readdirSync(join(folder, 'snapshots'));
    const linked = join(desks.base, 'linked');
    symlinkSync(folder, linked);
    const ids = (await served.ask('annotations.list', {})).annotations.map(({ id }) => id);
    for (const own of [
      LIBRARY_FILE,
      `${LIBRARY_FILE}-wal`,
      'library.count',
      join('snapshots', snapshot),
    ]) {
      for (const place of [folder, linked, join(folder, 'logs', '..')]) {
        served.answer = `${place}/${own}`;
        expect((await served.failureOf('library.backup')).code).toBe('own-file');
        const written = await served.failureOf('annotations.export', { ids, format: 'txt' });
        expect(written.message).toMatch(/资料库自己的文件.*请另选/u);
      }
    }
    expect(await notesOf(served)).toEqual(['快照里的批注']);
    served.answer = join(folder, '备份.zhenjian-backup');
    expect((await served.ask('library.backup', {})).reportCount).toBe(10);
  });

  it('says where a backup could not be written, and leaves no half file', async () => {
    const served = desks.serve();
    served.answer = join(desks.base, 'no-such-folder', 'out.zhenjian-backup');
    const failure = await served.failureOf('library.backup');
    expect(failure.message).toMatch(/备份没有写出，资料库未受影响/u);
    expect(await notesOf(served)).toEqual(['快照里的批注']);
  });

  it('does not restore over a library another program is writing to', async () => {
    const folder = desks.folder();
    const served = desks.serve(folder);
    served.answer = join(folder, 'good');
    await served.ask('library.backup', {});
    const other = new Database(join(folder, LIBRARY_FILE));
    other.prepare('SELECT count(*) FROM reports').get();
    other.exec('BEGIN IMMEDIATE');
    expect((await served.failureOf('library.restore')).code).toBe('library-in-use');
    other.exec('ROLLBACK');
    other.close();
    expect(await notesOf(served)).toEqual(['快照里的批注']);
  }, 30_000);
});

describe('a backup opened by a double click', () => {
  it('is asked about, and restored or left alone as the person says', async () => {
    const folder = desks.folder();
    const served = desks.serve(folder);
    served.answer = join(folder, '年底.zhenjian-backup');
    await served.ask('library.backup', {});
    await addNote(served, '备份以后的批注');
    served.library.context.offered.path = served.answer;
    const counts = { reportCount: 10, annotationCount: 1 };
    expect(await served.ask('library.offeredBackup', {})).toEqual({
      offer: { fileName: '年底.zhenjian-backup', counts, problem: null },
    });
    expect(await served.ask('library.answerOffer', { restore: false })).toMatchObject({
      restored: null,
    });
    expect(await served.ask('library.offeredBackup', {})).toEqual({ offer: null });
    expect(await notesOf(served)).toHaveLength(2);
    served.library.context.offered.path = served.answer;
    expect(await served.ask('library.answerOffer', { restore: true })).toMatchObject({
      restored: counts,
    });
    expect(await notesOf(served)).toEqual(['快照里的批注']);
  });

  it('is refused with a sentence where it cannot be used', async () => {
    const folder = desks.folder();
    const served = desks.serve(folder);
    served.library.context.offered.path = join(folder, '坏的.zhenjian-backup');
    writeFileSync(served.library.context.offered.path, '不是备份'.repeat(99));
    const { offer } = await served.ask('library.offeredBackup', {});
    expect(offer).toMatchObject({ counts: null });
    expect(offer?.problem).toMatch(/已损坏，没有还原，现有资料没有改动/u);
  });
});

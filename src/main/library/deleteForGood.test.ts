import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesWith } from '../../../tests/fixtures/filesWith.ts';
import { ServedDesk } from '../../../tests/fixtures/servedLibrary.ts';
import { LIBRARY_FILE } from './openLibrary.ts';

const base = mkdtempSync(join(tmpdir(), 'zhenjian-trash-'));
let desk: ServedDesk;
let folder: string;
const ask: ServedDesk['ask'] = (name, input) => desk.ask(name, input);

async function importText(text: string): Promise<string> {
  return (await desk.paste(text))[0] ?? '';
}

const filesHere = (words: string, ...further: string[]) => filesWith(words, folder, ...further);

const SECRET = '涉密水库加固';
const NOTE = '此条不得外传';
const OTHER = '邻村修路';
const NEXT_NOTE = '还要留着的批注';

let secret: string;
let notes: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(base, 'library-'));
  desk = new ServedDesk({ folder });
  secret = await importText(
    `2023年甲山镇政府工作报告\n各位代表：\n一、工作回顾\n${`全年${SECRET}三处。`.repeat(60)}`,
  );
  const other = await importText(
    `2023年乙水镇政府工作报告\n各位代表：\n一、工作回顾\n${`全年${OTHER}五里。`.repeat(60)}`,
  );
  notes = [];
  for (const [documentId, note] of [
    [secret, '在要删除的资料上'],
    [other, NOTE],
    [other, NEXT_NOTE],
  ] as const) {
    const made = await ask('annotations.create', { documentId, start: 30, end: 36, note });
    notes.push(made.annotation.id);
  }
  desk.library.context.home.snapshotChanges('idle');
  await ask('reports.remove', { id: secret });
  await ask('annotations.remove', { id: notes[1] ?? '' });
});
afterEach(() => desk.close());
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('deleting for good', () => {
  it('lists what was removed, and what is still there is no part of it', async () => {
    const { reports, notes: removed } = await ask('trash.list', {});
    expect(reports).toMatchObject([
      { id: secret, title: '2023年甲山镇政府工作报告', annotationCount: 1 },
    ]);
    expect(removed).toMatchObject([{ note: NOTE, reportTitle: '2023年乙水镇政府工作报告' }]);
  });

  it('leaves no byte of it in any file once every copy is cleaned, and all else as it was', async () => {
    const choice = { reports: [secret], notes: [notes[1] ?? ''] };
    expect(filesHere(SECRET)).not.toEqual([]);
    const { copies } = await ask('trash.copies', choice);
    expect(copies).toMatchObject([
      { place: 'snapshots', readable: true, reason: '有改动后自动留存' },
    ]);
    const done = await ask('trash.deleteForGood', {
      ...choice,
      copies: copies.map(({ id }) => id),
    });
    expect(done).toEqual({ reports: 1, notes: 1, rewritten: 1, deleted: 0 });
    for (const words of [SECRET, NOTE, '在要删除的资料上'])
      expect(filesHere(words), words).toEqual([]);

    expect(await ask('library.verify', {})).toMatchObject({ sound: true, reportCount: 1 });
    expect((await ask('search.run', { query: OTHER })).total).toBeGreaterThan(0);
    const { annotations } = await ask('annotations.list', {});
    expect(annotations.map(({ note }) => note)).toEqual([NEXT_NOTE]);
    const [snapshot] = (await ask('library.listSnapshots', {})).snapshots;
    await ask('library.restoreSnapshot', { id: snapshot?.id ?? '' });
    expect(await ask('library.verify', {})).toMatchObject({ sound: true, reportCount: 1 });
    expect((await ask('search.run', { query: SECRET })).total).toBe(0);
  });

  it('cleans the library alone where the person keeps the copies', async () => {
    const choice = { reports: [secret], notes: [] };
    await ask('trash.deleteForGood', { ...choice, copies: [] });
    expect(filesHere(SECRET).every((name) => name.startsWith('snapshots'))).toBe(true);
    expect(filesHere(SECRET)).toHaveLength(1);
  });

  it('reaches what a restore set aside and the second folder', async () => {
    const second = mkdtempSync(join(base, 'second-'));
    desk.answer = second;
    await ask('library.chooseSecondFolder', {});
    desk.answer = join(base, 'good.zhenjian-backup');
    await ask('library.backup', {});
    await ask('library.restore', {});
    const choice = { reports: [secret], notes: [] };
    const { copies } = await ask('trash.copies', choice);
    expect(new Set(copies.map(({ place }) => place))).toEqual(
      new Set(['snapshots', 'set-aside', 'second-folder']),
    );
    await ask('trash.deleteForGood', { ...choice, copies: copies.map(({ id }) => id) });
    expect(filesHere(SECRET, second)).toEqual([]);
    expect(JSON.stringify(copies)).not.toContain(base);
  });

  it('goes on by itself after another program was in the way, or the program was killed', async () => {
    const other = new Database(join(folder, LIBRARY_FILE), { readonly: true });
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM reports').get();
    const { home } = desk.library.context;
    home.library.connection.pragma('busy_timeout = 20');
    const choice = { reports: [secret], notes: [] };
    const { copies } = await ask('trash.copies', choice);
    const all = { ...choice, copies: copies.map(({ id }) => id) };
    const failure = await desk.failureOf('trash.deleteForGood', all);
    expect(failure).toMatchObject({ code: 'library-in-use' });
    expect(failure.message).toMatch(/已从资料库删除.*自动清完。$/u);
    expect((await ask('trash.list', {})).reports).toEqual([]);
    expect(filesHere(SECRET)).not.toEqual([]);
    other.close();
    await desk.restart();
    desk.library.context.home.snapshotChanges('idle');
    expect(filesHere(SECRET)).toEqual([]);
  });

  it('reaches copies that were being written when the program was killed', async () => {
    const snapshots = readdirSync(join(folder, 'snapshots'));
    const half = join(folder, 'snapshots', `${snapshots[0]}.part`);
    copyFileSync(join(folder, 'snapshots', snapshots[0] ?? ''), half);
    const choice = { reports: [secret], notes: [] };
    const { copies } = await ask('trash.copies', choice);
    await ask('trash.deleteForGood', { ...choice, copies: copies.map(({ id }) => id) });
    expect(filesHere(SECRET)).toEqual([]);
    expect(existsSync(half)).toBe(false);
  });

  it('takes its title out of the records of merges, and no other', async () => {
    const title = '2023年甲山镇政府工作报告';
    const kept = [title, '2023年乙水镇政府工作报告'].map((reportTitle) => ({
      ...{ reportTitle, field: 'kind', mine: '', theirs: 'other' },
    }));
    const counts = { fresh: 0, here: 1, 'in-trash': 0, 'other-text': 0 };
    const notes = { fresh: 0, same: 0, updated: 0, conflicting: 0 };
    const about = { title: '交换', author: '', digest: '', mergedAt: '2026-01-01T00:00:00.000Z' };
    const record = { ...about, reports: counts, notes, kept, conflicts: [] };
    await desk.library.context.store.writeSetting('merges', [record, { ...record, kept: [] }]);
    await ask('trash.deleteForGood', { reports: [secret], notes: [], copies: [] });
    const { merges } = await ask('exchange.merges', {});
    expect(merges).toEqual([
      { ...record, kept: kept.slice(1) },
      { ...record, kept: [] },
    ]);
  });

  it('never deletes what is in sight', async () => {
    await ask('reports.restore', { id: secret });
    const done = await ask('trash.deleteForGood', { reports: [secret], notes, copies: [] });
    expect(done).toMatchObject({ reports: 0, notes: 1 });
    expect((await ask('reports.list', {})).reports).toHaveLength(2);
    expect((await ask('annotations.list', {})).annotations).toHaveLength(2);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServedDesk } from '../../../tests/fixtures/servedLibrary.ts';

const base = mkdtempSync(join(tmpdir(), 'zhenjian-trash-'));
let desk: ServedDesk;
let folder: string;
const ask: ServedDesk['ask'] = (name, input) => desk.ask(name, input);

async function importText(text: string): Promise<string> {
  return (await desk.paste(text))[0] ?? '';
}

/** The files below the library's folder, and the second one, in which some words stand, in either coding. */
function filesWith(words: string, ...folders: string[]): string[] {
  return [folder, ...folders].flatMap((where) =>
    readdirSync(where, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(where, name)).isFile())
      .filter((name) => {
        const bytes = readFileSync(join(where, name));
        return bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le'));
      }),
  );
}

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
    expect(filesWith(SECRET)).not.toEqual([]);
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
      expect(filesWith(words), words).toEqual([]);

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
    expect(filesWith(SECRET).every((name) => name.startsWith('snapshots'))).toBe(true);
    expect(filesWith(SECRET)).toHaveLength(1);
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
    expect(filesWith(SECRET, second)).toEqual([]);
    expect(JSON.stringify(copies)).not.toContain(base);
  });

  it('never deletes what is in sight', async () => {
    await ask('reports.restore', { id: secret });
    const done = await ask('trash.deleteForGood', { reports: [secret], notes, copies: [] });
    expect(done).toMatchObject({ reports: 0, notes: 1 });
    expect((await ask('reports.list', {})).reports).toHaveLength(2);
    expect((await ask('annotations.list', {})).annotations).toHaveLength(2);
  });
});

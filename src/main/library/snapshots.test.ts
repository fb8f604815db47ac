import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { changeOneWord } from '../store/backup/damages.cases.ts';
import { LIBRARY_FILE } from './openLibrary.ts';
import { addNote, SampleDesks } from './safety.cases.ts';

const desks = new SampleDesks();
beforeAll(() => desks.prepare());
afterEach(() => desks.closeAll());
afterAll(() => desks.remove());

describe('snapshots', () => {
  it('are taken before the sample is removed, and after changes, and not without any', async () => {
    const served = desks.serve();
    const count = async () => (await served.ask('library.listSnapshots', {})).snapshots.length;
    expect(await count()).toBe(1);
    served.library.context.home.snapshotChanges('idle');
    expect(await count()).toBe(1);
    await addNote(served, '又一条');
    served.library.context.home.snapshotChanges('idle');
    expect(await count()).toBe(2);
    await served.ask('library.removeSample', {});
    expect(await count()).toBe(3);
  });

  it('go to a second folder as well, and are not lost when that is gone', async () => {
    const folder = desks.folder();
    const served = desks.serve(folder);
    const second = mkdtempSync(join(desks.base, 'second-'));
    served.answer = second;
    const { secondFolder } = await served.ask('library.chooseSecondFolder', {});
    expect(secondFolder?.problem).toBeNull();
    const copies = readdirSync(second, { recursive: true, encoding: 'utf8' });
    expect(copies.filter((name) => name.endsWith('.zhenjian'))).toHaveLength(1);
    rmSync(second, { recursive: true });
    writeFileSync(second, '');
    await addNote(served, '又一条');
    served.library.context.home.snapshotChanges('idle');
    const listed = await served.ask('library.listSnapshots', {});
    expect(listed.snapshots[0]?.annotationCount).toBe(2);
    expect(listed.secondFolder?.problem).toMatch(/。$/u);
    expect(JSON.stringify(listed)).not.toContain(desks.base);
  });

  it('leave nothing of one that was being written when the program was killed', () => {
    const folder = join(desks.folder(), 'snapshots');
    const [abandoned, underway] = ['1.zhenjian.part', '2.zhenjian.part-journal'].map((name) =>
      join(folder, name),
    ) as [string, string];
    for (const path of [abandoned, underway]) writeFileSync(path, '半个快照');
    utimesSync(abandoned, 0, 0);
    desks.serve(dirname(folder));
    expect([abandoned, underway].map((path) => existsSync(path))).toEqual([false, true]);
  });

  it('notice a note of which only a word was changed behind the library’s back', async () => {
    const folder = desks.folder();
    const database = new Database(join(folder, LIBRARY_FILE));
    database.exec("UPDATE annotation_revisions SET note = '快照里的批主'");
    database.close();
    const served = desks.serve(folder);
    expect(await served.ask('library.verify', {})).toMatchObject({ sound: false, problems: 1 });
  });

  it('are never taken from a library that fails its check', async () => {
    const folder = desks.folder();
    const file = join(folder, LIBRARY_FILE);
    changeOneWord(file);
    const served = desks.serve(folder);
    await addNote(served, '又一条');
    served.library.context.home.snapshotChanges('idle');
    const { trouble } = await served.ask('library.trouble', {});
    expect(trouble?.code).toBe('damaged');
    expect(trouble?.snapshots).toHaveLength(1);
  });
});

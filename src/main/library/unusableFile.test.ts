import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ServedDesk } from '../../../tests/fixtures/servedLibrary.ts';
import { DAMAGES } from '../store/backup/damages.cases.ts';
import { LIBRARY_FILE } from './openLibrary.ts';
import { addNote, copyFolder, notesOf, SampleDesks } from './safety.cases.ts';

const desks = new SampleDesks();
beforeAll(() => desks.prepare());
afterEach(() => desks.closeAll());
afterAll(() => desks.remove());

/** What the person says became of one commitment. */
function settle(ask: ServedDesk['ask'], id: string, reason: string): Promise<unknown> {
  const decision = { outcome: 'kept', reason } as const;
  return ask('drafts.settle', { id, planId: 'plan', start: 3, end: 9, decision });
}

describe('a library file that cannot be used', () => {
  for (const [what, code, damage] of DAMAGES) {
    it(`that is ${what} is told as ${code}, kept, and a snapshot brings all back`, async () => {
      const folder = desks.folder();
      const file = join(folder, LIBRARY_FILE);
      damage(file);
      const found = existsSync(file) ? readFileSync(file) : null;
      const served = desks.serve(folder);
      expect(await served.failureOf('reports.list')).toMatchObject({ code });
      const { trouble } = await served.ask('library.trouble', {});
      expect(trouble).toMatchObject({ code, canReplace: true });
      expect(trouble?.message).toMatch(/^[^。]+。?.*。$/u);
      await served.ask('library.restoreSnapshot', { id: trouble?.snapshots[0]?.id ?? '' });
      expect(await notesOf(served)).toEqual(['快照里的批注']);
      expect((await served.ask('library.trouble', {})).trouble).toBeNull();
      if (found === null) return;
      const [aside = ''] = readdirSync(join(folder, 'set-aside'));
      expect(readFileSync(join(folder, 'set-aside', aside)).equals(found)).toBe(true);
    });
  }

  it('makes way for a new library and is kept', async () => {
    const folder = desks.folder();
    writeFileSync(join(folder, LIBRARY_FILE), '病毒'.repeat(5000));
    const served = desks.serve(folder);
    await served.ask('library.startAnew', {});
    expect((await served.ask('library.status', {})).reportCount).toBe(0);
    expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1);
    expect(await served.failureOf('library.startAnew')).toMatchObject({ code: 'library-open' });
  });

  it('that another program has locked is waited for, not replaced', async () => {
    const folder = desks.folder();
    const other = new Database(join(folder, LIBRARY_FILE));
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    const served = desks.serve(folder);
    const { trouble } = await served.ask('library.trouble', {});
    expect(trouble).toMatchObject({ code: 'library-in-use', canReplace: false });
    expect(await served.failureOf('library.startAnew')).toMatchObject({ code: 'library-in-use' });
    other.exec('ROLLBACK');
    other.close();
    await served.ask('library.reopen', {});
    expect(await notesOf(served)).toEqual(['快照里的批注']);
  }, 30_000);

  it('that is moved away under an open library is noticed before anything is said to be saved', async () => {
    const folder = desks.folder();
    const served = desks.serve(folder);
    await addNote(served, '刚写的');
    renameSync(join(folder, LIBRARY_FILE), join(folder, 'moved'));
    served.events.length = 0;
    const failure = await served.failureOf('annotations.list');
    expect(failure.code).toBe('vanished');
    expect(served.events).toEqual([{ type: 'library.changed' }]);
    const { trouble } = await served.ask('library.trouble', {});
    expect(trouble?.snapshots[0]).toMatchObject({ reason: '出错时抢救', annotationCount: 2 });
  });

  it('whose whole folder is gone is not begun anew unless the person says so', async () => {
    const folder = desks.folder();
    const served = desks.serve(folder);
    await addNote(served, '刚写的');
    renameSync(folder, `${folder}-away`);
    expect((await served.failureOf('annotations.list')).code).toBe('vanished');
    rmSync(folder, { recursive: true, force: true });
    expect((await served.failureOf('library.reopen')).code).toBe('vanished');
    expect(existsSync(join(folder, LIBRARY_FILE))).toBe(false);
    rmSync(folder, { recursive: true, force: true });
    renameSync(`${folder}-away`, folder);
    await served.ask('library.reopen', {});
    expect(await notesOf(served)).toContain('刚写的');
  });

  it('that lost its write-ahead log after a crash is told, and goes on by a snapshot or as it is', async () => {
    const crashed = async () => {
      const folder = desks.folder();
      const served = desks.serve(folder);
      await addNote(served, '只在日志里的批注');
      // What stands on the disk at this moment is what a kill leaves.
      const left = `${folder}-left`;
      copyFolder(folder, left);
      rmSync(join(left, `${LIBRARY_FILE}-shm`));
      await served.close();
      return left;
    };
    const whole = desks.serve(await crashed());
    expect(await notesOf(whole)).toContain('只在日志里的批注');
    await whole.close();

    const folder = await crashed();
    const log = join(folder, `${LIBRARY_FILE}-wal`);
    renameSync(log, join(folder, 'moved'));
    const served = desks.serve(folder);
    const { trouble } = await served.ask('library.trouble', {});
    expect(trouble).toMatchObject({ code: 'log-lost', canReplace: true });
    expect(trouble?.snapshots).toHaveLength(1);
    renameSync(join(folder, 'moved'), log);
    await served.ask('library.reopen', {});
    expect(await notesOf(served)).toContain('只在日志里的批注');
    await served.close();

    const without = await crashed();
    rmSync(join(without, `${LIBRARY_FILE}-wal`));
    const goingOn = desks.serve(without);
    await goingOn.ask('library.openAsIs', {});
    expect(await notesOf(goingOn)).toEqual(['快照里的批注']);
    await addNote(goingOn, '接着写');
    await goingOn.close();
    expect((await desks.serve(without).ask('library.trouble', {})).trouble).toBeNull();
  });

  it.each([
    [
      'a name was assigned',
      ({ ask }, _id) => ask('indicators.assign', { name: '改厕数', key: 'I46' }),
    ],
    [
      'a finding was dismissed',
      ({ ask }, id) => ask('drafts.dismiss', { id, key: '错', dismissed: true }),
    ],
    ['an answer was changed', ({ ask }, id) => settle(ask, id, '改口')],
  ] satisfies [string, (desk: ServedDesk, id: string) => Promise<unknown>][])(
    'that lost its log after %s is told too',
    async (_what, step) => {
      const folder = desks.folder();
      const served = desks.serve(folder);
      const begun = { town: '甲山镇', planYear: 2027, basisId: null };
      const { id } = (await served.ask('drafts.begin', begun)).draft;
      await settle(served.ask, id, '先答');
      served.library.context.home.library.connection.pragma('wal_checkpoint(TRUNCATE)');
      await step(served, id);
      const left = `${folder}-left`;
      copyFolder(folder, left);
      for (const log of ['-wal', '-shm']) rmSync(join(left, LIBRARY_FILE + log));
      const { trouble } = await desks.serve(left).ask('library.trouble', {});
      expect(trouble?.code).toBe('log-lost');
    },
  );

  it('may be an older one that a restore brought back: no operation of it is missed', async () => {
    const folder = desks.folder();
    const served = desks.serve(folder);
    await addNote(served, '还原前的批注');
    const { snapshots } = await served.ask('library.listSnapshots', {});
    await served.ask('library.restoreSnapshot', { id: snapshots.at(-1)?.id ?? '' });
    await served.close();
    expect((await desks.serve(folder).ask('library.trouble', {})).trouble).toBeNull();
  });
});

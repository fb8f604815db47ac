import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../shared/contract/failure.ts';
import { type Input, type Output, type RouteName, routes } from '../../shared/contract/routes.ts';
import { openReader } from '../ingest/readInWorker.ts';
import {
  changeOneWord,
  DAMAGES,
  foreignDatabase,
  setVersion,
} from '../store/backup/damages.cases.ts';
import { LIBRARY_FILE } from './openLibrary.ts';
import { type ServedLibrary, serveLibrary } from './serve.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const base = mkdtempSync(join(tmpdir(), 'zhenjian-safety-'));
const template = join(base, 'template');
const reader = openReader();
let clock = Date.parse('2026-11-01T00:00:00Z');
let folders = 0;
/** What the person answers in the next dialog. */
let answer: string | null = null;
let library: ServedLibrary | undefined;
let events: string[] = [];

function serve(libraryDir: string): ServedLibrary {
  library = serveLibrary(
    { libraryDir, resourcesDir: join(root, 'resources'), fontsDir: join(root, 'node_modules') },
    {
      reader,
      host: {
        chooseFilesToOpen: async () =>
          answer === null ? [] : [{ path: answer, name: 'backup', size: 0 }],
        chooseFileToSave: async () => answer,
        chooseFolder: async () => answer,
      },
      print: { print: async () => new Uint8Array() },
      emit: (event) => events.push(event.type),
    },
    () => {
      clock += 1000;
      return new Date(clock).toISOString();
    },
  );
  return library;
}

async function ask<N extends RouteName>(
  served: ServedLibrary,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const outcome = (await served.dispatch(name, input)) as Outcome<Output<N>>;
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
  return routes[name].output.parse(outcome.value) as Output<N>;
}

/** A library folder with the sample, one note and one snapshot in it, not yet open. */
function sampleFolder(): string {
  folders += 1;
  const folder = join(base, `library-${folders}`);
  copyFolder(template, folder);
  return folder;
}

function copyFolder(from: string, to: string): void {
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (statSync(join(from, path)).isDirectory()) continue;
    const target = join(to, path);
    rmSync(target, { force: true });
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(from, path), target);
  }
}

async function addNote(served: ServedLibrary, note: string): Promise<string> {
  const [report] = (await ask(served, 'reports.list', {})).reports;
  const { annotation } = await ask(served, 'annotations.create', {
    documentId: report?.id ?? '',
    start: 10,
    end: 20,
    note,
  });
  return annotation.id;
}

const notesOf = async (served: ServedLibrary) =>
  (await ask(served, 'annotations.list', {})).annotations.map(({ note }) => note).sort();

const textsOf = async (served: ServedLibrary) => {
  const { reports } = await ask(served, 'reports.list', {});
  return Promise.all(
    reports.map(async ({ id }) => (await ask(served, 'reports.get', { id })).text),
  );
};

const failureOf = async (served: ServedLibrary, name: RouteName, input: unknown = {}) => {
  const outcome = await served.dispatch(name, input);
  if (outcome.ok) throw new Error(`${name} went through`);
  return outcome.failure;
};

beforeAll(async () => {
  const served = serve(template);
  await ask(served, 'library.openSample', {});
  await addNote(served, '快照里的批注');
  served.context.home.snapshotChanges('idle');
  await served.close();
});
afterEach(async () => {
  answer = null;
  await library?.close();
});
afterAll(async () => {
  await reader.close();
  rmSync(base, { recursive: true, force: true });
});

describe('backup and restore', () => {
  it('brings back exactly what was backed up, and keeps what stood there', async () => {
    const folder = sampleFolder();
    const served = serve(folder);
    const before = { notes: await notesOf(served), texts: await textsOf(served) };
    answer = join(folder, 'out.zhenjian-backup');
    expect(await ask(served, 'library.backup', {})).toEqual({
      fileName: 'out.zhenjian-backup',
      reportCount: 10,
      annotationCount: 1,
    });
    await addNote(served, '备份以后的批注');
    await ask(served, 'library.removeSample', {});
    expect(await ask(served, 'library.restore', {})).toEqual({
      restored: { reportCount: 10, annotationCount: 1 },
    });
    expect({ notes: await notesOf(served), texts: await textsOf(served) }).toEqual(before);
    expect((await ask(served, 'search.run', { query: '快照里的批注' })).total).toBe(1);
    expect(await ask(served, 'library.verify', {})).toMatchObject({ sound: true, problems: 0 });
    expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1);
  });

  it('leads back from a restore by the snapshot taken before it', async () => {
    const folder = sampleFolder();
    const served = serve(folder);
    answer = join(folder, 'out.zhenjian-backup');
    await ask(served, 'library.backup', {});
    await addNote(served, '备份以后的批注');
    await ask(served, 'library.restore', {});
    const { snapshots } = await ask(served, 'library.listSnapshots', {});
    expect(snapshots[0]).toMatchObject({ reason: '还原前留存', annotationCount: 2 });
    await ask(served, 'library.restoreSnapshot', { id: snapshots[0]?.id ?? '' });
    expect(await notesOf(served)).toEqual(['备份以后的批注', '快照里的批注']);
  });

  it('writes a backup that travels: one file, readable where nothing can be written', async () => {
    const folder = sampleFolder();
    const served = serve(folder);
    answer = join(folder, 'out.zhenjian-backup');
    await ask(served, 'library.backup', {});
    const backup = new Database(answer, { readonly: true });
    expect(backup.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(backup.prepare('SELECT count(*) FROM reports').pluck().get()).toBe(10);
    backup.close();
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('refuses each unusable backup with its own sentence and changes nothing', async () => {
    const folder = sampleFolder();
    const served = serve(folder);
    const good = join(folder, 'good');
    answer = good;
    await ask(served, 'library.backup', {});
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
      answer = path;
      const failure = await failureOf(served, 'library.restore');
      expect(failure.code, path).toBe(code);
      expect(failure.message, path).toMatch(words);
      expect(failure.message).toMatch(/没有改动/u);
    }
    expect(await notesOf(served)).toEqual(['快照里的批注']);
    expect(existsSync(join(folder, 'set-aside'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('says where a backup could not be written, and leaves no half file', async () => {
    const served = serve(sampleFolder());
    answer = join(base, 'no-such-folder', 'out.zhenjian-backup');
    const failure = await failureOf(served, 'library.backup');
    expect(failure.message).toMatch(/备份没有写出，资料库未受影响/u);
    expect(await notesOf(served)).toEqual(['快照里的批注']);
  });

  it('does not restore over a library another program is writing to', async () => {
    const folder = sampleFolder();
    const served = serve(folder);
    answer = join(folder, 'good');
    await ask(served, 'library.backup', {});
    const other = new Database(join(folder, LIBRARY_FILE));
    other.prepare('SELECT count(*) FROM reports').get();
    other.exec('BEGIN IMMEDIATE');
    expect((await failureOf(served, 'library.restore')).code).toBe('library-in-use');
    other.exec('ROLLBACK');
    other.close();
    expect(await notesOf(served)).toEqual(['快照里的批注']);
  }, 30_000);
});

describe('snapshots', () => {
  it('are taken before the sample is removed, and after changes, and not without any', async () => {
    const served = serve(sampleFolder());
    const count = async () => (await ask(served, 'library.listSnapshots', {})).snapshots.length;
    expect(await count()).toBe(1);
    served.context.home.snapshotChanges('idle');
    expect(await count()).toBe(1);
    await addNote(served, '又一条');
    served.context.home.snapshotChanges('idle');
    expect(await count()).toBe(2);
    await ask(served, 'library.removeSample', {});
    expect(await count()).toBe(3);
  });

  it('go to a second folder as well, and are not lost when that is gone', async () => {
    const folder = sampleFolder();
    const served = serve(folder);
    const second = mkdtempSync(join(base, 'second-'));
    answer = second;
    const { secondFolder } = await ask(served, 'library.chooseSecondFolder', {});
    expect(secondFolder?.problem).toBeNull();
    const copies = readdirSync(second, { recursive: true, encoding: 'utf8' });
    expect(copies.filter((name) => name.endsWith('.zhenjian'))).toHaveLength(1);
    rmSync(second, { recursive: true });
    writeFileSync(second, '');
    await addNote(served, '又一条');
    served.context.home.snapshotChanges('idle');
    const listed = await ask(served, 'library.listSnapshots', {});
    expect(listed.snapshots[0]?.annotationCount).toBe(2);
    expect(listed.secondFolder?.problem).toMatch(/。$/u);
    expect(JSON.stringify(listed)).not.toContain(base);
  });

  it('notice a note of which only a word was changed behind the library’s back', async () => {
    const folder = sampleFolder();
    const database = new Database(join(folder, LIBRARY_FILE));
    database.exec("UPDATE annotation_revisions SET note = '快照里的批主'");
    database.close();
    const served = serve(folder);
    expect(await ask(served, 'library.verify', {})).toMatchObject({ sound: false, problems: 1 });
  });

  it('are never taken from a library that fails its check', async () => {
    const folder = sampleFolder();
    const file = join(folder, LIBRARY_FILE);
    changeOneWord(file);
    const served = serve(folder);
    await addNote(served, '又一条');
    served.context.home.snapshotChanges('idle');
    const { trouble } = await ask(served, 'library.trouble', {});
    expect(trouble?.code).toBe('damaged');
    expect(trouble?.snapshots).toHaveLength(1);
  });
});

describe('a library file that cannot be used', () => {
  for (const [what, code, damage] of DAMAGES) {
    it(`that is ${what} is told as ${code}, kept, and a snapshot brings all back`, async () => {
      const folder = sampleFolder();
      const file = join(folder, LIBRARY_FILE);
      damage(file);
      const found = existsSync(file) ? readFileSync(file) : null;
      const served = serve(folder);
      expect(await failureOf(served, 'reports.list')).toMatchObject({ code });
      const { trouble } = await ask(served, 'library.trouble', {});
      expect(trouble).toMatchObject({ code, canReplace: true });
      expect(trouble?.message).toMatch(/^[^。]+。?.*。$/u);
      await ask(served, 'library.restoreSnapshot', { id: trouble?.snapshots[0]?.id ?? '' });
      expect(await notesOf(served)).toEqual(['快照里的批注']);
      expect((await ask(served, 'library.trouble', {})).trouble).toBeNull();
      if (found === null) return;
      const [aside = ''] = readdirSync(join(folder, 'set-aside'));
      expect(readFileSync(join(folder, 'set-aside', aside)).equals(found)).toBe(true);
    });
  }

  /** Zeros in place of a page that nothing of the person's stands on: the file is damaged, its words are not. */
  function damagePostings(file: string): void {
    const database = new Database(file);
    const root = database
      .prepare("SELECT rootpage FROM sqlite_master WHERE name = 'search_posting'")
      .pluck()
      .get() as number;
    const size = database.pragma('page_size', { simple: true }) as number;
    database.close();
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(size), 0, size, (root - 1) * size);
    closeSync(handle);
  }

  /** The snapshot that is taken when nobody works reads the whole file. */
  async function noticeDamage(served: ServedLibrary): Promise<void> {
    await ask(served, 'settings.set', { author: '张三' });
    served.context.home.snapshotChanges('idle');
  }

  /** After the last snapshot: a note, a changed one, a draft begun and another report. */
  async function writeOn(served: ServedLibrary): Promise<void> {
    await addNote(served, '快照以后的批注');
    const text = '2023年甲山镇政府工作报告\n各位代表：\n一、工作回顾\n全年修路三十公里。';
    const { previewId } = await ask(served, 'imports.preview', {
      source: { kind: 'pasted', text },
    });
    await ask(served, 'imports.commit', { previewId, include: [0] });
    const { draft } = await ask(served, 'drafts.begin', {
      ...{ town: '甲山镇', planYear: 2027, basisId: null },
    });
    const blocks = [
      { kind: 'paragraph' as const, level: 0, text: '快照以后写的一稿', source: null },
    ];
    await ask(served, 'drafts.save', { id: draft.id, title: draft.title, blocks });
  }

  const draftsOf = async (served: ServedLibrary) => {
    const { drafts } = await ask(served, 'drafts.list', {});
    const found = await Promise.all(drafts.map(({ id }) => ask(served, 'drafts.get', { id })));
    return found.map(({ draft }) => draft.blocks.map(({ text }) => text).join(''));
  };

  it.each(['restoreSnapshot', 'startAnew'] as const)(
    'gives back what can still be read of it and is in no snapshot: %s',
    async (how) => {
      const folder = sampleFolder();
      const first = serve(folder);
      await writeOn(first);
      const [notes, texts] = [await notesOf(first), (await textsOf(first)).sort()];
      await first.close();
      damagePostings(join(folder, LIBRARY_FILE));
      const served = serve(folder);
      await noticeDamage(served);
      const { trouble } = await ask(served, 'library.trouble', {});
      expect(trouble?.code).toBe('damaged');
      const snapshot = trouble?.snapshots[0];
      expect(snapshot?.annotationCount).toBe(1);
      if (how === 'startAnew') await ask(served, 'library.startAnew', {});
      else await ask(served, 'library.restoreSnapshot', { id: snapshot?.id ?? '' });
      expect(await notesOf(served)).toEqual(notes);
      expect((await textsOf(served)).sort()).toEqual(texts);
      expect(await draftsOf(served)).toEqual(['快照以后写的一稿']);
      const { merges } = await ask(served, 'exchange.merges', {});
      expect(merges.map(({ title }) => title)).toEqual(['从损坏的资料库读出']);
      expect((await ask(served, 'library.verify', {})).sound).toBe(true);
      expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1);
    },
  );

  it('gives no text back that is not to the letter what was stored', async () => {
    const folder = sampleFolder();
    const first = serve(folder);
    await writeOn(first);
    await first.close();
    const file = join(folder, LIBRARY_FILE);
    const bytes = readFileSync(file);
    const at = bytes.indexOf('全年修路三十公里');
    expect(at).toBeGreaterThan(0);
    bytes.write('全年修路五十公里', at);
    writeFileSync(file, bytes);
    damagePostings(file);
    const served = serve(folder);
    await noticeDamage(served);
    const { trouble } = await ask(served, 'library.trouble', {});
    await ask(served, 'library.restoreSnapshot', { id: trouble?.snapshots[0]?.id ?? '' });
    expect((await textsOf(served)).filter((text) => text.includes('修路'))).toEqual([]);
    expect(await notesOf(served)).toContain('快照以后的批注');
    expect(await draftsOf(served)).toEqual(['快照以后写的一稿']);
  });

  it('makes way for a new library and is kept', async () => {
    const folder = sampleFolder();
    writeFileSync(join(folder, LIBRARY_FILE), '病毒'.repeat(5000));
    const served = serve(folder);
    await ask(served, 'library.startAnew', {});
    expect((await ask(served, 'library.status', {})).reportCount).toBe(0);
    expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1);
    expect(await failureOf(served, 'library.startAnew')).toMatchObject({ code: 'library-open' });
  });

  it('that another program has locked is waited for, not replaced', async () => {
    const folder = sampleFolder();
    const other = new Database(join(folder, LIBRARY_FILE));
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    const served = serve(folder);
    const { trouble } = await ask(served, 'library.trouble', {});
    expect(trouble).toMatchObject({ code: 'library-in-use', canReplace: false });
    expect(await failureOf(served, 'library.startAnew')).toMatchObject({ code: 'library-in-use' });
    other.exec('ROLLBACK');
    other.close();
    await ask(served, 'library.reopen', {});
    expect(await notesOf(served)).toEqual(['快照里的批注']);
  }, 30_000);

  it('that is moved away under an open library is noticed before anything is said to be saved', async () => {
    const folder = sampleFolder();
    const served = serve(folder);
    await addNote(served, '刚写的');
    renameSync(join(folder, LIBRARY_FILE), join(folder, 'moved'));
    events = [];
    const failure = await failureOf(served, 'annotations.list');
    expect(failure.code).toBe('vanished');
    expect(events).toEqual(['library.changed']);
    const { trouble } = await ask(served, 'library.trouble', {});
    expect(trouble?.snapshots[0]).toMatchObject({ reason: '出错时抢救', annotationCount: 2 });
  });

  it('that lost its write-ahead log after a crash is told, and goes on by a snapshot or as it is', async () => {
    const crashed = async () => {
      const folder = sampleFolder();
      const served = serve(folder);
      await addNote(served, '只在日志里的批注');
      // What stands on the disk at this moment is what a kill leaves.
      const left = `${folder}-left`;
      copyFolder(folder, left);
      rmSync(join(left, `${LIBRARY_FILE}-shm`));
      await served.close();
      return left;
    };
    const whole = serve(await crashed());
    expect(await notesOf(whole)).toContain('只在日志里的批注');
    await whole.close();

    const folder = await crashed();
    const log = join(folder, `${LIBRARY_FILE}-wal`);
    renameSync(log, join(folder, 'moved'));
    const served = serve(folder);
    const { trouble } = await ask(served, 'library.trouble', {});
    expect(trouble).toMatchObject({ code: 'log-lost', canReplace: true });
    expect(trouble?.snapshots).toHaveLength(1);
    renameSync(join(folder, 'moved'), log);
    await ask(served, 'library.reopen', {});
    expect(await notesOf(served)).toContain('只在日志里的批注');
    await served.close();

    const without = await crashed();
    rmSync(join(without, `${LIBRARY_FILE}-wal`));
    const goingOn = serve(without);
    await ask(goingOn, 'library.openAsIs', {});
    expect(await notesOf(goingOn)).toEqual(['快照里的批注']);
    await addNote(goingOn, '接着写');
    await goingOn.close();
    expect((await ask(serve(without), 'library.trouble', {})).trouble).toBeNull();
  });

  it('may be an older one that a restore brought back: no operation of it is missed', async () => {
    const folder = sampleFolder();
    const served = serve(folder);
    await addNote(served, '还原前的批注');
    const { snapshots } = await ask(served, 'library.listSnapshots', {});
    await ask(served, 'library.restoreSnapshot', { id: snapshots.at(-1)?.id ?? '' });
    await served.close();
    expect((await ask(serve(folder), 'library.trouble', {})).trouble).toBeNull();
  });
});

describe('a backup opened by a double click', () => {
  it('is asked about, and restored or left alone as the person says', async () => {
    const folder = sampleFolder();
    const served = serve(folder);
    answer = join(folder, '年底.zhenjian-backup');
    await ask(served, 'library.backup', {});
    await addNote(served, '备份以后的批注');
    served.context.offered.path = answer;
    const counts = { reportCount: 10, annotationCount: 1 };
    expect(await ask(served, 'library.offeredBackup', {})).toEqual({
      offer: { fileName: '年底.zhenjian-backup', counts, problem: null },
    });
    expect(await ask(served, 'library.answerOffer', { restore: false })).toEqual({
      restored: null,
    });
    expect(await ask(served, 'library.offeredBackup', {})).toEqual({ offer: null });
    expect(await notesOf(served)).toHaveLength(2);
    served.context.offered.path = answer;
    expect(await ask(served, 'library.answerOffer', { restore: true })).toEqual({
      restored: counts,
    });
    expect(await notesOf(served)).toEqual(['快照里的批注']);
  });

  it('is refused with a sentence where it cannot be used', async () => {
    const folder = sampleFolder();
    const served = serve(folder);
    served.context.offered.path = join(folder, '坏的.zhenjian-backup');
    writeFileSync(served.context.offered.path, '不是备份'.repeat(99));
    const { offer } = await ask(served, 'library.offeredBackup', {});
    expect(offer).toMatchObject({ counts: null });
    expect(offer?.problem).toMatch(/已损坏，没有还原，现有资料没有改动/u);
  });
});

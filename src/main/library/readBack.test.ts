import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ServedDesk } from '../../../tests/fixtures/servedLibrary.ts';
import { makeOldLibrary } from '../../../tests/hostile/safety/oldLibrary.ts';
import { pagesOf, zeroPostings } from '../store/backup/damages.cases.ts';
import { OWN_TABLES } from '../store/readBack/readableRows.ts';
import { LIBRARY_FILE } from './openLibrary.ts';
import {
  beginDraft,
  draftTextsOf,
  fillSettings,
  paragraph,
  recover,
  saveBriefs,
  settingsOf,
  workedOn,
} from './readBack.cases.ts';
import { addNote, NOTE_IN_SNAPSHOT, notesOf, SampleDesks, textsOf } from './safety.cases.ts';

const desks = new SampleDesks();
beforeAll(() => desks.prepare());
afterEach(() => desks.closeAll());
afterAll(() => desks.remove());

describe('what a damaged library still holds and the restored one lacks', () => {
  const work = async (desk: ServedDesk) => {
    const { ask } = desk;
    await addNote(desk, '快照以后的批注');
    const [report] = await desk.paste(
      '2023年甲山镇政府工作报告\n各位代表：\n一、工作安排\n全年修路三十公里。',
    );
    const id = await beginDraft(desk, '一稿', '二稿', '快照以后写的一稿');
    await ask('drafts.dismiss', { id, key: '不再提示', dismissed: true });
    await ask('drafts.setTerm', { id, term: '双招双引', decision: { explanation: '招商引资' } });
    const decision = { outcome: 'kept', reason: '已办' } as const;
    await ask('drafts.settle', { id, planId: report ?? '', start: 3, end: 9, decision });
    await saveBriefs(desk, 2);
    await ask('indicators.assign', { name: '改厕数', key: 'I46' });
    await fillSettings(desk);
  };
  const seen = async (desk: ServedDesk) => {
    const { ask, library } = desk;
    const rows = (sql: string) => library.context.home.library.connection.prepare(sql).all();
    const { drafts } = await ask('drafts.list', {});
    return {
      notes: await notesOf(desk),
      texts: await textsOf(desk),
      drafts: await draftTextsOf(desk),
      versions: (await ask('drafts.versions', { id: drafts[0]?.id ?? '' })).versions,
      dismissed: rows('SELECT * FROM draft_dismissals'),
      terms: rows('SELECT * FROM draft_terms'),
      settlements: rows('SELECT * FROM draft_settlements'),
      names: rows('SELECT name, indicator FROM indicator_names'),
      briefs: (await ask('briefs.list', {})).briefs,
      settings: settingsOf(desk),
    };
  };

  it.each(['restoreSnapshot', 'startAnew'] as const)('is given back: %s', async (how) => {
    let before: unknown;
    const [folder, file] = await workedOn(desks, async (desk) => {
      await work(desk);
      await desk.ask('settings.set', { readingPace: 260 });
      before = await seen(desk);
    });
    zeroPostings(file);
    const [desk, broughtBack] = await recover(desks, folder, how);
    expect(await seen(desk)).toEqual(before);
    const back = { drafts: 1, versions: 2, briefs: 2, names: 1, whole: true };
    expect(broughtBack).toMatchObject(
      how === 'startAnew' ? { ...back, reports: 11, notes: 2 } : { ...back, reports: 1, notes: 1 },
    );
    const { merges } = await desk.ask('exchange.merges', {});
    expect(merges.map(({ title }) => title)).toEqual(['从损坏的资料库读出']);
    expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1);
  });

  it('lays a draft that went on over the older one, which is kept', async () => {
    const [folder, file] = await workedOn(desks, async (desk) => {
      const id = await beginDraft(desk, '一稿', '快照里的稿子');
      desk.library.context.home.snapshotChanges('idle');
      const blocks = [paragraph('快照以后改过的稿子')];
      await desk.ask('drafts.save', { id, title: '新题', blocks });
      await desk.ask('drafts.keepVersion', { id, name: '快照以后的一版' });
    });
    zeroPostings(file);
    const [desk, broughtBack] = await recover(desks, folder);
    expect(broughtBack).toMatchObject({ drafts: 1, versions: 1 });
    expect(await draftTextsOf(desk)).toEqual(['快照以后改过的稿子']);
    const id = (await desk.ask('drafts.list', {})).drafts[0]?.id ?? '';
    const { versions } = await desk.ask('drafts.versions', { id });
    const names = versions.map(({ name }) => name);
    expect(names).toEqual(['从损坏的资料库读出', '快照以后的一版', '第1稿']);
  });

  it('takes nothing back that was decided here since, and keeps both states of a brief', async () => {
    const [folder, file] = await workedOn(desks, async (desk) => {
      const [report] = (await desk.ask('reports.list', {})).reports;
      const documents = [report?.id ?? ''];
      const save = (id: string | null, title: string) =>
        desk.ask('briefs.save', { id, spec: { title, documents } });
      const { id } = (await save(null, '原来的材料')).brief;
      desk.library.context.home.snapshotChanges('idle');
      await save(id, '在坏了的库里改的材料');
      desk.answer = join(desk.folder, 'other.zhenjian-backup');
      await desk.ask('library.backup', {});
      // A backup in which the same brief went on by itself, and that was written in more often.
      const other = new Database(desk.answer);
      const sql = `UPDATE brief_revisions SET id = 'elsewhere', spec = replace(spec, '坏了的', '别的')
                    WHERE spec LIKE '%坏了的%'; DELETE FROM row_seals WHERE row LIKE 'brief%';
                   UPDATE operations SET count = count + 100;
                   INSERT OR REPLACE INTO settings VALUES ('settings', '{"author":"李四"}')`;
      other.exec(sql);
      other.close();
      await desk.ask('settings.set', { author: '张三' });
    });
    zeroPostings(file);
    const desk = desks.serve(folder);
    await desk.library.dispatch('settings.set', { readingPace: 260 });
    desk.library.context.home.snapshotChanges('idle');
    desk.answer = join(folder, 'other.zhenjian-backup');
    const { broughtBack } = await desk.ask('library.restore', {});
    expect(broughtBack).toMatchObject({ briefs: 1 });
    const { briefs } = await desk.ask('briefs.list', {});
    const titles = briefs.map(({ spec }) => spec.title).sort();
    expect(titles).toEqual(['在别的库里改的材料', '在坏了的库里改的材料'].sort());
    expect((await desk.ask('settings.get', {})).author).toBe('李四');
  });
});

describe('what is not to the letter what was stored', () => {
  const changeBytes = (file: string, from: string, to: string) => {
    const bytes = readFileSync(file);
    const at = bytes.indexOf(from);
    expect(at).toBeGreaterThan(0);
    bytes.write(to, at);
    writeFileSync(file, bytes);
  };

  it('stays out: texts, and what was sealed', async () => {
    const [folder, file] = await workedOn(desks, async (desk) => {
      await addNote(desk, '快照以后的批注');
      await addNote(desk, '又一条批注');
      await desk.paste('2023年甲山镇政府工作报告\n各位代表：\n一、工作回顾\n全年修路三十公里。');
      await saveBriefs(desk, 2);
    });
    zeroPostings(file);
    changeBytes(file, '全年修路三十公里', '全年修路五十公里');
    changeBytes(file, '又一条批注', '又二条批注');
    changeBytes(file, '参阅材料第1份', '参阅材料第9份');
    const [desk] = await recover(desks, folder);
    expect((await textsOf(desk)).filter((text) => text.includes('修路'))).toEqual([]);
    expect(await notesOf(desk)).toEqual([NOTE_IN_SNAPSHOT, '快照以后的批注'].sort());
    const { briefs } = await desk.ask('briefs.list', {});
    expect(briefs.map(({ spec }) => spec.title.slice(0, 7))).toEqual(['参阅材料第0份']);
  });
});

it('takes in every table but those that are found anew, and the first reading of a file', () => {
  const { connection } = desks.serve().library.context.home.library;
  const tables = connection
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'",
    )
    .pluck()
    .all() as string[];
  const foundAnew = ['report_findings', 'report_heads', 'report_sketches', 'extracted_texts'];
  expect(tables.sort()).toEqual([...OWN_TABLES, ...foundAnew].sort());
});

describe('a damaged file', () => {
  it('of an older version is read as well', async () => {
    const [donor] = await workedOn(desks, (desk) => addNote(desk, '旧版里的批注'));
    const folder = desks.folder();
    const file = join(folder, LIBRARY_FILE);
    makeOldLibrary(join(folder, 'old'), donor, 160);
    const old = new Database(join(folder, 'old', LIBRARY_FILE));
    old.pragma('journal_mode = DELETE');
    old.close();
    writeFileSync(file, readFileSync(join(folder, 'old', LIBRARY_FILE)));
    zeroPostings(file);
    const desk = desks.serve(folder);
    const { trouble } = await desk.ask('library.trouble', {});
    expect(trouble?.code).toBe('damaged');
    await desk.ask('library.startAnew', {});
    expect(await notesOf(desk)).toEqual([NOTE_IN_SNAPSHOT, '旧版里的批注'].sort());
  });

  it('that was cut off is read as far as it goes', async () => {
    const [folder, file] = await workedOn(desks, (desk) => saveBriefs(desk, 3));
    const { length } = readFileSync(file);
    const kept = ['sqlite_schema', 'brief_revisions'].flatMap((name) => pagesOf(file, name));
    const needed = Math.max(...kept.map(({ pageno }) => pageno));
    expect(needed * 4096).toBeLessThan(length - 4096);
    truncateSync(file, needed * 4096);
    const desk = desks.serve(folder);
    const { trouble } = await desk.ask('library.trouble', {});
    expect(trouble?.code).toBe('damaged');
    const id = trouble?.snapshots[0]?.id ?? '';
    const { broughtBack } = await desk.ask('library.restoreSnapshot', { id });
    expect(broughtBack).toMatchObject({ briefs: 3, whole: false });
  });

  it('with nothing to be read in it costs the restored library nothing', async () => {
    const folder = desks.folder();
    writeFileSync(join(folder, LIBRARY_FILE), '病毒'.repeat(5000));
    const desk = desks.serve(folder);
    const { trouble } = await desk.ask('library.trouble', {});
    const id = trouble?.snapshots[0]?.id ?? '';
    const { broughtBack } = await desk.ask('library.restoreSnapshot', { id });
    expect(broughtBack).toMatchObject({ notes: 0, whole: false });
    expect(await notesOf(desk)).toEqual([NOTE_IN_SNAPSHOT]);
    expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1);
  });
});

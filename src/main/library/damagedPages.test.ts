import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ServedDesk } from '../../../tests/fixtures/servedLibrary.ts';
import { pagesOf, zeroPages } from '../store/backup/damages.cases.ts';
import {
  beginDraft,
  draftTextsOf,
  fillSettings,
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

describe('of a table with a page that cannot be read', () => {
  const FILLED: readonly [
    table: string,
    fill: (desk: ServedDesk) => Promise<unknown>,
    count: (desk: ServedDesk) => Promise<number>,
    inSnapshot: number,
  ][] = [
    [
      'brief_revisions',
      (desk) => saveBriefs(desk, 30),
      async ({ ask }) => (await ask('briefs.list', {})).briefs.length,
      0,
    ],
    [
      'draft_versions',
      (desk) =>
        beginDraft(desk, ...Array.from({ length: 12 }, (_, n) => `${n}${'稿'.repeat(200)}`)),
      async ({ ask }) => {
        const id = (await ask('drafts.list', {})).drafts[0]?.id ?? '';
        return (await ask('drafts.versions', { id })).versions.length;
      },
      0,
    ],
    [
      'annotation_revisions',
      async (desk) => {
        for (let n = 0; n < 30; n += 1) await addNote(desk, `快照以后的批注${n}`);
      },
      async (desk) => (await notesOf(desk)).length,
      1,
    ],
  ];

  it.each(FILLED)('%s: the rest is given back', async (table, fill, count, inSnapshot) => {
    let before = 0;
    const [folder, file] = await workedOn(desks, async (desk) => {
      await fill(desk);
      before = await count(desk);
    });
    const leaves = pagesOf(file, table);
    expect(leaves.length).toBeGreaterThan(1);
    const lost = leaves.slice(-1);
    zeroPages(file, lost);
    const [desk, broughtBack] = await recover(desks, folder);
    expect(broughtBack?.whole).toBe(false);
    const missing = before - (await count(desk));
    // What was on that page may still stand in the snapshot.
    expect(missing).toBeLessThanOrEqual(lost[0]?.ncell ?? 0);
    expect(missing).toBeGreaterThanOrEqual((lost[0]?.ncell ?? 0) - inSnapshot);
  });

  it('settings: those that do not go on on it are given back', async () => {
    let before: unknown[] = [];
    const [folder, file] = await workedOn(desks, async (desk) => {
      await fillSettings(desk);
      before = settingsOf(desk);
    });
    zeroPages(file, pagesOf(file, 'settings', 'overflow').slice(0, 1));
    const [desk, broughtBack] = await recover(desks, folder);
    expect(broughtBack).toMatchObject({ settings: before.length - 2, whole: false });
    const back = settingsOf(desk).map(({ name }) => name);
    expect(before.length - back.length).toBe(1);
  });

  it('reads on behind and between several', async () => {
    const [folder, file] = await workedOn(desks, (desk) => saveBriefs(desk, 120));
    const leaves = pagesOf(file, 'brief_revisions');
    const lost = leaves.filter((_, n) => n % 3 === 0);
    expect(lost.length).toBeGreaterThan(2);
    zeroPages(file, lost);
    const [desk, broughtBack] = await recover(desks, folder);
    const rows = lost.reduce((sum, { ncell }) => sum + ncell, 0);
    expect(broughtBack).toMatchObject({ briefs: 120 - rows, whole: false });
    expect((await desk.ask('briefs.list', {})).briefs).toHaveLength(120 - rows);
  });

  it('needs no index: notes are read without the one that is damaged', async () => {
    const [folder, file] = await workedOn(desks, (desk) => addNote(desk, '快照以后的批注'));
    zeroPages(file, pagesOf(file, 'revisions_of_annotation'));
    const [desk] = await recover(desks, folder);
    expect(await notesOf(desk)).toEqual([NOTE_IN_SNAPSHOT, '快照以后的批注'].sort());
  });

  it('keeps a report without the name of its file, and a kept draft without its head', async () => {
    const [folder, file] = await workedOn(desks, async (desk) => {
      await desk.paste('2023年甲山镇政府工作报告\n各位代表：\n一、工作回顾\n全年修路三十公里。');
      await beginDraft(desk, '留存的一稿', '正在写的稿子');
    });
    zeroPages(file, pagesOf(file, 'imports'));
    zeroPages(file, pagesOf(file, 'drafts'));
    const [desk] = await recover(desks, folder);
    expect((await textsOf(desk)).filter((text) => text.includes('修路'))).toHaveLength(1);
    expect(await draftTextsOf(desk)).toEqual(['留存的一稿']);
  });
});

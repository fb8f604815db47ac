import { join } from 'node:path';
import { expect } from 'vitest';
import type { ServedDesk } from '../../../tests/fixtures/servedLibrary.ts';
import type { BroughtBack } from '../../shared/contract/routes/safety.ts';
import { LIBRARY_FILE } from './openLibrary.ts';
import type { SampleDesks } from './safety.cases.ts';

/** A folder in which a person worked on after the last snapshot, and then closed the program. */
export async function workedOn(
  desks: SampleDesks,
  work: (desk: ServedDesk) => Promise<unknown>,
): Promise<[folder: string, file: string]> {
  const folder = desks.folder();
  const desk = desks.serve(folder);
  await work(desk);
  desk.library.context.home.library.connection.pragma('wal_checkpoint(TRUNCATE)');
  await desk.close();
  return [folder, join(folder, LIBRARY_FILE)];
}

/** Opens the damaged library, lets it notice, and takes the way back that the person takes. */
export async function recover(
  desks: SampleDesks,
  folder: string,
  how: 'restoreSnapshot' | 'startAnew' = 'restoreSnapshot',
): Promise<[ServedDesk, BroughtBack | null]> {
  const desk = desks.serve(folder);
  // The snapshot that is taken when nobody works reads the whole file.
  await desk.library.dispatch('settings.set', { readingPace: 260 });
  desk.library.context.home.snapshotChanges('idle');
  const { trouble } = await desk.ask('library.trouble', {});
  expect(trouble?.code).toBe('damaged');
  const id = trouble?.snapshots[0]?.id ?? '';
  const { broughtBack } =
    how === 'startAnew'
      ? await desk.ask('library.startAnew', {})
      : await desk.ask('library.restoreSnapshot', { id });
  expect((await desk.ask('library.verify', {})).sound).toBe(true);
  return [desk, broughtBack];
}

export const paragraph = (text: string) => ({
  ...{ kind: 'paragraph' as const, level: 0, text, source: null },
});

export async function beginDraft({ ask }: ServedDesk, ...texts: string[]): Promise<string> {
  const begun = { town: '甲山镇', planYear: 2027, basisId: null };
  const { id, title } = (await ask('drafts.begin', begun)).draft;
  for (const [n, text] of texts.entries()) {
    if (n > 0) await ask('drafts.keepVersion', { id, name: `第${n}稿` });
    await ask('drafts.save', { id, title, blocks: [paragraph(text)] });
  }
  return id;
}

export async function saveBriefs({ ask }: ServedDesk, count: number): Promise<void> {
  const [report] = (await ask('reports.list', {})).reports;
  for (let n = 0; n < count; n += 1) {
    const title = `参阅材料第${n}份，${'供领导审阅'.repeat(8)}`;
    await ask('briefs.save', { id: null, spec: { title, documents: [report?.id ?? ''] } });
  }
}

/** One entry each of what is kept as settings, long enough to fill several pages. */
export async function fillSettings({ ask }: ServedDesk): Promise<void> {
  await ask('settings.set', { author: '张三', homeLocality: '甲山镇' });
  for (let n = 0; n < 8; n += 1) {
    const remark = `${n}${'按机构改革方案改称'.repeat(10)}`;
    const wording = { wording: `旧称${n}`, instead: '', since: '', until: '', source: '', remark };
    await ask('wordings.put', { id: `w${n}`, ...wording });
    await ask('search.save', { name: `检索${n}`, search: { query: '改厕'.repeat(30) } });
    await ask('search.addSynonym', { term: `旱厕${n}`, wording: `改厕${n}`.repeat(6) });
    await ask('comparison.addFormula', { words: `以高质量发展统揽全局第${n}条` });
    await ask('indicators.pin', { row: `${n}${'改厕'.repeat(30)}`, pinned: true });
  }
}

export const settingsOf = ({ library }: ServedDesk) =>
  library.context.home.library.connection
    .prepare("SELECT name, value FROM settings WHERE name <> 'merges' ORDER BY name")
    .all() as { name: string; value: string }[];

export const draftTextsOf = async ({ ask }: ServedDesk) => {
  const { drafts } = await ask('drafts.list', {});
  const found = await Promise.all(drafts.map(({ id }) => ask('drafts.get', { id })));
  return found.map(({ draft }) => draft.blocks.map(({ text }) => text).join(''));
};

import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Desk,
  onLockedStick,
  openDesk,
  paste,
  reportOf,
} from '../../../../tests/hostile/safety/exchanging.ts';
import { removeFolder } from '../../../../tests/hostile/safety/served.ts';

/** What a person sees of a library, without what tells two copies of it apart. */
async function seen({ ask }: Desk): Promise<unknown> {
  const { reports } = await ask('reports.list', {});
  const details = await Promise.all(reports.map(({ id }) => ask('reports.get', { id })));
  const { annotations } = await ask('annotations.list', {});
  return {
    reports: details
      .map(({ summary: { title, kind, town }, text }) => ({ title, kind, town, text }))
      .sort((a, b) => a.text.localeCompare(b.text)),
    notes: annotations
      .map(({ note, author, category, tags, quote, state, createdAt }) =>
        JSON.stringify({ note, author, category, tags, quote, state, createdAt }),
      )
      .sort(),
  };
}

async function notesOf({ ask }: Desk): Promise<string[]> {
  const { annotations } = await ask('annotations.list', {});
  return annotations.map(({ note, author }) => `${author}：${note}`).sort();
}

describe('two offices exchanging packages', () => {
  let a: Desk;
  let b: Desk;
  let id: string;

  beforeEach(async () => {
    a = openDesk();
    b = openDesk();
    await a.ask('settings.set', { author: '张三' });
    await b.ask('settings.set', { author: '李四' });
    id = await paste(a, reportOf('甲山'));
    return async () => {
      await a.end();
      await b.end();
    };
  });
  const annotate = async (desk: Desk, note: string, documentId = id) =>
    (
      await desk.ask('annotations.create', {
        ...{ documentId, start: 40, end: 48, note, category: '借鉴', tags: ['改厕'] },
      })
    ).annotation.id;

  it('brings reports, notes, decisions and corrected figures with their authors', async () => {
    await annotate(a, '可学');
    await a.ask('reports.decideKind', { id, kind: 'other' });
    const { readings } = await a.ask('indicators.ofReport', { id });
    const [figure] = readings;
    if (figure === undefined) throw new Error('no figure was read');
    const { start, end, name } = figure;
    const correction = { kind: 'not-figure' as const };
    await a.ask('indicators.correct', { id, start, end, name, correction });
    const { merged } = await b.take(await a.give());
    expect(merged).toMatchObject({ author: '张三', reports: { fresh: 1 }, notes: { fresh: 1 } });
    expect(await seen(b)).toEqual(await seen(a));
    const figures = async ({ ask }: Desk) => (await ask('indicators.ofReport', { id })).readings;
    expect(await figures(b)).toEqual(await figures(a));
    expect((await b.ask('search.run', { query: '可学' })).total).toBe(1);
    expect((await b.ask('library.verify', {})).sound).toBe(true);
  });

  it('changes nothing when the same package comes again', async () => {
    await annotate(a, '可学');
    const path = await a.give();
    await b.take(path);
    const before = [await b.ask('reports.list', {}), await b.ask('annotations.list', {})];
    expect(await b.preview(path)).toMatchObject({ changes: false, reports: { here: 1 } });
    const { merged, snapshotId } = await b.take(path);
    expect(merged.notes).toEqual({ fresh: 0, same: 1, updated: 0, conflicting: 0 });
    expect(snapshotId).toBeNull();
    expect([await b.ask('reports.list', {}), await b.ask('annotations.list', {})]).toEqual(before);
  });

  it('knows a report that the other office imported by itself, in other widths', async () => {
    await annotate(a, '可学');
    const own = await paste(b, reportOf('甲山').replaceAll('，', ',').replaceAll('。', '。 '));
    expect((await b.take(await a.give())).merged.reports).toMatchObject({ fresh: 0, here: 1 });
    const { annotations } = await b.ask('annotations.list', {});
    expect(annotations).toMatchObject([{ documentId: own, note: '可学', state: 'anchored' }]);
    const { text } = await b.ask('reports.get', { id: own });
    const [note] = annotations;
    expect(text.slice(note?.start, note?.end)).toBe(note?.quote);
    // And back under the identity it has there.
    expect((await a.take(await b.give())).merged.reports).toMatchObject({ fresh: 0, here: 1 });
    expect(await notesOf(a)).toEqual(['张三：可学']);
  });

  it('takes on what only the other side went on writing', async () => {
    const note = await annotate(a, '初稿');
    await b.take(await a.give());
    await b.ask('annotations.update', { id: note, note: '改定' });
    expect((await a.take(await b.give())).merged.notes).toMatchObject({ updated: 1 });
    expect(await notesOf(a)).toEqual(['李四：改定']);
    expect((await a.ask('search.run', { query: '初稿' })).total).toBe(0);
  });

  it('keeps both versions of a note that both changed, with their authors', async () => {
    const note = await annotate(a, '初稿');
    await b.take(await a.give());
    await a.ask('annotations.update', { id: note, note: '张三的话' });
    await b.ask('annotations.update', { id: note, note: '李四的话' });
    const { merged } = await a.take(await b.give());
    expect(merged.conflicts).toMatchObject([
      { mine: { note: '张三的话', author: '张三' }, theirs: { note: '李四的话', author: '李四' } },
    ]);
    await b.take(await a.give());
    for (const desk of [a, b]) {
      expect(await notesOf(desk)).toEqual(['张三：张三的话', '李四：李四的话']);
      expect((await desk.ask('search.run', { query: '李四的话' })).total).toBe(1);
    }
    expect((await a.take(await b.give())).snapshotId).toBeNull();
    expect((await b.take(await a.give())).snapshotId).toBeNull();
  });

  it('lets a note that was removed here come back only as another’s version', async () => {
    const note = await annotate(a, '初稿');
    const old = await a.give();
    await b.take(old);
    await b.ask('annotations.update', { id: note, note: '改定' });
    await a.ask('annotations.remove', { id: note });
    await a.take(old);
    expect(await notesOf(a)).toEqual([]);
    await a.take(await b.give());
    expect(await notesOf(a)).toEqual(['李四：改定']);
    // What was removed there stays here.
    await b.take(await a.give());
    expect(await notesOf(b)).toEqual(['李四：改定']);
  });

  it('keeps what was decided here and tells what was decided there', async () => {
    await b.take(await a.give());
    await a.ask('reports.decideKind', { id, kind: 'other' });
    await b.ask('reports.decideKind', { id, kind: 'article' });
    const { merged } = await a.take(await b.give());
    expect(merged.kept).toEqual([
      { reportTitle: '2023年甲山镇政府工作报告', field: 'kind', mine: 'other', theirs: 'article' },
    ]);
    const { summary } = await a.ask('reports.get', { id });
    expect(summary.kind).toBe('other');
  });

  it('takes another wording of a report as its other version, and keeps both', async () => {
    const note = await annotate(a, '可学');
    await b.take(await a.give());
    const file = join(b.folder, '更正.txt');
    writeFileSync(file, reportOf('甲山').replace('改厕4处', '改厕44处'));
    b.answerWith(file);
    const { files } = await b.ask('imports.chooseFiles', {});
    await b.ask('reports.replaceText', { id, fileId: files[0]?.fileId ?? '' });
    await b.ask('annotations.update', { id: note, note: '更正以后' });
    expect((await a.take(await b.give())).merged).toMatchObject({
      reports: { 'other-text': 1 },
      notes: { updated: 1 },
    });
    const { reports } = await a.ask('reports.list', {});
    expect(reports).toHaveLength(2);
    expect((await a.ask('reports.get', { id })).versions).toHaveLength(2);
    expect(await notesOf(a)).toEqual(['李四：更正以后']);
    expect((await a.take(await b.give())).snapshotId).toBeNull();
    // The words from before the correction are known there.
    expect((await b.take(await a.give([id]))).merged.reports).toMatchObject({ here: 1 });
    expect((await b.ask('library.verify', {})).sound).toBe(true);
  });

  it('brings back from the trash what the package holds', async () => {
    await annotate(a, '可学');
    const path = await a.give();
    await a.ask('reports.remove', { id });
    expect((await a.take(path)).merged.reports).toMatchObject({ 'in-trash': 1 });
    expect(await notesOf(a)).toEqual(['张三：可学']);
    expect((await a.ask('search.run', { query: '改厕' })).total).toBeGreaterThan(0);
  });

  it('leaves a note at home that also speaks of a report which was not chosen', async () => {
    const other = await paste(a, reportOf('乙水', '植树'));
    await a.ask('annotations.create', {
      ...{ documentId: id, start: 40, end: 48, note: '两镇相同' },
      further: [{ documentId: other, start: 40, end: 48 }],
    });
    a.answerWith(join(a.folder, 'x.zhenjian-package'));
    expect(await a.ask('exchange.export', { ids: [id], title: '' })).toMatchObject({
      ...{ reportCount: 1, noteCount: 0, leftOut: 1 },
    });
    await b.take(await a.give());
    const { annotations } = await b.ask('annotations.list', {});
    expect(annotations[0]?.targets).toHaveLength(2);
  });

  it('leads back to the library as it was, an empty one too', async () => {
    const { snapshotId } = await b.take(await a.give());
    await b.ask('library.restoreSnapshot', { id: snapshotId ?? '' });
    expect((await b.ask('reports.list', {})).reports).toEqual([]);
  });

  it('reads from a folder it cannot write to and leaves nothing there', async () => {
    const path = onLockedStick(readFileSync(await a.give()));
    expect((await b.take(path)).merged.reports.fresh).toBe(1);
    expect(readdirSync(dirname(path))).toEqual(['别处来的.zhenjian-package']);
    chmodSync(dirname(path), 0o755);
    removeFolder(dirname(path));
  });

  it('writes nothing where it cannot, and says why', async () => {
    const path = join(a.folder, '没有', '包.zhenjian-package');
    a.answerWith(path);
    await expect(a.ask('exchange.export', { ids: [id], title: '' })).rejects.toThrow(
      '文件夹不存在',
    );
    expect(existsSync(path)).toBe(false);
  });
});

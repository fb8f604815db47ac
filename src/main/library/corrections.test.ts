import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServedDesk } from '../../../tests/fixtures/servedLibrary.ts';
import { sectionExtents } from '../../shared/report/extents.ts';
import type { Span } from '../../shared/report/report.ts';

describe('corrections of the sample', () => {
  const desk = new ServedDesk({ now: () => '2024-01-01T00:00:00.000Z' });
  const { ask, restart } = desk;
  let id: string;
  let other: string;

  const get = () => ask('reports.get', { id });
  const undo = (decisionId: string) => ask('reports.undoDecision', { id, decisionId });

  beforeAll(async () => {
    await ask('library.openSample', {});
    const { reports } = await ask('reports.list', {});
    id = reports.find(({ title }) => title.includes('昌城镇'))?.id ?? '';
    other = reports.find(({ title }) => title.includes('井沟镇'))?.id ?? '';
  });
  afterAll(() => desk.close());

  const counted = async (role: 'review' | 'livelihood') =>
    (await ask('search.run', { query: '社区', roles: [role] })).groups.find(
      ({ documentId }) => documentId === id,
    )?.count ?? 0;

  it('lets search find a section by the role it was given, also after a restart and a removal', async () => {
    const { text, sections } = await get();
    const at = text.indexOf('社区');
    const index = sections.findLastIndex(({ start, role }) => start <= at && role === 'review');
    const { start, end } = sectionExtents(sections, text.length)[index] as Span;
    expect(await counted('livelihood')).toBe(0);
    const before = await counted('review');
    const { decision } = await ask('reports.decide', {
      id,
      field: 'role',
      value: { start, end, role: 'livelihood' },
    });
    expect(await counted('livelihood')).toBeGreaterThan(0);
    expect((await counted('livelihood')) + (await counted('review'))).toBe(before);
    await restart();
    await ask('reports.remove', { id });
    await ask('reports.restore', { id });
    expect(await counted('livelihood')).toBeGreaterThan(0);
    const hit = (await ask('search.run', { query: '社区', roles: ['livelihood'] })).hits[0];
    expect(hit?.role).toBe('livelihood');
    await undo(decision.id);
    expect(await counted('livelihood')).toBe(0);
    expect(await counted('review')).toBe(before);
  });

  it('keeps notes in the index when a report is indexed anew', async () => {
    await ask('annotations.create', { documentId: id, start: 0, end: 10, note: '独一无二的批注' });
    const value = { start: 0, end: 20, role: 'closing' as const };
    const { decision } = await ask('reports.decide', { id, field: 'role', value });
    expect((await ask('search.run', { query: '独一无二的批注' })).total).toBe(1);
    await undo(decision.id);
  });

  it('shows a moved sentence under its new topic and no other in the comparison', async () => {
    const { passages, text } = await get();
    const sentence = passages.find(
      (one) => text.slice(one.start, one.end).includes('安全生产') && one.topics.length > 0,
    );
    if (!sentence) throw new Error('the sample speaks of 安全生产');
    const { start, end } = sentence;
    const rows = async () =>
      (await ask('comparison.topics', { ids: [id, other] })).topics
        .filter(({ cells }) => cells[0]?.passages.some((one) => one.start === start))
        .map((row) => row.id);
    const before = await rows();
    const target = (await ask('reports.topics', {}).then(({ topics }) => topics)).find(
      (topic) => !before.includes(topic.id),
    );
    const topics = [target?.id ?? ''];
    const value = { start, end, topics };
    const { decision } = await ask('reports.decide', { id, field: 'topics', value });
    expect(await rows()).toEqual(topics);
    await restart();
    expect(await rows()).toEqual(topics);
    await undo(decision.id);
    expect(await rows()).toEqual(before);
  });

  it('filters by a year the person corrected and keeps it beside what was inferred', async () => {
    const found = async (year: number) =>
      (await ask('search.run', { query: '社区', years: [year] })).groups.some(
        ({ documentId }) => documentId === id,
      );
    expect(await found(2011)).toBe(false);
    const { decision } = await ask('reports.decide', { id, field: 'reviewYear', value: 2011 });
    expect(await found(2011)).toBe(true);
    expect((await get()).summary.metadata.reviewYear).toBe(2011);
    await undo(decision.id);
    expect((await get()).summary.metadata.reviewYear).toBe(2018);
  });

  it('refuses what is no decision, in Chinese, and changes nothing', async () => {
    const before = await get();
    for (const input of [
      { id, field: 'role', value: { start: 10, end: 9_999_999, role: 'tasks' } },
      { id, field: 'topics', value: { start: 0, end: 10, topics: ['T99'] } },
      { id, field: 'reviewYear', value: 18 },
      { id, field: 'text', value: '改写' },
      { id: 'nobody', field: 'speaker', value: '张三' },
    ]) {
      const outcome = await desk.library.dispatch('reports.decide', input);
      expect(outcome).toMatchObject({ ok: false });
      if (!outcome.ok) expect(outcome.failure.message).toMatch(/[一-鿿].*。$/u);
    }
    expect(await get()).toEqual(before);
  });
});

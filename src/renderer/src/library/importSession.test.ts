import { afterEach, expect, it, vi } from 'vitest';
import type { ImportPreview, PreviewedDocument } from '../../../shared/contract/routes/imports.ts';
import { storeSource } from './importSession.ts';

afterEach(() => vi.unstubAllGlobals());

function preview(
  documents: Partial<PreviewedDocument>[],
  failure: ImportPreview['failure'] = null,
) {
  return { previewId: 'p1', name: '合集.txt', documents, failure } as unknown as ImportPreview;
}

function main(answer: unknown) {
  const request = vi.fn(async () => answer);
  vi.stubGlobal('window', { zhenjian: { request, onEvent: () => () => {} } });
  return request;
}

const stored = {
  name: '甲',
  status: 'imported',
  documentIds: ['a'],
  code: null,
  message: '已入库。',
};
const known = { index: 1, title: '乙', duplicateOf: { id: 'b', title: '乙' } };

it('lists what was stored and, beside it, what was left out as known already', async () => {
  const request = main({ ok: true, value: { outcomes: [stored] } });
  const outcomes = await storeSource({
    preview: preview([{ index: 0 }, known]),
    include: [0],
    join: [],
  });
  expect(request).toHaveBeenCalledWith('imports.commit', {
    previewId: 'p1',
    include: [0],
    join: [],
  });
  expect(outcomes.map(({ name, status }) => [name, status])).toEqual([
    ['甲', 'imported'],
    ['乙', 'duplicate'],
  ]);
  expect(outcomes[1]).toMatchObject({ documentIds: ['b'] });
});

it('asks main for nothing where nothing was chosen', async () => {
  const request = main({ ok: true, value: { outcomes: [] } });
  expect(await storeSource({ preview: preview([known]), include: [], join: [] })).toHaveLength(1);
  expect(request).not.toHaveBeenCalled();
});

it('tells of a file that could not be read, with its own sentence', async () => {
  const failure = { code: 'empty', message: '“空.txt”没有正文,未入库。' };
  const [outcome] = await storeSource({ preview: preview([], failure), include: [], join: [] });
  expect(outcome).toMatchObject({ status: 'rejected', message: failure.message });
});

it('tells of a file that could not be stored', async () => {
  main({ ok: false, failure: { code: 'disk-full', message: '磁盘已满,资料没有改动。' } });
  const [outcome] = await storeSource({ preview: preview([{ index: 0 }]), include: [0], join: [] });
  expect(outcome).toMatchObject({ status: 'rejected', code: 'disk-full', name: '合集.txt' });
});

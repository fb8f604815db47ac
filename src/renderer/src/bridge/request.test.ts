import { afterEach, expect, it, vi } from 'vitest';
import { RequestError, request } from './request.ts';

afterEach(() => vi.unstubAllGlobals());

function answering(answer: () => Promise<unknown>) {
  vi.stubGlobal('window', { zhenjian: { request: answer, onEvent: () => () => {} } });
}

it('gives the value of an answer', async () => {
  answering(async () => ({ ok: true, value: { reports: [] } }));
  await expect(request('reports.list', {})).resolves.toEqual({ reports: [] });
});

it('throws an expected failure with its code and its sentence', async () => {
  answering(async () => ({
    ok: false,
    failure: { code: 'no-report', message: '没有找到这篇报告。' },
  }));
  const failure = await request('reports.get', { id: 'a' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RequestError);
  expect(failure).toMatchObject({ code: 'no-report', message: '没有找到这篇报告。' });
});

it('says in Chinese that something broke where there is no answer at all', async () => {
  answering(() => Promise.reject(new Error('Error invoking remote method')));
  const failure = await request('reports.list', {}).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'internal' });
  expect((failure as Error).message).toMatch(/^程序内部出错/);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { questionKey } from './answers.ts';
import { askEarly, forgetEarly, isAnsweredEarly, RequestError, request } from './request.ts';

afterEach(() => vi.unstubAllGlobals());

function answering(answer: () => Promise<unknown>) {
  vi.stubGlobal('window', { zhenjian: { request: answer, onEvent: () => () => {} } });
}

it('gives the value of an answer', async () => {
  answering(async () => ({ ok: true, value: { searches: [] } }));
  await expect(request('search.saved', {})).resolves.toEqual({ searches: [] });
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
  const failure = await request('library.status', {}).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'internal' });
  expect((failure as Error).message).toMatch(/^程序内部出错/);
});

describe('what is asked before the first screen', () => {
  const key = questionKey('library.status', {});
  let tellOfChange = () => {};

  beforeEach(async () => {
    const request = vi.fn(async () => ({ ok: true, value: { reportCount: 3 } }));
    const onEvent = (listener: (event: unknown) => void) => {
      tellOfChange = () => listener({ type: 'library.changed' });
      return () => {};
    };
    vi.stubGlobal('window', { zhenjian: { request, onEvent } });
    await askEarly(['library.status']);
  });

  it('is not asked again by that screen', async () => {
    expect(isAnsweredEarly(key)).toBe(true);
    expect(isAnsweredEarly(questionKey('reports.list', {}))).toBe(false);
    await expect(request('library.status', {})).resolves.toEqual({ reportCount: 3 });
    expect(window.zhenjian.request).toHaveBeenCalledOnce();
  });

  it('is asked anew once the library has changed', () => {
    tellOfChange();
    expect(isAnsweredEarly(key)).toBe(false);
  });

  it('is asked anew once that screen stands', () => {
    forgetEarly();
    expect(isAnsweredEarly(key)).toBe(false);
  });

  it('is one list of all reports for whoever asks, until the library changes or fails to answer', async () => {
    forgetEarly();
    await Promise.all([request('reports.list', {}), request('reports.list', {})]);
    await request('reports.list', {});
    expect(window.zhenjian.request).toHaveBeenCalledTimes(2);
    tellOfChange();
    const failing = vi.fn(async () => ({
      ok: false,
      failure: { code: 'x', message: '没有答复。' },
    }));
    vi.stubGlobal('window', { zhenjian: { ...window.zhenjian, request: failing } });
    await expect(request('reports.list', {})).rejects.toThrow('没有答复。');
    await expect(request('reports.list', {})).rejects.toThrow('没有答复。');
    expect(failing).toHaveBeenCalledTimes(2);
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';

type Handler = (event: unknown, name: unknown, input: unknown) => Promise<unknown>;
const handlers = new Map<string, Handler>();
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
}));

const { serveRequests } = await import('./ipc.ts');
const { REQUEST_CHANNEL } = await import('../../shared/contract/channels.ts');

describe('who may ask', () => {
  const dispatch = vi.fn(async () => ({ ok: true as const, value: 1 }));
  const ask = (senderFrame: unknown) =>
    handlers.get(REQUEST_CHANNEL)?.({ senderFrame }, 'library.status', {});
  beforeEach(() => {
    dispatch.mockClear();
    serveRequests(dispatch, (url) => url.startsWith('app://bundle/'));
  });

  it('answers the main frame of the app', async () => {
    expect(await ask({ url: 'app://bundle/index.html', parent: null })).toEqual({
      ok: true,
      value: 1,
    });
    expect(dispatch).toHaveBeenCalledWith('library.status', {});
  });

  it.each([
    ['a frame that is gone', null],
    ['a page of another origin', { url: 'https://example.com/', parent: null }],
    ['a frame inside the page', { url: 'app://bundle/index.html', parent: {} }],
  ])('refuses %s before looking at its message', async (_who, frame) => {
    expect(await ask(frame)).toMatchObject({ ok: false, failure: { code: 'forged-sender' } });
    expect(dispatch).not.toHaveBeenCalled();
  });
});

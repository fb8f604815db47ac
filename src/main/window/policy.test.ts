import type { Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { lockNavigation, lockSession } from './policy.ts';

describe('a locked session', () => {
  const handlers = new Map<string, (...given: never[]) => unknown>();
  const keep =
    (name: string) =>
    (handler: (...given: never[]) => unknown): void => {
      handlers.set(name, handler);
    };
  lockSession(
    {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      webRequest: { onBeforeRequest: keep('before') },
    } as unknown as Session,
    null,
  );
  const call = (name: string, ...given: unknown[]) => handlers.get(name)?.(...(given as never[]));

  it.each([
    ['app://bundle/index.html', false],
    ['data:image/png;base64,AAAA', false],
    ['https://example.com/', true],
    ['file:///etc/passwd', true],
    ['ws://127.0.0.1:9229/', true],
    ['http://localhost:5173/', true],
  ])('asked for %s: cancelled %s', (url, cancel) => {
    const answer = vi.fn();
    call('before', { url }, answer);
    expect(answer.mock.calls).toEqual([[{ cancel }]]);
  });

  it.each(['media', 'geolocation', 'clipboard-read', 'openExternal', 'fileSystem'])(
    'refuses the permission %s, asked for or looked up',
    (permission) => {
      const answer = vi.fn();
      call('request', null, permission, answer);
      expect(answer.mock.calls).toEqual([[false]]);
      expect(call('check', null, permission)).toBe(false);
    },
  );
});

describe('a locked page', () => {
  const handlers = new Map<string, (event: object) => void>();
  let openWindow: (details: object) => unknown = () => undefined;
  lockNavigation(
    {
      on: (name: string, handler: (event: object) => void) => handlers.set(name, handler),
      setWindowOpenHandler: (handler: typeof openWindow) => {
        openWindow = handler;
      },
    } as unknown as WebContents,
    null,
  );

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s leads nowhere', (name) => {
    const prevented = (url: string) => {
      const preventDefault = vi.fn();
      handlers.get(name)?.({ url, preventDefault });
      return preventDefault.mock.calls.length === 1;
    };
    expect(prevented('https://example.com/')).toBe(true);
    expect(prevented('file:///etc/passwd')).toBe(true);
    expect(prevented('javascript:alert(1)')).toBe(true);
    expect(prevented('app://bundle/index.html')).toBe(false);
  });

  it('opens no second window', () => {
    expect(openWindow({ url: 'app://bundle/index.html' })).toEqual({ action: 'deny' });
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createAppProtocol } from './appProtocol.ts';
import { isOwnAddress, isRequestAllowed } from './policy.ts';

const root = mkdtempSync(join(tmpdir(), 'zhenjian-protocol-'));
const folder = join(root, 'renderer');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(root, 'secret.txt'), '库外的内容');
writeFileSync(join(root, 'renderer-sibling.txt'), '同名开头的邻居');
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'assets', '样式.css'), 'a{}');
writeFileSync(join(root, 'face.woff2'), 'font');

const answer = createAppProtocol({
  folder,
  findFile: (path) => (path === '/fonts/face.woff2' ? join(root, 'face.woff2') : undefined),
  pages: new Map([['/print/1/index.html', { type: '.html', body: '<p>简报</p>' }]]),
});
afterAll(() => rmSync(root, { recursive: true }));
const statusOf = async (path: string) => (await answer({ url: `app://bundle${path}` })).status;

describe('the app’s own scheme', () => {
  it('serves the window, single faces, and pages on their way to the printer', async () => {
    expect(await statusOf('/')).toBe(200);
    expect(await statusOf('/index.html')).toBe(200);
    expect(await statusOf(`/assets/${encodeURIComponent('样式')}.css`)).toBe(200);
    expect(await statusOf('/fonts/face.woff2')).toBe(200);
    expect(await (await answer({ url: 'app://bundle/print/1/index.html' })).text()).toBe(
      '<p>简报</p>',
    );
  });

  it.each([
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt%00.html',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%2frenderer-sibling.txt',
    '/%ff',
  ])('refuses %s, which would lead out', async (path) => {
    expect(await statusOf(path)).toBe(403);
  });

  it('knows nothing beside what it was given', async () => {
    expect(await statusOf('/secret.txt')).toBe(404);
    expect(await statusOf('/fonts/other.woff2')).toBe(404);
    expect((await answer({ url: 'app://elsewhere/index.html' })).status).toBe(403);
  });

  it('sends the policy with every answer, refusals too', async () => {
    for (const path of ['/index.html', '/none.html', '/..%2fsecret.txt', '/fonts/face.woff2']) {
      const { headers } = await answer({ url: `app://bundle${path}` });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
    }
  });
});

describe('what may be requested', () => {
  it.each([
    ['app://bundle/index.html', true],
    ['data:image/png;base64,AAAA', true],
    ['https://example.com/', false],
    ['http://127.0.0.1:8080/', false],
    ['app://other/index.html', false],
    ['app://bundle.evil/index.html', false],
    ['file:///etc/passwd', false],
    ['data:text/html,<script>', false],
    ['ws://127.0.0.1/', false],
    ['not an address', false],
  ])('%s: %s', (address, allowed) => {
    expect(isRequestAllowed(address, null)).toBe(allowed);
  });

  it('accepts the development server only when it is named', () => {
    expect(isOwnAddress('http://localhost:5173/', 'http://localhost:5173')).toBe(true);
    expect(isOwnAddress('http://localhost:5173/', null)).toBe(false);
    expect(isOwnAddress('http://localhost:5174/', 'http://localhost:5173')).toBe(false);
    expect(isRequestAllowed('ws://localhost:5173/', 'http://localhost:5173')).toBe(true);
  });
});

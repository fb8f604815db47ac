import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ROOT } from './planted.ts';

const made: Record<string, unknown>[] = [];
vi.mock('electron', () => ({
  BrowserWindow: class {
    webContents = { on: () => undefined, setWindowOpenHandler: () => undefined };
    constructor(options: Record<string, unknown>) {
      made.push(options);
    }
    once() {}
    loadURL() {
      return Promise.resolve();
    }
  },
}));

const { openWindow } = await import('../../src/main/window/openWindow.ts');
const { CONTENT_SECURITY_POLICY } = await import('../../src/main/window/policy.ts');

/** Every source file of the product, tests left out. */
function sources(): [path: string, words: string][] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path) && !/\.(test|cases)\.tsx?$/u.test(path))
    .map((path) => [path, readFileSync(join(ROOT, 'src', path), 'utf8')]);
}

/** Ways out of the machine, and switches that open the sandbox. */
const FORBIDDEN =
  /from '(?:node:)?(?:http|https|http2|net|tls|dgram|dns)'|autoUpdater|crashReporter|--no-sandbox|no-sandbox|XMLHttpRequest|new WebSocket|dangerouslySetInnerHTML|\beval\(/u;

describe('how the window is closed to the world', () => {
  it('opens with a sandbox, a world of its own and no Node', () => {
    openWindow('/app/out', null);
    expect(made[0]?.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
    });
  });

  it('sends the strict policy', () => {
    expect(CONTENT_SECURITY_POLICY.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*/u);
  });

  it('turns the sandbox on before anything is ready, and takes a development server only unpacked', () => {
    const index = readFileSync(join(ROOT, 'src/main/index.ts'), 'utf8');
    expect(index.indexOf('app.enableSandbox()')).toBeGreaterThan(0);
    expect(index.indexOf('app.enableSandbox()')).toBeLessThan(index.indexOf('whenReady'));
    expect(index).toMatch(/developmentOrigin = app\.isPackaged \? null/u);
  });

  it('has no way to the network, no updater, no crash upload and no opened sandbox in its sources', () => {
    expect("import http from 'node:http'").toMatch(FORBIDDEN);
    expect('new WebSocket(address)').toMatch(FORBIDDEN);
    const all = sources();
    expect(all.length).toBeGreaterThan(100);
    for (const [path, words] of all) expect(words, path).not.toMatch(FORBIDDEN);
  });

  it('is packed with the fuses that close Electron’s side doors', () => {
    const config = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8');
    for (const [fuse, state] of [
      ['runAsNode', 'false'],
      ['enableNodeOptionsEnvironmentVariable', 'false'],
      ['enableNodeCliInspectArguments', 'false'],
      ['onlyLoadAppFromAsar', 'true'],
    ]) {
      expect(config).toMatch(new RegExp(`^  ${fuse}: ${state}$`, 'mu'));
    }
    expect(config).toMatch(/^publish: null$/mu);
    expect(config).toMatch(/^productName: [\x20-\x7e]+$/mu);
  });
});

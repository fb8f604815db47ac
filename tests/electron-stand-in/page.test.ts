import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP, launch, makeDataDir } from './fixture.ts';

const dataDir = makeDataDir();
let app: ElectronApplication;
let page: Page;

const readSeen = () => app.evaluate(() => globalThis.seen);

beforeAll(async () => {
  ({ app, page } = await launch(join(dataDir, 'shared')));
});

afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a window has the content size that was asked for', async () => {
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1366, 768]);
});

test('a picture of the window has its size', async () => {
  const png = await page.screenshot();
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1366, 768]);
});

test('paths, name and version come from the command line and package.json', async () => {
  const facts = await app.evaluate(({ app: running }) => ({
    userData: running.getPath('userData'),
    name: running.getName(),
    version: running.getVersion(),
    path: running.getAppPath(),
    electron: typeof process.versions.electron,
  }));
  expect(facts).toEqual({
    userData: join(dataDir, 'shared'),
    name: 'stand-in-fixture',
    version: '1.2.3',
    path: APP,
    electron: 'string',
  });
});

test('what a test puts in the place of a dialog is what the app calls', async () => {
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['甲.txt'] });
  });
  const chosen = await app.evaluate(({ dialog }) => dialog.showOpenDialog({}));
  expect(chosen.filePaths).toEqual(['甲.txt']);
});

test('a member that is not modelled is named', async () => {
  const read = app.evaluate(({ app: running }) => running.getAppMetrics());
  await expect(read).rejects.toThrow('app.getAppMetrics is not modelled');
  await expect(app.evaluate((electron) => electron.powerMonitor)).rejects.toThrow(
    'electron.powerMonitor is not modelled',
  );
});

test('the bridge is there before the first script of the page, read-only and frozen', async () => {
  const state = await page.evaluate(() => {
    const attempts = ['replace', 'add', 'nested'].map((attempt) => {
      try {
        if (attempt === 'replace') Object.assign(globalThis, { fixture: null });
        if (attempt === 'add') Object.assign(fixture, { more: 1 });
        if (attempt === 'nested') fixture.facts.nested.list.push(3);
        return 'changed';
      } catch {
        return 'refused';
      }
    });
    return { atStart: bridgeAtStart, attempts, list: fixture.facts.nested.list };
  });
  expect(state).toEqual({
    atStart: 'function',
    attempts: ['refused', 'refused', 'refused'],
    list: [1, 2],
  });
});

test('the page has no Node, no electron and no channel of its own', async () => {
  const leaks = await page.evaluate(() =>
    ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in window),
  );
  expect(leaks).toEqual([]);
  expect(await page.evaluate(() => fixture.facts.node)).toBe('object');
  const hidden = await page.evaluate(() =>
    Object.getOwnPropertyNames(window).filter((name) => /^_[0-9a-f]{24}$/.test(name)),
  );
  expect(hidden).toEqual([]);
});

test('a request carries the sender: its address, origin and that it is the main frame', async () => {
  expect(await page.evaluate(() => fixture.request('sender'))).toEqual({
    url: 'app://bundle/index.html',
    origin: 'app://bundle',
    isMain: true,
    parent: null,
  });
});

test('values cross both ways, a missing argument stays missing', async () => {
  const answers = await page.evaluate(async () => [
    await fixture.request('a', { 词: ['改厕', null, 4774] }),
    await fixture.request('b'),
  ]);
  expect(answers).toEqual([
    { name: 'a', input: { 词: ['改厕', null, 4774] }, missing: false },
    { name: 'b', missing: true },
  ]);
});

test('functions and errors cross the bridge', async () => {
  expect(await page.evaluate(() => fixture.callTwice((value) => value * 10))).toEqual([10, 20]);
  const messages = await page.evaluate(async () => {
    const messageOf = (error: unknown) => (error as Error).message;
    const thrown = (() => {
      try {
        return fixture.fail();
      } catch (error) {
        return messageOf(error);
      }
    })();
    return [
      thrown,
      await fixture.request('fail').catch(messageOf),
      await fixture.unhandled().catch(messageOf),
    ];
  });
  expect(messages).toEqual([
    'failed in the preload',
    "Error invoking remote method 'request': Error: refused by the handler",
    "Error invoking remote method 'nobody-listens': Error: No handler registered for 'nobody-listens'",
  ]);
});

test('events reach their listeners until these are removed', async () => {
  const send = (text: string) =>
    app.evaluate(({ BrowserWindow }, event) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('event', { event });
    }, text);
  await page.evaluate(() => {
    globalThis.received = [];
    const remove = fixture.onEvent((event) => {
      globalThis.received.push(event);
      if (globalThis.received.length === 2) remove();
    });
  });
  for (const text of ['一', '二', '三']) await send(text);
  await page.waitForFunction(() => globalThis.received.length > 1);
  expect(await page.evaluate(() => globalThis.received)).toEqual([
    { event: '一' },
    { event: '二' },
  ]);
});

test('the protocol handler answers with its own status and headers', async () => {
  const policy = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) =>
          resolve(event.effectiveDirective),
        );
        document.body.append(
          Object.assign(document.createElement('script'), { textContent: 'fixture = 1' }),
        );
      }),
  );
  expect(policy).toBe('script-src-elem');
  const missing = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const image = Object.assign(new Image(), { src: './missing.png' });
        image.onerror = () => resolve('not shown');
        image.onload = () => resolve('shown');
      }),
  );
  expect(missing).toBe('not shown');
});

test('every way out of the page is asked about and refused', async () => {
  await page.evaluate(() => {
    location.href = 'https://outside.example/location';
  });
  await expect.poll(async () => (await readSeen()).navigations).toHaveLength(1);
  await page.evaluate(() => void window.open('https://outside.example/popup'));
  await page.click('#out');
  await expect.poll(async () => (await readSeen()).windows).toHaveLength(2);
  await page.evaluate(() => {
    location.href = 'mailto:a@outside.example';
  });
  await expect.poll(async () => (await readSeen()).navigations).toHaveLength(2);

  const seen = await readSeen();
  expect(seen.navigations).toEqual([
    'https://outside.example/location',
    'mailto:a@outside.example',
  ]);
  expect(seen.windows).toEqual(['https://outside.example/popup', 'https://outside.example/link']);
  await expect.poll(() => page.title()).toBe('夹具');
  const open = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(open).toBe(1);
  await expect.poll(() => app.windows().length).toBe(1);
});

test('a page that refreshes itself away stays where it is', async () => {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL('app://bundle/refresh.html'),
  );
  await expect
    .poll(async () => (await readSeen()).navigations.at(-1))
    .toBe('https://outside.example/refresh');
  await expect.poll(() => page.url()).toMatch(/refresh\.html$/);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL('app://bundle/index.html'),
  );
  await expect.poll(() => page.title()).toBe('夹具');
});

test('a request for another host is given to webRequest and cancelled', async () => {
  const outcome = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false });
    const failure = await window.loadURL('https://outside.example/direct').catch(String);
    window.destroy();
    return failure;
  });
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  expect((await readSeen()).requests).toEqual(['https://outside.example/direct']);
});

test('permissions that the handlers refuse are denied', async () => {
  const states = await page.evaluate(async () => {
    const geolocation = await navigator.permissions.query({ name: 'geolocation' });
    const code = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('position'),
        (error) => resolve(error.code),
      ),
    );
    return [geolocation.state, code, Notification.permission];
  });
  expect(states).toEqual(['denied', 1, 'denied']);
});

test('a hidden window without scripts prints a page, its Chinese text to be extracted', async () => {
  const pdf = Buffer.from(await app.evaluate(() => globalThis.printPage('print.html')), 'base64');
  const file = join(dataDir, 'print.pdf');
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  expect(text).toContain('昌城镇政府工作报告');
  expect(text).toContain('本年改厕4774户。');
  expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
  expect(pdf.toString('latin1')).toContain('/Outlines');
});

test('a worker thread of the main bundle runs', async () => {
  expect(await app.evaluate(() => globalThis.askWorker('kb'))).toBe('KB');
});

test('a crashed page is reported and can be loaded again', async () => {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(async () => (await readSeen()).gone).toEqual(['crashed']);
  const title = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    await window?.loadURL('app://bundle/index.html');
    return window?.webContents.executeJavaScript('document.title');
  });
  expect(title).toBe('夹具');
});

import { describe, expect, it } from 'vitest';
import { seriousFaults } from './axe.ts';
import { type Desk, goTo, openReport, openSample, tickTowns } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

/** Every surface of the window, and how one gets there. */
const SURFACES: [name: string, open: (desk: Desk) => Promise<unknown>][] = [
  ['资料库', ({ page }) => goTo(page, '资料库')],
  [
    '网站残留',
    async ({ page }) => {
      await page.getByRole('button', { name: '网站残留' }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    '粘贴导入',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '粘贴正文' }).click();
      await page.getByRole('dialog').getByRole('textbox').waitFor();
    },
  ],
  [
    '搜索与命令',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    '阅读',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await openReport(page, '2019年井沟镇政府工作报告');
    },
  ],
  [
    '检索',
    async ({ page }) => {
      await goTo(page, '检索');
      await page.getByRole('searchbox', { name: '检索内容' }).fill('社区');
      await page.locator('.hit').first().waitFor();
    },
  ],
  [
    '对照',
    async ({ page }) => {
      await tickTowns(page);
      await page.getByRole('button', { name: '并排对照' }).click();
      await page.locator('.compare-column').nth(2).waitFor();
    },
  ],
  ['按主题', ({ page }) => page.getByRole('tab', { name: '按主题' }).click()],
  ['提纲', ({ page }) => page.getByRole('tab', { name: '提纲' }).click()],
  ['指标', ({ page }) => page.getByRole('tab', { name: '指标' }).click()],
  ['批注', ({ page }) => goTo(page, '批注')],
  ['简报', ({ page }) => goTo(page, '简报')],
  ['设置', ({ page }) => goTo(page, '设置')],
];

describe('the window under its strict policy', () => {
  const desk = sharedDesk(openSample);

  it.each(SURFACES)(
    'shows %s with no violation, and nothing serious for axe',
    async (_name, open) => {
      const { page, faults } = desk;
      await open(desk);
      await page.waitForTimeout(300);
      expect(faults).toEqual([]);
      expect((await page.locator('body').innerText()).length).toBeGreaterThan(40);
      expect(await seriousFaults(page)).toEqual([]);
    },
  );

  it('stays where it is, whatever the page tries', async () => {
    const { page, app } = desk;
    const address = page.url();
    const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    await page.evaluate(() => {
      window.open('https://example.invalid/');
      location.href = 'https://example.invalid/';
    });
    await page.evaluate(() => {
      const refresh = document.createElement('meta');
      refresh.httpEquiv = 'refresh';
      refresh.content = '0;url=https://example.invalid/';
      document.head.append(refresh);
    });
    await page.waitForTimeout(500);
    expect(page.url()).toBe(address);
    expect(await windows()).toBe(1);
  });

  it('lets no request, script or frame through', async () => {
    const verdicts = await desk.page.evaluate(async () => {
      const tried = async (attempt: () => unknown) => {
        try {
          await attempt();
          return 'done';
        } catch {
          return 'refused';
        }
      };
      const loads = (element: HTMLElement, change: () => void) =>
        new Promise<string>((resolve) => {
          element.onload = () => resolve('done');
          element.onerror = () => resolve('refused');
          try {
            change();
            document.body.append(element);
          } catch {
            resolve('refused');
          }
          setTimeout(() => resolve('refused'), 800);
        });
      const image = new Image();
      const script = document.createElement('script');
      return {
        fetch: await tried(() => fetch('https://example.invalid/')),
        ownFetch: await tried(() => fetch('/index.html')),
        socket: await tried(
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket('wss://example.invalid/');
              socket.onopen = resolve;
              socket.onerror = reject;
            }),
        ),
        eval: await tried(() => Function('return 1')()),
        html: await tried(() => {
          document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>';
        }),
        image: await loads(image, () => {
          image.src = 'https://example.invalid/a.png';
        }),
        script: await loads(script, () =>
          script.setAttribute('src', 'https://example.invalid/a.js'),
        ),
      };
    });
    expect(new Set(Object.values(verdicts))).toEqual(new Set(['refused']));
  });

  it('refuses every permission', async () => {
    const states = await desk.page.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    );
    expect(new Set(states)).toEqual(new Set(['denied']));
  });

  it('offers the page nothing but the forwarder', async () => {
    const reach = await desk.page.evaluate(() => {
      const { zhenjian } = window as unknown as { zhenjian: object };
      return {
        names: Object.keys(zhenjian).sort(),
        frozen: Object.isFrozen(zhenjian),
        node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
      };
    });
    expect(reach).toEqual({ names: ['onEvent', 'request'], frozen: true, node: [] });
  });

  it.each([
    ['unknown-route', 'reports.burn', {}],
    ['unknown-route', '__proto__', {}],
    ['unknown-route', 'constructor', {}],
    ['malformed-request', 'reports.get', { id: 7 }],
    ['malformed-request', 'reports.get', { id: 'x', path: '/etc/passwd' }],
    ['malformed-request', 'imports.preview', { source: { kind: 'file', path: '/etc/passwd' } }],
    ['no-file', 'imports.preview', { source: { kind: 'chosen', fileId: '/etc/passwd' } }],
  ])('answers %s to %s %j', async (code, name, input) => {
    const outcome = await desk.page.evaluate(
      ([route, value]) =>
        (
          window as unknown as {
            zhenjian: { request: (name: string, input: unknown) => Promise<unknown> };
          }
        ).zhenjian.request(route as string, value),
      [name, input] as const,
    );
    expect(outcome).toMatchObject({ ok: false, failure: { code } });
    expect((outcome as { failure: { message: string } }).failure.message).toMatch(/[一-鿿]/u);
  });
});

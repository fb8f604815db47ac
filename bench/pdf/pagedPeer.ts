import { readFileSync } from 'node:fs';
import { type Browser, chromium, errors } from 'playwright-core';
import type { PrintJob } from '../../src/main/export/printPort.ts';

const origin = 'http://paged.invalid/';
const polyfill = readFileSync(
  new URL('../../node_modules/pagedjs/dist/paged.polyfill.js', import.meta.url),
  'utf8',
);

/** Longer than this and the peer is said to have given up. */
const PATIENCE = 240_000;

export interface PagedPeer {
  /**
   * Milliseconds until paged.js has laid the page out, and how many pages it made of it; 0 pages where it
   * was not done when patience ended, and the milliseconds are then the least it takes.
   */
  layOut(job: PrintJob): Promise<{ milliseconds: number; pages: number }>;
  close(): Promise<void>;
}

/** paged.js in the same Chromium, with the same page, stylesheet and faces; laying out alone, without printing. */
export async function openPagedPeer(fonts: ReadonlyMap<string, string>): Promise<PagedPeer> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  return {
    close: () => browser.close(),
    async layOut({ html, stylesheet }) {
      const page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE);
      const head = `<script>window.PagedConfig = { after: (flow) => { window.laidOut = flow.total; } };</script><script src="paged.js"></script></head>`;
      const files: Record<string, [body: string, contentType: string]> = {
        'page/': [html.replace('</head>', head), 'text/html; charset=utf-8'],
        'page/brief.css': [stylesheet, 'text/css; charset=utf-8'],
        'page/paged.js': [polyfill, 'text/javascript; charset=utf-8'],
      };
      await page.route('**', (route) => {
        const path = route.request().url().slice(origin.length);
        const [body, contentType] = files[path] ?? [];
        if (body !== undefined) return route.fulfill({ body, contentType: contentType ?? '' });
        const font = fonts.get(path.replace(/^fonts\//u, ''));
        if (font === undefined) return route.fulfill({ status: 404, body: '' });
        return route.fulfill({ body: readFileSync(font) });
      });
      const began = performance.now();
      try {
        await page.goto(`${origin}page/`, { timeout: PATIENCE });
        await page.waitForFunction('window.laidOut > 0', undefined, { timeout: PATIENCE });
        const milliseconds = performance.now() - began;
        return { milliseconds, pages: await page.evaluate<number>('window.laidOut') };
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
        return { milliseconds: performance.now() - began, pages: 0 };
      } finally {
        await page.close();
      }
    },
  };
}

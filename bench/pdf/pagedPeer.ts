import { readFileSync } from 'node:fs';
import { type Browser, chromium, errors } from 'playwright-core';
import { loadEveryFace } from '../../src/main/export/printPort.ts';
import { openPageServer, type ServedFile } from '../../tests/print/pageServer.ts';

const polyfill = readFileSync(
  new URL('../../node_modules/pagedjs/dist/paged.polyfill.js', import.meta.url),
  'utf8',
);

/** Longer than this and the peer is said to have given up. */
const PATIENCE = 240_000;

export interface PagedJob {
  html: string;
  /** Asks for the packages' faces below /fonts/. */
  stylesheet: string;
  /** Faces the stylesheet names beside itself, base64. */
  faces?: Readonly<Record<string, string>>;
}

export interface PagedPeer {
  /**
   * Milliseconds until paged.js has laid the page out, from an open blank page on, and how many
   * pages it made of it; 0 pages where it was not done when patience ended, and the milliseconds are then
   * the least it takes.
   */
  layOut(job: PagedJob): Promise<{ milliseconds: number; pages: number }>;
  close(): Promise<void>;
}

/**
 * paged.js in the same Chromium, with the same page and stylesheet; laying out alone, without printing.
 * It is given what makes it fast: a cache, as it asks for every face twice, and rules for those faces alone
 * that the words are drawn with, as it loads each face there is a rule for. What these are is looked up
 * before the clock starts.
 */
export async function openPagedPeer(fonts: ReadonlyMap<string, string>): Promise<PagedPeer> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const served = new Map<string, ServedFile>();
  const asked = new Set<string>();
  const { origin, close } = await openPageServer((path) => {
    asked.add(path);
    const font = fonts.get(path.replace(/^\/fonts\//u, ''));
    const found =
      served.get(path) ?? (font ? { body: readFileSync(font), type: 'font/woff2' } : undefined);
    return found && { ...found, isCached: true };
  });

  const serve = (html: string, stylesheet: string) => {
    served.set('/page/', { body: html, type: 'text/html; charset=utf-8' });
    served.set('/page/brief.css', { body: stylesheet, type: 'text/css; charset=utf-8' });
  };
  /** The stylesheet without the faces that nothing is drawn with. */
  const withFacesDrawn = async ({ html, stylesheet }: PagedJob): Promise<string> => {
    serve(html, stylesheet);
    asked.clear();
    const page = await browser.newPage();
    await page.goto(`${origin}/page/`);
    await page.evaluate(loadEveryFace);
    await page.close();
    return stylesheet.replaceAll(/@font-face \{[^}]*\}\n?/gu, (rule) => {
      const source = /url\('([^']*)'\)/u.exec(rule)?.[1] ?? '';
      return asked.has(new URL(source, `${origin}/page/`).pathname) ? rule : '';
    });
  };

  return {
    close: async () => {
      await browser.close();
      close();
    },
    async layOut(job) {
      served.clear();
      served.set('/page/paged.js', { body: polyfill, type: 'text/javascript; charset=utf-8' });
      for (const [name, face] of Object.entries(job.faces ?? {})) {
        served.set(`/page/${name}`, { body: Buffer.from(face, 'base64'), type: 'font/ttf' });
      }
      const stylesheet = await withFacesDrawn(job);
      const head = `<script>window.PagedConfig = { after: (flow) => { window.laidOut = flow.total; } };</script><script src="paged.js"></script></head>`;
      serve(job.html.replace('</head>', head), stylesheet);
      const page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE);
      const began = performance.now();
      try {
        await page.goto(`${origin}/page/`, { timeout: PATIENCE });
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

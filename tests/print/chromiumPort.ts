import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type BundledFonts, bundledFontFiles } from '../../src/main/export/bundledFonts.ts';
import {
  fillNumbers,
  heldBack,
  loadEveryFace,
  loadUndrawn,
  type PrintPort,
} from '../../src/main/export/printPort.ts';
import { openPageServer, type ServedFile } from './pageServer.ts';

/** On the port's own origin, as in the app. */
export const fontBaseUrl = '/fonts/';

/** What the page may load: the same rule as the app's, so that an inline style would be seen to fail. */
const policy = "default-src 'none'; style-src 'self'; font-src 'self'";

export interface ChromiumPort extends PrintPort {
  /** What the page complained of while it was printed: refused styles, missing files. */
  complaints: string[];
  /** Done once the page for the next job is open. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** Prints with the system's Chromium, whose print engine is the app's. Nothing leaves the machine. */
export async function openChromiumPort(bundled: BundledFonts): Promise<ChromiumPort> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const files = bundledFontFiles(bundled);
  /** What the job in hand is made of, by path. */
  const pages = new Map<string, ServedFile>();
  let jobs = 0;
  const server = await openPageServer((path) => {
    const file = files.get(path.slice(fontBaseUrl.length));
    return pages.get(path) ?? (file ? { body: readFileSync(file), type: 'font/woff2' } : undefined);
  }, policy);
  const complaints: string[] = [];
  let kept: Page | null = null;
  let prepared: Promise<Page> | null = null;
  const letGo = async () => {
    const page = kept;
    kept = null;
    await page?.close();
  };
  const open = async (): Promise<Page> => {
    const page = await (prepared ?? browser.newPage());
    prepared = null;
    return page;
  };
  return {
    complaints,
    async close() {
      await browser.close();
      server.close();
    },
    async prepare() {
      prepared ??= browser.newPage();
      await prepared;
    },
    async print({ html, stylesheet, options, faces, pass }) {
      const isCounted = typeof pass === 'object' && kept !== null;
      if (!isCounted) await letGo();
      const page = kept ?? (await open());
      kept = page;
      const toPdf = () =>
        page.pdf({
          preferCSSPageSize: options.preferCSSPageSize,
          printBackground: options.printBackground,
          tagged: options.generateTaggedPDF,
          outline: options.generateDocumentOutline,
        });
      if (isCounted) {
        await page.evaluate(fillNumbers(pass.numbers));
        const pdf = await toPdf();
        void letGo();
        return pdf;
      }
      page.on('console', (message) => complaints.push(message.text()));
      const folder = `/${jobs}/`;
      jobs += 1;
      pages.set(folder, {
        body: heldBack({ html, ...(faces && { faces }) }),
        type: 'text/html; charset=utf-8',
      });
      pages.set(`${folder}brief.css`, { body: stylesheet, type: 'text/css; charset=utf-8' });
      for (const [name, face] of Object.entries(faces ?? {})) {
        pages.set(folder + name, { body: Buffer.from(face, 'base64'), type: 'font/ttf' });
      }
      try {
        await page.goto(server.origin + folder);
        const load = pass === 'count' ? loadUndrawn : loadEveryFace;
        complaints.push(...(await page.evaluate<string[]>(load)));
        return await toPdf();
      } finally {
        pages.clear();
        if (pass !== 'count') void letGo();
      }
    },
  };
}

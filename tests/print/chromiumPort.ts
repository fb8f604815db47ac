import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type BundledFonts, bundledFontFiles } from '../../src/main/export/bundledFonts.ts';
import {
  fillNumbers,
  heldBack,
  hideWords,
  loadEveryFace,
  type PrintPort,
} from '../../src/main/export/printPort.ts';

const origin = 'http://brief.invalid/';
export const fontBaseUrl = `${origin}fonts/`;

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
    close: () => browser.close(),
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
      await page.route('**', (route) => {
        const path = route.request().url().slice(origin.length);
        if (path === 'page/') {
          const headers = { 'content-security-policy': policy };
          return route.fulfill({
            body: heldBack({ html, ...(faces && { faces }) }),
            contentType: 'text/html; charset=utf-8',
            headers,
          });
        }
        if (path === 'page/brief.css') {
          return route.fulfill({ body: stylesheet, contentType: 'text/css; charset=utf-8' });
        }
        const face = faces?.[path.slice('page/'.length)];
        if (face !== undefined) return route.fulfill({ body: Buffer.from(face, 'base64') });
        const file = path.startsWith('fonts/') ? files.get(path.slice('fonts/'.length)) : undefined;
        if (file === undefined) return route.fulfill({ status: 404, body: '' });
        return route.fulfill({ body: readFileSync(file) });
      });
      try {
        await page.goto(`${origin}page/`);
        complaints.push(...(await page.evaluate<string[]>(loadEveryFace)));
        if (pass === 'count') await page.evaluate(hideWords);
        return await toPdf();
      } finally {
        if (pass !== 'count') void letGo();
      }
    },
  };
}

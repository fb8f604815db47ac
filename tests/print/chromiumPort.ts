import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type BundledFonts, bundledFontFiles } from '../../src/main/export/bundledFonts.ts';
import { fillNumbers, loadEveryFace, type PrintPort } from '../../src/main/export/printPort.ts';

const origin = 'http://brief.invalid/';
export const fontBaseUrl = `${origin}fonts/`;

/** What the page may load: the same rule as the app's, so that an inline style would be seen to fail. */
const policy = "default-src 'none'; style-src 'self'; font-src 'self'";

export interface ChromiumPort extends PrintPort {
  /** What the page complained of while it was printed: refused styles, missing files. */
  complaints: string[];
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
  const letGo = async () => {
    await kept?.close();
    kept = null;
  };
  return {
    complaints,
    close: () => browser.close(),
    async print({ html, stylesheet, options, pass }) {
      const isSecond = typeof pass === 'object' && kept !== null;
      if (!isSecond) await letGo();
      const page = kept ?? (await browser.newPage());
      kept = page;
      const toPdf = () =>
        page.pdf({
          preferCSSPageSize: options.preferCSSPageSize,
          printBackground: options.printBackground,
          tagged: options.generateTaggedPDF,
          outline: options.generateDocumentOutline,
        });
      if (isSecond) {
        await page.evaluate(fillNumbers(pass.second));
        const pdf = await toPdf();
        await letGo();
        return pdf;
      }
      page.on('console', (message) => complaints.push(message.text()));
      await page.route('**', (route) => {
        const path = route.request().url().slice(origin.length);
        if (path === 'page/') {
          const headers = { 'content-security-policy': policy };
          return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers });
        }
        if (path === 'page/brief.css') {
          return route.fulfill({ body: stylesheet, contentType: 'text/css; charset=utf-8' });
        }
        const file = path.startsWith('fonts/') ? files.get(path.slice('fonts/'.length)) : undefined;
        if (file === undefined) return route.fulfill({ status: 404, body: '' });
        return route.fulfill({ body: readFileSync(file) });
      });
      try {
        await page.goto(`${origin}page/`);
        complaints.push(...(await page.evaluate<string[]>(loadEveryFace)));
        return await toPdf();
      } finally {
        if (pass !== 'first') await letGo();
      }
    },
  };
}

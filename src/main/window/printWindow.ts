import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import { loadEveryFace, type PrintJob, type PrintPort } from '../export/printPort.ts';
import { LOCKED_PREFERENCES } from './openWindow.ts';
import { APP_ORIGIN, lockNavigation } from './policy.ts';

/** Pages on their way to the printer, by the path they are served under. */
export type PrintPages = Map<string, { type: '.html' | '.css'; body: string }>;

/**
 * Prints through a hidden window of its own, without preload, that loads the job from the app's origin
 * under the same policy as everything else. Jobs queue up: one window, one job at a time.
 */
export function createPrintPort(pages: PrintPages): PrintPort {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    print: (job) => {
      const turn = queue.then(() => printOnce(pages, job));
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function printOnce(pages: PrintPages, job: PrintJob): Promise<Uint8Array> {
  const folder = `/print/${randomUUID()}/`;
  pages.set(`${folder}index.html`, { type: '.html', body: job.html });
  pages.set(`${folder}brief.css`, { type: '.css', body: job.stylesheet });
  const window = new BrowserWindow({ show: false, webPreferences: LOCKED_PREFERENCES });
  try {
    lockNavigation(window.webContents, null);
    await window.loadURL(`${APP_ORIGIN}${folder}index.html`);
    const failed: unknown = await window.webContents.executeJavaScript(loadEveryFace);
    if (Array.isArray(failed) && failed.length > 0) {
      throw new Error(`faces not loaded: ${failed.join(', ')}`);
    }
    return await window.webContents.printToPDF(job.options);
  } finally {
    window.destroy();
    pages.delete(`${folder}index.html`);
    pages.delete(`${folder}brief.css`);
  }
}

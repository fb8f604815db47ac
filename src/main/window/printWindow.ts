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
  let stopping = Promise.withResolvers<never>();
  stopping.promise.catch(() => undefined);
  return {
    print: (job) => {
      const turn = queue.then(() => printOnce(pages, job, stopping.promise));
      queue = turn.catch(() => undefined);
      return turn;
    },
    stop: () => {
      stopping.reject(new Error('stopped'));
      stopping = Promise.withResolvers();
      stopping.promise.catch(() => undefined);
    },
  };
}

/** `stopped` rejects to end the job: its window goes, whatever it is at. */
async function printOnce(
  pages: PrintPages,
  job: PrintJob,
  stopped: Promise<never>,
): Promise<Uint8Array> {
  const folder = `/print/${randomUUID()}/`;
  pages.set(`${folder}index.html`, { type: '.html', body: job.html });
  pages.set(`${folder}brief.css`, { type: '.css', body: job.stylesheet });
  const window = new BrowserWindow({ show: false, webPreferences: LOCKED_PREFERENCES });
  try {
    lockNavigation(window.webContents, null);
    await Promise.race([window.loadURL(`${APP_ORIGIN}${folder}index.html`), stopped]);
    const failed: unknown = await Promise.race([
      window.webContents.executeJavaScript(loadEveryFace),
      stopped,
    ]);
    if (Array.isArray(failed) && failed.length > 0) {
      throw new Error(`faces not loaded: ${failed.join(', ')}`);
    }
    return await Promise.race([window.webContents.printToPDF(job.options), stopped]);
  } finally {
    window.destroy();
    pages.delete(`${folder}index.html`);
    pages.delete(`${folder}brief.css`);
  }
}

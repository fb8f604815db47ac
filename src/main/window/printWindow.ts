import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import {
  fillNumbers,
  heldBack,
  loadEveryFace,
  loadUndrawn,
  type PrintJob,
  type PrintPort,
} from '../export/printPort.ts';
import { LOCKED_PREFERENCES } from './openWindow.ts';
import { APP_ORIGIN, lockNavigation } from './policy.ts';

/** Pages on their way to the printer, by the path they are served under. */
export type PrintPages = Map<string, { type: '.html' | '.css' | '.ttf'; body: string | Buffer }>;

/** A job's page in a window of its own. */
interface PrintedPage {
  window: BrowserWindow;
  address: string;
  close: () => void;
}

/**
 * Prints through a hidden window of its own, without preload, that loads the job from the app's origin
 * under the same policy as everything else. Jobs queue up: one window, one job at a time. The page that
 * was counted stays loaded for its printing.
 */
export function createPrintPort(pages: PrintPages): PrintPort {
  let queue: Promise<unknown> = Promise.resolve();
  let kept: PrintedPage | null = null;
  let prepared: BrowserWindow | null = null;
  let stopping = newStop();
  const letGo = () => {
    kept?.close();
    kept = null;
  };
  const print = async (job: PrintJob, stopped: Promise<never>): Promise<Uint8Array> => {
    const { pass } = job;
    const isCounted = typeof pass === 'object' && kept !== null;
    if (!isCounted) letGo();
    if (kept === null) {
      kept = openPage(pages, job, prepared ?? openWindow());
      prepared = null;
    }
    const { webContents } = kept.window;
    try {
      if (isCounted) {
        await Promise.race([webContents.executeJavaScript(fillNumbers(pass.numbers)), stopped]);
      } else await Promise.race([load(kept, pass === 'count'), stopped]);
      return await Promise.race([webContents.printToPDF(job.options), stopped]);
    } catch (error) {
      letGo();
      throw error;
    } finally {
      if (pass !== 'count') letGo();
    }
  };
  return {
    prepare: () => {
      prepared ??= openWindow();
    },
    print: (job) => {
      const turn = queue.then(() => print(job, stopping.promise));
      queue = turn.catch(() => undefined);
      return turn;
    },
    stop: () => {
      stopping.reject(new Error('stopped'));
      stopping = newStop();
    },
    release: () => {
      queue = queue.then(() => {
        letGo();
        prepared?.destroy();
        prepared = null;
      });
    },
  };
}

/** Rejects to end the job in hand: its window goes, whatever it is at. */
function newStop(): PromiseWithResolvers<never> {
  const stop = Promise.withResolvers<never>();
  stop.promise.catch(() => undefined);
  return stop;
}

function openWindow(): BrowserWindow {
  const window = new BrowserWindow({ show: false, webPreferences: LOCKED_PREFERENCES });
  lockNavigation(window.webContents, null);
  return window;
}

function openPage(pages: PrintPages, job: PrintJob, window: BrowserWindow): PrintedPage {
  const folder = `/print/${randomUUID()}/`;
  const served: PrintPages = new Map([
    [`${folder}index.html`, { type: '.html', body: heldBack(job) }],
    [`${folder}brief.css`, { type: '.css', body: job.stylesheet }],
  ]);
  for (const [name, face] of Object.entries(job.faces ?? {})) {
    served.set(`${folder}${name}`, { type: '.ttf', body: Buffer.from(face, 'base64') });
  }
  for (const [path, page] of served) pages.set(path, page);
  return {
    window,
    address: `${APP_ORIGIN}${folder}index.html`,
    close: () => {
      window.destroy();
      for (const path of served.keys()) pages.delete(path);
    },
  };
}

/** @throws where a face could not be loaded. */
async function load({ window, address }: PrintedPage, isCount: boolean): Promise<void> {
  await window.loadURL(address);
  const failed: unknown = await window.webContents.executeJavaScript(
    isCount ? loadUndrawn : loadEveryFace,
  );
  if (Array.isArray(failed) && failed.length > 0) {
    throw new Error(`faces not loaded: ${failed.join(', ')}`);
  }
}

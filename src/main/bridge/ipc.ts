import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../../shared/contract/channels.ts';
import type { LibraryEvent } from '../../shared/contract/events.ts';
import type { Outcome } from '../../shared/contract/failure.ts';
import type { Dispatch } from './dispatch.ts';

const FORGED: Outcome<never> = {
  ok: false,
  failure: { code: 'forged-sender', message: '请求来源不对，没有执行。资料未受影响。' },
};

/**
 * Answers requests of the app's own main frame and of nobody else. A frame that is gone, a frame inside
 * the page and a page of another origin are refused before their message is looked at.
 */
export function serveRequests(dispatch: Dispatch, isOwnAddress: (url: string) => boolean): void {
  ipcMain.handle(REQUEST_CHANNEL, (event, name: unknown, input: unknown) =>
    isOwnMainFrame(event, isOwnAddress) ? dispatch(name, input) : FORGED,
  );
}

function isOwnMainFrame(
  { senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>,
  isOwnAddress: (url: string) => boolean,
): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url);
}

/** Tells the window something it did not ask for. Silent when the window is gone. */
export function sendEvent(contents: WebContents | undefined, event: LibraryEvent): void {
  if (contents === undefined || contents.isDestroyed()) return;
  contents.send(EVENT_CHANNEL, event);
}

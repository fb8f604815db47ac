import type { WebContents } from 'electron';
import { toPageAddress } from './addresses.ts';
import type { Chromium } from './chromium.ts';

type CheckHandler = (
  contents: WebContents | null,
  permission: string,
  origin: string,
  details: object,
) => boolean;
type RequestHandler = (
  contents: WebContents,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void;

/** Electron's word for a permission, and Chromium's. */
const PERMISSIONS: [string, string][] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['display-capture', 'display-capture'],
  ['idle-detection', 'idle-detection'],
  ['window-management', 'window-management'],
];

let checkHandler: CheckHandler | null = null;
let requestHandler: RequestHandler | null = null;

export const permissionMembers = {
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    checkHandler = handler;
  },
  setPermissionRequestHandler(handler: RequestHandler | null): void {
    requestHandler = handler;
  },
};

/**
 * Puts the handlers' answers into force for the origin of `url`. Chromium has no call-back for a
 * permission, so each is asked for once when a page is loaded, not when the page asks; with no
 * handler set a permission is granted, as in Electron.
 */
export async function applyPermissions(
  chromium: Chromium,
  contents: WebContents,
  url: string,
): Promise<void> {
  const requestingUrl = new URL(url).href;
  const origin = new URL(toPageAddress(url)).origin;
  if (origin === 'null') return;
  const set = (name: string, granted: boolean) =>
    chromium
      .send('Browser.setPermission', {
        permission: { name },
        setting: granted ? 'granted' : 'denied',
        origin,
      })
      // Chromium's list of names changes; one it no longer knows cannot be asked for either.
      .catch(() => {});
  await Promise.all(
    PERMISSIONS.map(async ([permission, name]) => {
      const details = { requestingUrl, isMainFrame: true };
      const allowed = checkHandler?.(contents, permission, requestingUrl, details) ?? true;
      await set(name, allowed && requestHandler === null);
      if (!allowed) return;
      requestHandler?.(contents, permission, (granted) => void set(name, granted), details);
    }),
  );
}

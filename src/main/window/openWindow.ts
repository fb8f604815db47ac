import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { APP_ORIGIN, lockNavigation } from './policy.ts';

/** The smallest screen the office has. */
const SIZE = { width: 1366, height: 768 };

/** The colour of the ground, so that nothing flashes before the first paint. */
const GROUND = '#efebe4';

/** Web preferences of every window: no Node, no shared world, a sandbox. */
export const LOCKED_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  webSecurity: true,
  spellcheck: false,
} as const;

/** Opens the one window of the app. It shows itself once there is something to see. */
export function openWindow(outDir: string, developmentOrigin: string | null): BrowserWindow {
  const window = new BrowserWindow({
    ...SIZE,
    useContentSize: true,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: '镇鉴',
    backgroundColor: GROUND,
    autoHideMenuBar: true,
    webPreferences: { ...LOCKED_PREFERENCES, preload: join(outDir, 'preload', 'index.cjs') },
  });
  lockNavigation(window.webContents, developmentOrigin);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(developmentOrigin ?? `${APP_ORIGIN}/index.html`);
  return window;
}

import { join } from 'node:path';
import { app, type BrowserWindow, Menu, protocol, session } from 'electron';
import { sendEvent, serveRequests } from './bridge/ipc.ts';
import { bundledFontFiles, readBundledFonts } from './export/bundledFonts.ts';
import { startLibrary } from './library/libraryClient.ts';
import { once } from './library/once.ts';
import { startSearch } from './library/searchClient.ts';
import { createAppProtocol } from './window/appProtocol.ts';
import { createDialogs } from './window/dialogs.ts';
import { findOpenedFile } from './window/openedFile.ts';
import { openWindow } from './window/openWindow.ts';
import { isOwnAddress, lockNavigation, lockSession } from './window/policy.ts';
import { findPrintJob, type PrintJobFile, runPrintJob } from './window/printJob.ts';
import { createPrintPort, type PrintPages } from './window/printWindow.ts';

/*
 * Start-up, in order. The library opens in its own thread while Chromium starts its processes: when
 * the window asks its first questions, the answers are there.
 */

app.enableSandbox();
app.setAppUserModelId('cn.zhenjian.desktop');
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

/** Where pages find the bundled faces. */
const FONTS_PATH = '/fonts/';

const outDir = join(import.meta.dirname, '..');
const resourcesDir = app.isPackaged ? process.resourcesPath : join(outDir, '..', 'resources');
const fontsDir = app.isPackaged
  ? join(process.resourcesPath, 'fonts')
  : join(outDir, '..', 'node_modules');
const developmentOrigin = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);
if (developmentOrigin === null) {
  // The page's requests are refused elsewhere; this is for what Chromium would look up by itself.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
}
const isOwn = (address: string) => isOwnAddress(address, developmentOrigin);

const pages: PrintPages = new Map();
const printPort = createPrintPort(pages);
const printJob = findPrintJob(process.argv);

if (printJob !== null) {
  void printAndLeave(printJob);
} else if (app.requestSingleInstanceLock()) {
  void start();
} else {
  app.quit();
}

async function printAndLeave(job: PrintJobFile): Promise<void> {
  await app.whenReady();
  servePages();
  await runPrintJob(job, printPort);
  app.exit(0);
}

async function start(): Promise<void> {
  let window: BrowserWindow | undefined;
  const places = {
    libraryDir: join(app.getPath('userData'), 'library'),
    resourcesDir,
    fontsDir,
    appVersion: app.getVersion(),
  };
  const library = startLibrary(
    join(import.meta.dirname, 'library-worker.js'),
    places,
    { ...createDialogs(() => window ?? null), ...printPort },
    (event) => sendEvent(window?.webContents, event),
  );
  const search = startSearch(
    join(import.meta.dirname, 'search-worker.js'),
    places,
    library.dispatch,
  );
  let closing = false;
  app.on('will-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void search
      .close()
      .then(() => library.close())
      .finally(() => app.quit());
  });

  await app.whenReady();
  servePages();
  serveRequests(search.dispatch, isOwn);
  const shown = openWindow(outDir, developmentOrigin);
  window = shown;
  const opened = findOpenedFile(process.argv, process.cwd());
  if (opened !== null) library.offerFile(opened);
  app.on('second-instance', (_event, argv, folder) => {
    const openedNow = findOpenedFile(argv, folder);
    if (openedNow !== null) library.offerFile(openedNow);
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  });
  app.on('window-all-closed', () => app.quit());
}

/** What every page of this app may load, and what it may not; before the first one is opened. */
function servePages(): void {
  Menu.setApplicationMenu(null);
  lockSession(session.defaultSession, developmentOrigin);
  app.on('web-contents-created', (_event, contents) => lockNavigation(contents, developmentOrigin));
  const fontFiles = once(() =>
    bundledFontFiles(readBundledFonts(fontsDir, join(resourcesDir, 'fonts'))),
  );
  protocol.handle(
    'app',
    createAppProtocol({
      folder: join(outDir, 'renderer'),
      findFile: (path) =>
        path.startsWith(FONTS_PATH) ? fontFiles().get(path.slice(FONTS_PATH.length)) : undefined,
      pages,
    }),
  );
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';

// What the tests read back through app.evaluate.
const seen = { navigations: [], windows: [], requests: [], permissions: [], gone: [] };
globalThis.seen = seen;
globalThis.askWorker = (text) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url));
    worker.once('error', reject);
    worker.once('message', (answer) => {
      worker.terminate();
      resolve(answer);
    });
    worker.postMessage(text);
  });

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
]);
app.enableSandbox();

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:";
const TYPES = { html: 'text/html', js: 'text/javascript' };

async function serve(request) {
  const { host, pathname } = new URL(request.url);
  if (host !== 'bundle') return new Response('unknown host', { status: 404 });
  if (!/^\/[\w.-]+$/.test(pathname)) return new Response('refused', { status: 403 });
  try {
    const body = await readFile(join(import.meta.dirname, 'page', pathname));
    const type = `${TYPES[pathname.split('.').pop()]}; charset=utf-8`;
    return new Response(body, {
      headers: { 'content-type': type, 'content-security-policy': POLICY },
    });
  } catch {
    return new Response('not found', { status: 404 });
  }
}

function secure(contents) {
  contents.on('will-navigate', (event, url) => {
    seen.navigations.push(url);
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    seen.windows.push(url);
    return { action: 'deny' };
  });
  contents.on('render-process-gone', (_, { reason }) => seen.gone.push(reason));
}

ipcMain.handle('request', (event, name, input) => {
  const { url, origin, parent } = event.senderFrame ?? {};
  if (name === 'sender') {
    const isMain = event.senderFrame === event.sender.mainFrame;
    return { url, origin, isMain, parent };
  }
  if (name === 'fail') throw new Error('refused by the handler');
  return { name, input, missing: input === undefined };
});

globalThis.printPage = async (page) => {
  const window = new BrowserWindow({ show: false, webPreferences: { javascript: false } });
  await window.loadURL(`app://bundle/${page}`);
  const pdf = await window.webContents.printToPDF({
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: '<span style="font-size:9px" class="pageNumber"></span>',
  });
  window.destroy();
  return pdf.toString('base64');
};

/** For a start without Playwright: what the page shows goes to a file, then the window closes. */
async function reportTo(file, window) {
  const shown = await window.webContents.executeJavaScript('document.body.innerText.trim()');
  await writeFile(file, shown);
  window.close();
}

app.on('window-all-closed', () => app.quit());
app.on('second-instance', (_, argv) => seen.windows.push(argv.at(-1)));
if (app.requestSingleInstanceLock()) {
  app.whenReady().then(() => {
    protocol.handle('app', serve);
    session.defaultSession.webRequest.onBeforeRequest(({ url }, callback) => {
      if (!url.startsWith('app://')) seen.requests.push(url);
      callback({ cancel: !url.startsWith('app://') });
    });
    session.defaultSession.setPermissionCheckHandler(() => false);
    session.defaultSession.setPermissionRequestHandler((_, permission, callback) => {
      seen.permissions.push(permission);
      callback(false);
    });
    const window = new BrowserWindow({
      width: 1366,
      height: 768,
      show: false,
      webPreferences: { preload: join(import.meta.dirname, 'preload.cjs'), sandbox: true },
    });
    window.once('ready-to-show', () => window.show());
    secure(window.webContents);
    const report = process.argv.find((arg) => arg.startsWith('--report='))?.slice(9);
    window.loadURL('app://bundle/index.html').then(() => report && reportTo(report, window));
  });
} else app.quit();

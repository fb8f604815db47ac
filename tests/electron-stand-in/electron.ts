/**
 * The module that `import … from 'electron'` finds under the stand-in. The checks below hold each
 * part against Electron's own declarations; what is not listed is not modelled.
 */

import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { clipboard, dialog, Menu, nativeTheme, screen, shell } from './desktop.ts';
import { ipcMain } from './ipc.ts';
import { modelled } from './modelled.ts';
import { protocol, session } from './session.ts';
import { webContentsMembers } from './web-contents.ts';

const webContents = modelled('webContents', webContentsMembers);

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  webContents,
};

const electron = modelled('electron', {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
  webContents,
});

export default electron;
// What `require('electron')` gives, guarded as a whole.
export { electron as 'module.exports' };

/**
 * The module that `import … from 'electron'` finds under the stand-in. Each part is held against
 * Electron's own declarations; a member that is not listed is not modelled. Listening to events is
 * left out of the lists: declared once per event there, it is one function here.
 */
import type Electron from 'electron';
import { app } from './app.ts';
import { BrowserWindow, type WindowStandIn } from './browser-window.ts';
import { clipboard, dialog, Menu, nativeTheme, screen, shell } from './desktop.ts';
import { ipcMain } from './ipc.ts';
import { modelled } from './modelled.ts';
import { protocol, session } from './session.ts';
import { type WebContentsStandIn, webContentsMembers } from './web-contents.ts';

type ModelledApp = Pick<
  Electron.App,
  | 'whenReady'
  | 'isReady'
  | 'isPackaged'
  | 'name'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getAppPath'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'setAboutPanelOptions'
  | 'disableHardwareAcceleration'
  | 'focus'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'quit'
  | 'exit'
> & {
  getPath: (name: Parameters<Electron.App['getPath']>[0]) => string;
  setPath: Electron.App['setPath'];
  commandLine: object;
};

type ModelledWindow = Pick<
  Electron.BrowserWindow,
  | 'id'
  | 'webContents'
  | 'loadURL'
  | 'loadFile'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'minimize'
  | 'restore'
  | 'maximize'
  | 'unmaximize'
  | 'setFullScreen'
  | 'focus'
  | 'isVisible'
  | 'isMinimized'
  | 'isMaximized'
  | 'isFullScreen'
  | 'isFocused'
  | 'isDestroyed'
  | 'getTitle'
  | 'setTitle'
  | 'getBounds'
  | 'getNormalBounds'
  | 'getContentBounds'
  | 'setBounds'
  | 'getSize'
  | 'getContentSize'
  | 'setSize'
  | 'setContentSize'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'setAutoHideMenuBar'
  | 'close'
  | 'destroy'
>;

type ModelledContents = Pick<
  Electron.WebContents,
  | 'id'
  | 'loadURL'
  | 'reload'
  | 'getURL'
  | 'getType'
  | 'isLoading'
  | 'isDestroyed'
  | 'isCrashed'
  | 'send'
  | 'executeJavaScript'
  | 'printToPDF'
  | 'forcefullyCrashRenderer'
  | 'close'
>;

/** A class of the stand-in and the part of Electron's that it must be able to stand for. */
type Stands<StandIn extends Part, Part> = [StandIn, Part];
export type Checked = [
  Stands<WindowStandIn, ModelledWindow>,
  Stands<WebContentsStandIn, ModelledContents>,
];

const members = {
  app: app satisfies ModelledApp,
  BrowserWindow,
  clipboard: clipboard satisfies Pick<Electron.Clipboard, 'readText' | 'writeText'>,
  dialog: dialog satisfies Pick<
    Electron.Dialog,
    'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'
  >,
  ipcMain,
  Menu,
  nativeTheme: nativeTheme satisfies Pick<
    Electron.NativeTheme,
    'shouldUseDarkColors' | 'themeSource'
  >,
  protocol: protocol satisfies Pick<
    Electron.Protocol,
    'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
  >,
  screen,
  session,
  shell: shell satisfies Pick<
    Electron.Shell,
    'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'
  >,
  webContents: modelled('webContents', webContentsMembers) satisfies Pick<
    typeof Electron.webContents,
    'getAllWebContents' | 'fromId' | 'fromDevToolsTargetId'
  >,
};

export const { webContents } = members;
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
};

const electron = modelled('electron', members);

export default electron;
// What `require('electron')` gives, guarded as a whole.
export { electron as 'module.exports' };

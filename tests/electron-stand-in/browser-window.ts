import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  BrowserWindowConstructorOptions,
  BrowserWindow as ElectronWindow,
  WebContents,
} from 'electron';
import type { Chromium } from './chromium.ts';
import { cancelable, modelled } from './modelled.ts';
import { WebContentsStandIn } from './web-contents.ts';

type Bounds = { x: number; y: number; width: number; height: number };

const OPTIONS = new Set(
  [
    'width height x y minWidth minHeight center useContentSize resizable title icon show',
    'backgroundColor autoHideMenuBar webPreferences paintWhenInitiallyHidden',
  ].flatMap((names) => names.split(' ')),
);

const PREFERENCES = new Set(
  [
    'preload sandbox contextIsolation nodeIntegration nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames webviewTag spellcheck webSecurity allowRunningInsecureContent',
    'experimentalFeatures navigateOnDragDrop devTools javascript plugins disableDialogs safeDialogs',
    'enableWebSQL backgroundThrottling',
  ].flatMap((names) => names.split(' ')),
);

export type WindowHost = {
  chromium: Chromium;
  onPageCreated: (contents: WebContents) => void;
  onAllClosed: () => void;
};

const windows = new Map<number, WindowStandIn>();
let lastId = 0;
let host: WindowHost | undefined;

/** Called once Chromium runs; before that no window can be created, as in Electron. */
export function provideWindows(provided: WindowHost): void {
  host = provided;
  provided.chromium.events.on('Target.targetDestroyed', ({ targetId }: { targetId: string }) => {
    for (const window of windows.values()) {
      if (window.contents.internal.targetId() === targetId) window.finish();
    }
  });
}

/** A window is a Chromium window with one page; headless, one that is never seen. */
export class WindowStandIn extends EventEmitter {
  readonly id: number;
  readonly contents: WebContentsStandIn;
  readonly webContents: WebContents;
  readonly face: ElectronWindow;
  private visible: boolean;
  private minimized = false;
  private maximized = false;
  private fullScreen = false;
  private title: string;
  private bounds: Bounds;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!host) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseUnmodelled(options);
    const { width = 800, height = 600, x = 0, y = 0, show = true, webPreferences = {} } = options;
    lastId += 1;
    this.id = lastId;
    this.visible = show;
    this.title = options.title ?? '';
    this.bounds = { x, y, width, height };
    this.face = modelled('BrowserWindow', this) as unknown as ElectronWindow;
    this.contents = new WebContentsStandIn(host.chromium, {
      width,
      height,
      visible: show,
      preload: webPreferences.preload,
      javascript: webPreferences.javascript ?? true,
    });
    this.webContents = this.contents.face;
    this.contents.once('-ready-to-show', () => this.face.emit('ready-to-show'));
    windows.set(this.id, this);
    host.onPageCreated(this.webContents);
  }

  loadURL(url: string): Promise<void> {
    return this.contents.loadURL(url);
  }

  loadFile(path: string): Promise<void> {
    return this.contents.loadURL(pathToFileURL(resolve(path)).href);
  }

  show(): void {
    if (this.visible) return;
    this.visible = true;
    this.setState('normal');
    // A window that was opened minimized has no size yet.
    this.setBounds({});
    this.face.emit('show');
  }

  showInactive(): void {
    this.show();
  }

  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.setState('minimized');
    this.face.emit('hide');
  }

  minimize(): void {
    this.minimized = true;
    this.setState('minimized');
    this.face.emit('minimize');
  }

  restore(): void {
    this.minimized = false;
    this.setState('normal');
    this.face.emit('restore');
  }

  maximize(): void {
    this.maximized = true;
    this.setState('maximized');
    this.face.emit('maximize');
  }

  unmaximize(): void {
    this.maximized = false;
    this.setState('normal');
    this.face.emit('unmaximize');
  }

  setFullScreen(fullScreen: boolean): void {
    this.fullScreen = fullScreen;
    this.setState(fullScreen ? 'fullscreen' : 'normal');
  }

  focus(): void {
    this.contents.internal.withPage((page) => page.send('Page.bringToFront', {}));
    this.face.emit('focus');
  }

  isVisible(): boolean {
    return this.visible;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  isFullScreen(): boolean {
    return this.fullScreen;
  }

  isFocused(): boolean {
    return this.visible && !this.minimized;
  }

  isDestroyed(): boolean {
    return !windows.has(this.id);
  }

  getTitle(): string {
    return this.title;
  }

  /** Kept, but not shown: Chromium's windows are named after their page. */
  setTitle(title: string): void {
    this.title = title;
  }

  getBounds(): Bounds {
    return { ...this.bounds };
  }

  getNormalBounds(): Bounds {
    return { ...this.bounds };
  }

  getContentBounds(): Bounds {
    return { ...this.bounds };
  }

  setBounds(bounds: Partial<Bounds>): void {
    this.bounds = { ...this.bounds, ...bounds };
    const { width, height } = this.bounds;
    this.contents.internal.withPage((page) => page.setContentSize(width, height));
    this.face.emit('resize');
  }

  getSize(): number[] {
    return [this.bounds.width, this.bounds.height];
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  /** Menus are not drawn. */
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}

  close(): void {
    const event = cancelable({});
    this.face.emit('close', event);
    if (!event.defaultPrevented) this.webContents.close({ waitForBeforeUnload: true });
  }

  destroy(): void {
    this.webContents.close();
    this.finish();
  }

  finish(): void {
    if (!windows.delete(this.id)) return;
    this.contents.internal.end();
    this.face.emit('closed');
    if (windows.size === 0) host?.onAllClosed();
  }

  private setState(windowState: 'normal' | 'minimized' | 'maximized' | 'fullscreen'): void {
    // A headless page stops painting when minimized, which a hidden window of Electron does not.
    if (host?.chromium.headless && windowState === 'minimized') return;
    this.contents.internal.withPage((page) => page.setBounds({ windowState }));
  }
}

function refuseUnmodelled(options: BrowserWindowConstructorOptions): void {
  const { webPreferences = {} } = options;
  const refused = [
    ...Object.keys(options).filter((name) => !OPTIONS.has(name)),
    ...Object.keys(webPreferences).filter((name) => !PREFERENCES.has(name)),
  ];
  const { sandbox, contextIsolation, nodeIntegration } = webPreferences;
  if (sandbox === false) refused.push('sandbox: false');
  if (contextIsolation === false) refused.push('contextIsolation: false');
  if (nodeIntegration === true) refused.push('nodeIntegration: true');
  if (refused.length > 0)
    throw new Error(`BrowserWindow options not modelled by the Electron stand-in: ${refused}`);
}

const faceOf = (window: WindowStandIn | undefined): ElectronWindow | null => window?.face ?? null;

const statics = {
  getAllWindows: (): ElectronWindow[] => [...windows.values()].map(({ face }) => face),
  fromId: (id: number) => faceOf(windows.get(id)),
  fromWebContents: (contents: WebContents | undefined) =>
    faceOf([...windows.values()].find(({ webContents }) => webContents === contents)),
  getFocusedWindow: () => faceOf([...windows.values()].findLast((window) => window.isFocused())),
};

export const BrowserWindow = new Proxy(WindowStandIn, {
  construct: (Window, [options]: [BrowserWindowConstructorOptions?]) => new Window(options).face,
  get: (Window, key, receiver) => {
    if (key in statics) return Reflect.get(statics, key);
    if (typeof key === 'symbol' || key in Window) return Reflect.get(Window, key, receiver);
    throw new Error(`BrowserWindow.${key} is not modelled by the Electron stand-in`);
  },
});

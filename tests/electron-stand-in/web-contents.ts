import { EventEmitter } from 'node:events';
import type { PrintToPDFOptions, WebContents } from 'electron';
import { toAppAddress, toPageAddress } from './addresses.ts';
import type { Chromium, Protocol } from './chromium.ts';
import { type Frame, FrameTree } from './frames.ts';
import { box, receiveFromPreload } from './ipc.ts';
import { cancelable, modelled } from './modelled.ts';
import type { RequestOwner } from './network.ts';
import { isPreloadWorld, openPage, type Page, type PageOptions } from './page.ts';
import { applyPermissions } from './permissions.ts';
import { toPrintCommand } from './print.ts';
import { session } from './session.ts';
import type { FromPreload, ToPreload } from './worlds.ts';

type WindowOpenHandler = (details: object) => { action: 'allow' | 'deny' };

const all = new Map<number, WebContentsStandIn>();
let lastId = 0;

/** The page of a window. What it does before Chromium has opened it waits for that. */
export class WebContentsStandIn extends EventEmitter {
  readonly id: number;
  readonly session = session.defaultSession;
  private readonly chromium: Chromium;
  private readonly frames = new FrameTree();
  private readonly contexts = new Map<number, Frame>();
  private readonly requested = new Set<string>();
  private readonly page: Promise<Page>;
  private preloadContext: number | undefined;
  private targetId = '';
  private loading = false;
  private destroyed = false;
  private crashed = false;
  private windowOpenHandler: WindowOpenHandler | undefined;
  /** This object as the app sees it: guarded against members that are not modelled. */
  readonly face: WebContents;

  constructor(chromium: Chromium, options: PageOptions) {
    super();
    lastId += 1;
    this.id = lastId;
    this.chromium = chromium;
    this.face = modelled('webContents', this) as unknown as WebContents;
    all.set(this.id, this);
    this.page = openPage(chromium, options, (events, targetId) => this.listen(events, targetId));
    this.page.catch((error: Error) => this.fail(error));
  }

  get mainFrame(): Frame {
    return this.frames.main;
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page;
    await applyPermissions(this.chromium, this.face, url);
    const address = toPageAddress(url);
    const loaded = this.settled();
    // Told by the failed navigation, when that is why it never comes.
    loaded.catch(() => {});
    this.requested.add(stripFragment(url));
    const { errorText } = await page.send('Page.navigate', { url: address });
    this.requested.delete(stripFragment(url));
    if (!errorText) return loaded;
    this.face.emit('did-fail-load', {}, -2, errorText, url, true);
    throw new Error(`${errorText} loading '${url}'`);
  }

  reload(): void {
    this.requested.add(stripFragment(this.getURL()));
    this.command((page) => page.send('Page.reload', {}));
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  getType(): 'window' {
    return 'window';
  }

  isLoading(): boolean {
    return this.loading;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  send(channel: string, ...args: unknown[]): void {
    this.deliver({ kind: 'message', channel, args: box(args) });
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler;
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const page = await this.page;
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const command = toPrintCommand(options);
    const page = await this.page;
    const { data } = await page.send('Page.printToPDF', command);
    return Buffer.from(data, 'base64');
  }

  async capturePage(): Promise<{ toPNG: () => Buffer; isEmpty: () => boolean }> {
    const page = await this.page;
    const { data } = await page.send('Page.captureScreenshot', { format: 'png' });
    const png = Buffer.from(data, 'base64');
    return modelled('nativeImage', { toPNG: () => png, isEmpty: () => png.length === 0 });
  }

  forcefullyCrashRenderer(): void {
    this.command((page) => page.send('Page.crash', {}));
  }

  /** Asks the page first, when `waitForBeforeUnload` is set, as closing its window does. */
  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    this.command((page) =>
      options.waitForBeforeUnload ? page.send('Page.close', {}) : page.destroy(),
    );
  }

  /** Not a member of Electron's: what the stand-in's own parts need of each other. */
  readonly internal = {
    targetId: () => this.targetId,
    withPage: (command: (page: Page) => Promise<unknown>) => this.command(command),
    owns: (frameId: string): RequestOwner | undefined => {
      const frame = this.frames.find(frameId);
      if (!frame) return undefined;
      return {
        contents: this.face,
        frame,
        allowsNavigation: (url, isRedirect) => this.allowsNavigation(url, frame, isRedirect),
      };
    },
    end: () => {
      if (this.destroyed) return;
      this.destroyed = true;
      all.delete(this.id);
      this.face.emit('destroyed');
    },
  };

  private listen(events: EventEmitter, targetId: string): void {
    this.targetId = targetId;
    this.frames.setMainId(targetId);
    const on = <E extends keyof Protocol.Events>(
      name: E,
      listener: (event: Protocol.Events[E]) => void,
    ) => events.on(name, listener);
    const { face, frames } = this;

    on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      frames.add(frameId, frames.find(parentFrameId) ?? null);
    });
    on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'remove') frames.remove(frameId);
    });
    on('Page.frameNavigated', ({ frame }) => {
      frames.setUrl(frame.id, toAppAddress(frame.url));
      if (frame.parentId) return;
      this.crashed = false;
      face.emit('did-navigate', {}, this.getURL(), 200, 'OK');
    });
    on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      frames.setUrl(frameId, toAppAddress(url));
      const isMain = frames.find(frameId) === frames.main;
      face.emit('did-navigate-in-page', {}, toAppAddress(url), isMain);
    });
    on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      // http: and https: are asked about when they are requested; nothing is requested for these,
      // and Chromium itself goes nowhere with them.
      const frame = frames.find(frameId);
      if (frame && !/^https?:/.test(url)) this.allowsNavigation(url, frame, false);
    });
    on('Page.frameStartedLoading', ({ frameId }) => {
      if (frames.find(frameId) !== frames.main) return;
      this.loading = true;
      face.emit('did-start-loading');
    });
    on('Page.domContentEventFired', () => face.emit('dom-ready', {}));
    on('Page.loadEventFired', () => face.emit('did-finish-load'));
    on('Page.frameStoppedLoading', ({ frameId }) => {
      if (frames.find(frameId) !== frames.main) return;
      this.loading = false;
      face.emit('did-stop-loading');
    });
    on('Page.lifecycleEvent', ({ name, frameId }) => {
      const isMain = frames.find(frameId) === frames.main;
      if (isMain && this.getURL() && (name === 'firstPaint' || name === 'load'))
        face.emit('-ready-to-show');
    });
    on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.openWindow(toAppAddress(url), windowName, windowFeatures.join(','));
    });
    on('Page.javascriptDialogOpening', ({ type }) => {
      if (type === 'beforeunload') this.answerBeforeUnload();
    });
    on('Inspector.targetCrashed', () => {
      this.crashed = true;
      face.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    on('Runtime.executionContextCreated', ({ context }) => {
      if (!isPreloadWorld(context)) return;
      const frame = frames.find((context.auxData as { frameId?: string }).frameId);
      if (!frame) return;
      this.contexts.set(context.id, frame);
      if (frame === frames.main) this.preloadContext = context.id;
    });
    on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.contexts.delete(executionContextId);
      if (this.preloadContext === executionContextId) this.preloadContext = undefined;
    });
    on('Runtime.executionContextsCleared', () => {
      this.contexts.clear();
      this.preloadContext = undefined;
    });
    on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      const frame = this.contexts.get(executionContextId) ?? null;
      const message = JSON.parse(payload) as FromPreload;
      receiveFromPreload(message, this.face, frame).then((answer) => {
        if (answer) this.deliver(answer, executionContextId);
      });
    });
  }

  private deliver(message: ToPreload, context = this.preloadContext): void {
    if (context === undefined) return;
    this.command((page) =>
      page.send('Runtime.callFunctionOn', {
        functionDeclaration: `function (json) { globalThis.${page.deliverName}(json); }`,
        executionContextId: context,
        arguments: [{ value: JSON.stringify(message) }],
      }),
    );
  }

  /** Asks the listeners of will-navigate and its kin, but not for what `loadURL` has asked for. */
  private allowsNavigation(url: string, frame: Frame, isRedirect: boolean): boolean {
    const isMainFrame = frame === this.frames.main;
    if (!isRedirect && isMainFrame && this.requested.delete(stripFragment(url))) return true;
    const event = cancelable({ url, isMainFrame, isSameDocument: false, frame, initiator: frame });
    if (isRedirect) this.face.emit('will-redirect', event, url, false, isMainFrame);
    else {
      this.face.emit('will-frame-navigate', event);
      if (isMainFrame) this.face.emit('will-navigate', event, url);
    }
    return !event.defaultPrevented;
  }

  private openWindow(url: string, frameName: string, features: string): void {
    const details = { url, frameName, features, disposition: 'new-window', referrer: { url: '' } };
    const verdict = this.windowOpenHandler?.(details) ?? { action: 'allow' };
    // The pop-up's page is closed and its request refused in either case.
    if (verdict.action === 'allow')
      this.fail(new Error(`window.open(${url}) is not modelled by the Electron stand-in`));
  }

  private answerBeforeUnload(): void {
    const event = cancelable({});
    this.face.emit('will-prevent-unload', event);
    const accept = event.defaultPrevented;
    this.command((page) => page.send('Page.handleJavaScriptDialog', { accept }));
  }

  private settled(): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = () => {
        this.off('destroyed', gone);
        resolve();
      };
      const gone = () => {
        this.off('did-finish-load', done);
        reject(new Error('Object has been destroyed'));
      };
      this.once('did-finish-load', done);
      this.once('destroyed', gone);
    });
  }

  /** A command whose result nobody waits for; that the page has gone meanwhile is no failure. */
  private command(run: (page: Page) => Promise<unknown>): void {
    this.page.then(run).catch((error: Error) => {
      if (!this.destroyed && !/not find|closed|destroyed|No dialog/.test(error.message))
        this.fail(error);
    });
  }

  private fail(error: Error): void {
    process.stderr.write(`[electron stand-in] ${error.stack}\n`);
  }
}

function stripFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}

const faceOf = (matches: (contents: WebContentsStandIn) => boolean): WebContents | undefined =>
  [...all.values()].find(matches)?.face;

/** The static members of `webContents`. */
export const webContentsMembers = {
  getAllWebContents: (): WebContents[] => [...all.values()].map(({ face }) => face),
  fromId: (id: number) => faceOf((contents) => contents.id === id),
  fromDevToolsTargetId: (targetId: string) =>
    faceOf((contents) => contents.internal.targetId() === targetId),
};

export function ownerOfFrame(frameId: string): RequestOwner | undefined {
  for (const contents of all.values()) {
    const owner = contents.internal.owns(frameId);
    if (owner) return owner;
  }
  return undefined;
}

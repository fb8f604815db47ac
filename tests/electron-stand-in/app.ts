import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow as ElectronWindow } from 'electron';
import { BrowserWindow, provideWindows } from './browser-window.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { type AppFacts, getFacts } from './facts.ts';
import { InstanceLock } from './instance-lock.ts';
import { cancelable, modelled } from './modelled.ts';
import { interceptRequests } from './network.ts';
import { ownerOfFrame } from './web-contents.ts';

const windows = (): ElectronWindow[] =>
  (BrowserWindow as unknown as typeof ElectronWindow).getAllWindows();

/** The app's life: starting Chromium, being ready, quitting in Electron's order of events. */
export class AppStandIn extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine: object;
  name: string;
  private readonly facts: AppFacts;
  private readonly paths: Map<string, string>;
  private readonly ready = Promise.withResolvers<void>();
  private readonly switches: string[];
  private chromium: Chromium | undefined;
  private lock: InstanceLock | undefined;
  private announced: Promise<void> = Promise.resolve();
  private state: 'starting' | 'ready' | 'quitting' | 'exiting' = 'starting';

  constructor(facts: AppFacts) {
    super();
    this.facts = facts;
    this.name = facts.name;
    this.switches = [...facts.switches];
    this.paths = standardPaths(facts);
    this.commandLine = modelled('commandLine', {
      appendSwitch: (name: string, value?: string) => {
        this.switches.push(value ? `${name}=${value}` : name);
      },
      hasSwitch: (name: string) => this.getSwitch(name) !== undefined,
      getSwitchValue: (name: string) => this.getSwitch(name) ?? '',
    });
  }

  whenReady(): Promise<void> {
    return this.ready.promise;
  }

  isReady(): boolean {
    return this.state !== 'starting';
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return this.facts.version;
  }

  getAppPath(): string {
    return this.facts.path;
  }

  getPath(name: string): string {
    const path = this.paths.get(name);
    if (!path) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  setPath(name: string, path: string): void {
    this.getPath(name);
    this.paths.set(name, path);
  }

  getLocale(): string {
    return this.getSwitch('lang') ?? 'zh-CN';
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  /** Every window is sandboxed here, as after `enableSandbox`. */
  enableSandbox(): void {
    if (this.isReady())
      throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  disableHardwareAcceleration(): void {}

  focus(): void {
    windows().at(-1)?.focus();
  }

  requestSingleInstanceLock(data: unknown = {}): boolean {
    this.lock ??= new InstanceLock(this.getPath('userData'));
    const held = this.lock.acquire((second) =>
      app.emit('second-instance', {}, second.argv, second.cwd, second.data),
    );
    if (!held)
      this.announced = this.lock.announce({ argv: process.argv, cwd: process.cwd(), data });
    return held;
  }

  releaseSingleInstanceLock(): void {
    this.lock?.release();
    this.lock = undefined;
  }

  /** Closes every window, any of which may refuse, then ends the process. */
  quit(): void {
    if (this.state === 'quitting' || this.state === 'exiting') return;
    if (isPrevented('before-quit')) return;
    const previous = this.state;
    this.state = 'quitting';
    for (const window of windows()) {
      let refused = false;
      window.once('close', (event) => {
        refused = event.defaultPrevented;
      });
      window.close();
      if (refused) {
        this.state = previous;
        return;
      }
    }
    this.quitWithoutWindows();
  }

  exit(code = 0): void {
    if (this.state === 'exiting') return;
    this.state = 'exiting';
    app.emit('quit', {}, code);
    this.lock?.release();
    Promise.allSettled([this.chromium?.close(), this.announced]).then(() => process.exit(code));
  }

  /** Starts Chromium and lets the app begin; called when the main module has been evaluated. */
  async begin(): Promise<void> {
    if (this.state !== 'starting') return;
    mkdirSync(this.getPath('userData'), { recursive: true });
    const chromium = await launchChromium(this.switches);
    this.chromium = chromium;
    chromium.process.once('exit', () => {
      if (this.state === 'exiting') return;
      process.stderr.write('[electron stand-in] Chromium ended\n');
      this.exit(1);
    });
    provideWindows({
      chromium,
      onPageCreated: (contents) => app.emit('web-contents-created', {}, contents),
      onAllClosed: () => this.onAllClosed(),
    });
    await Promise.all([
      chromium.send('Target.setDiscoverTargets', { discover: true }),
      interceptRequests(chromium, ownerOfFrame),
    ]);
    this.state = 'ready';
    this.ready.resolve();
    app.emit('will-finish-launching');
    app.emit('ready', {}, {});
  }

  private onAllClosed(): void {
    if (this.state === 'quitting') this.quitWithoutWindows();
    else if (this.state !== 'exiting' && !app.emit('window-all-closed')) this.quit();
  }

  private quitWithoutWindows(): void {
    if (windows().length > 0) return;
    if (isPrevented('will-quit')) this.state = 'ready';
    else this.exit(0);
  }

  private getSwitch(name: string): string | undefined {
    const found = this.switches.findLast((entry) => entry === name || entry.startsWith(`${name}=`));
    return found?.slice(name.length + 1);
  }
}

function isPrevented(name: string): boolean {
  const event = cancelable({});
  app.emit(name, event);
  return event.defaultPrevented;
}

function standardPaths({ path, name, executable, userData }: AppFacts): Map<string, string> {
  const home = homedir();
  const appData = process.env.XDG_CONFIG_HOME ?? join(home, '.config');
  const data = userData ?? join(appData, name);
  return new Map([
    ['home', home],
    ['appData', appData],
    ['userData', data],
    ['sessionData', data],
    ['logs', join(data, 'logs')],
    ['crashDumps', join(data, 'Crashpad')],
    ['temp', tmpdir()],
    ['exe', executable],
    ['module', executable],
    ['assets', path],
    ['desktop', join(home, 'Desktop')],
    ['documents', join(home, 'Documents')],
    ['downloads', join(home, 'Downloads')],
    ['pictures', join(home, 'Pictures')],
    ['music', join(home, 'Music')],
    ['videos', join(home, 'Videos')],
  ]);
}

export const app: AppStandIn = modelled('app', new AppStandIn(getFacts()));

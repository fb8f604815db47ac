import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Chromium, Command, Protocol } from './chromium.ts';
import { isolatedWorldSource, mainWorldSource, type Secrets } from './worlds.ts';

export type PageOptions = {
  /** Size of the content in CSS pixels. */
  width: number;
  height: number;
  visible: boolean;
  preload: string | undefined;
  javascript: boolean;
};

const WORLD = 'Electron Isolated Context';

/** One Chromium page, ready to be navigated: its worlds are set up and its window has its size. */
export class Page {
  readonly targetId: string;
  readonly deliverName: string;
  private readonly chromium: Chromium;
  private readonly sessionId: string;
  private readonly windowId: number;

  constructor(
    chromium: Chromium,
    ids: { targetId: string; sessionId: string; windowId: number },
    deliverName: string,
  ) {
    this.chromium = chromium;
    this.targetId = ids.targetId;
    this.sessionId = ids.sessionId;
    this.windowId = ids.windowId;
    this.deliverName = deliverName;
  }

  send<C extends Command>(
    method: C,
    params: Protocol.CommandParameters[C],
  ): Promise<Protocol.CommandReturnValues[C]> {
    return this.chromium.send(method, params, this.sessionId);
  }

  async setBounds(bounds: Protocol.Browser.Bounds): Promise<void> {
    await this.chromium.send('Browser.setWindowBounds', { windowId: this.windowId, bounds });
  }

  async setContentSize(width: number, height: number): Promise<void> {
    await this.chromium.send('Browser.setContentsSize', {
      windowId: this.windowId,
      width,
      height,
    });
  }

  async destroy(): Promise<void> {
    await this.chromium.send('Target.closeTarget', { targetId: this.targetId });
  }
}

/** Opens a page; `listen` is called before the first event can arrive. */
export async function openPage(
  chromium: Chromium,
  options: PageOptions,
  listen: (events: EventEmitter, targetId: string) => void,
): Promise<Page> {
  const { width, height } = options;
  const hidden = !options.visible && !chromium.headless;
  const targetId = await openTarget(chromium, options, hidden);
  const [{ sessionId }, { windowId }] = await Promise.all([
    chromium.send('Target.attachToTarget', { targetId, flatten: true }),
    chromium.send('Browser.getWindowForTarget', { targetId }),
  ]);
  const events = new EventEmitter();
  const secrets: Secrets = { border: secret(), binding: secret(), deliver: secret() };
  const page = new Page(chromium, { targetId, sessionId, windowId }, secrets.deliver);
  listen(events, targetId);
  chromium.attach(sessionId, events);
  await Promise.all([
    page.send('Page.enable', {}),
    page.send('Runtime.enable', {}),
    page.send('Inspector.enable', {}),
    page.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    options.javascript || page.send('Emulation.setScriptExecutionDisabled', { value: true }),
    options.preload && addPreload(page, secrets, readFileSync(options.preload, 'utf8')),
    hidden || page.setContentSize(width, height),
  ]);
  return page;
}

async function openTarget(
  chromium: Chromium,
  { width, height }: PageOptions,
  hidden: boolean,
): Promise<string> {
  const { startWindow } = chromium;
  chromium.startWindow = undefined;
  if (startWindow) return startWindow;
  const { targetId } = await chromium.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    ...(hidden ? { windowState: 'minimized' } : { width, height }),
  });
  return targetId;
}

async function addPreload(page: Page, secrets: Secrets, preload: string): Promise<void> {
  const versions = {
    platform: process.platform,
    node: process.versions.node,
    electron: process.versions.electron ?? '',
  };
  await Promise.all([
    page.send('Runtime.addBinding', { name: secrets.binding, executionContextName: WORLD }),
    page.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource(secrets) }),
    page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: isolatedWorldSource(secrets, preload, versions),
      worldName: WORLD,
    }),
  ]);
}

export function isPreloadWorld(context: { name: string }): boolean {
  return context.name === WORLD;
}

function secret(): string {
  return `_${randomBytes(12).toString('hex')}`;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.js';

export type { Protocol };

export type Command = keyof Protocol.CommandParameters;

type Reply = {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
};

type Message = {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
};

const PROFILE_PREFIX = 'electron-stand-in-';
/** Linux's file system in memory. */
const MEMORY_FOLDER = '/dev/shm';
/** A container often has 64 MB of it, which Chromium needs for itself. */
const ROOM_FOR_PROFILES = 2 ** 30;
const PROFILE_NAME = new RegExp(`^${PROFILE_PREFIX}(\\d+)-`);

/**
 * One connection over the debugging pipe: commands out, events in. Events of a page are emitted on
 * the emitter its session was attached with, those of the browser on `events`.
 */
export class Chromium {
  readonly events = new EventEmitter();
  readonly process: ChildProcess;
  readonly profile: string;
  readonly headless: boolean;
  /** The window that Chromium opened by itself, until the app's first window takes it. */
  startWindow: string | undefined;
  private readonly sessions = new Map<string, EventEmitter>();
  private readonly replies = new Map<number, Reply>();
  private readonly input: Writable;
  private lastId = 0;
  private partial = '';

  constructor(process: ChildProcess, profile: string, headless: boolean) {
    this.process = process;
    this.profile = profile;
    this.headless = headless;
    const [, , , input, output] = process.stdio;
    this.input = input as Writable;
    // A command written while Chromium goes away has no reader left; its exit is told by `exit`.
    this.input.on('error', () => {});
    (output as Readable).setEncoding('utf8').on('data', (chunk: string) => this.receive(chunk));
  }

  send<C extends Command>(
    method: C,
    params: Protocol.CommandParameters[C],
    sessionId?: string,
  ): Promise<Protocol.CommandReturnValues[C]> {
    this.lastId += 1;
    const id = this.lastId;
    this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      this.replies.set(id, {
        resolve: (result) => resolve(result as Protocol.CommandReturnValues[C]),
        reject: (error) => reject(new Error(`${method}: ${error.message}`)),
      });
    });
  }

  /** Delivers the events of a page session to `events` from now on. */
  attach(sessionId: string, events: EventEmitter): void {
    this.sessions.set(sessionId, events);
  }

  /** Ends Chromium, by force after five seconds, and removes its profile. */
  async close(): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      if (this.process.exitCode !== null || this.process.signalCode !== null) resolve();
      else this.process.once('exit', () => resolve());
    });
    this.send('Browser.close', {}).catch(() => {});
    const force = AbortSignal.timeout(5000);
    force.addEventListener('abort', () => this.process.kill('SIGKILL'));
    await ended;
    removeProfile(this.profile);
  }

  private receive(chunk: string): void {
    const messages = (this.partial + chunk).split('\0');
    this.partial = messages.pop() ?? '';
    for (const message of messages) this.dispatch(JSON.parse(message) as Message);
  }

  private dispatch({ id, method, params, result, error, sessionId }: Message): void {
    if (id !== undefined) {
      const reply = this.replies.get(id);
      this.replies.delete(id);
      if (error) reply?.reject(new Error(error.message));
      else reply?.resolve(result);
    } else if (method) {
      const target = sessionId ? this.sessions.get(sessionId) : this.events;
      target?.emit(method, params);
    }
  }
}

/**
 * Starts the system's Chromium with no window and an empty profile of its own. It ends with this
 * process, however that ends: the pipe closes. `switches` are those of the command line and of
 * `app.commandLine`, without their leading dashes.
 */
export async function launchChromium(switches: string[]): Promise<Chromium> {
  removeOrphanedProfiles();
  const profile = createProfile();
  const headless = isHeadless();
  // Chromium hands mailto: and the like to the desktop's programs, which it must not find.
  const path = [join(import.meta.dirname, 'no-desktop'), process.env.PATH].join(delimiter);
  const child = spawn(
    process.env.ELECTRON_STAND_IN_CHROMIUM ?? 'chromium',
    [
      '--remote-debugging-pipe',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
      '--disable-default-apps',
      '--password-store=basic',
      // Electron has no pop-up blocker and does not slow down covered windows in the same way.
      '--disable-popup-blocking',
      // Pages behind an address bar: a process of their own, for a bar that no window of an app has.
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      // With a display the first window is one without tabs and an address.
      ...(headless ? ['--headless=new', '--no-startup-window'] : ['--app=data:text/html,']),
      // Chromium refuses to start as root with its sandbox; nobody else runs without it.
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
      ...switches.map((name) => `--${name}`),
      `--user-data-dir=${profile}`,
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: { ...process.env, PATH: path },
      // Where Ctrl+C can be pressed, a group of its own: it ends this process, which then closes its
      // windows in order. Elsewhere one session, as Electron's processes are of one: Linux shares the
      // processor out by session, and this process would wait for the page's turn to be over.
      detached: hasTerminal(),
    },
  );
  forwardDebuggerLine(child.stderr);
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) =>
      reject(new Error(`Chromium does not start: ${error.message}`, { cause: error })),
    );
    child.once('exit', (code) => reject(new Error(`Chromium ended at its start (${code})`)));
  });
  failed.catch(() => {});
  const chromium = new Chromium(child, profile, headless);
  loadFetch();
  await Promise.race([chromium.send('Browser.getVersion', {}), failed]);
  if (!headless) chromium.startWindow = await findStartWindow(chromium);
  return chromium;
}

function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}

/** Node loads its Request and Response when they are first asked for: here, where it waits anyway. */
function loadFetch(): void {
  new Response(new Request('data:,').body);
}

async function findStartWindow(chromium: Chromium): Promise<string> {
  const { targetInfos } = await chromium.send('Target.getTargets', {});
  const found = targetInfos.find(({ type }) => type === 'page');
  if (found) return found.targetId;
  await setTimeout(20);
  return findStartWindow(chromium);
}

function isHeadless(): boolean {
  if (process.env.ELECTRON_STAND_IN_HEADLESS === '1') return true;
  return !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/** A debugger asked for by `--remote-debugging-port` is found by this line; the rest is noise. */
function forwardDebuggerLine(stderr: Readable | null): void {
  if (!stderr) return;
  createInterface({ input: stderr }).on('line', (line) => {
    if (line.startsWith('DevTools listening on') || process.env.ELECTRON_STAND_IN_VERBOSE)
      process.stderr.write(`${line}\n`);
  });
}

/**
 * Where profiles are made: in memory, where there is room. An empty profile is a dozen databases
 * made anew, each brought to the disk, and the first page waits a third of a second for them;
 * Electron keeps its own from one start to the next.
 */
function profilesFolder(): string {
  if (!existsSync(MEMORY_FOLDER)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY_FOLDER);
  return bavail * bsize > ROOM_FOR_PROFILES ? MEMORY_FOLDER : tmpdir();
}

/** An empty profile, but for the offer to translate Chinese pages, which Electron does not make. */
function createProfile(): string {
  const profile = mkdtempSync(join(profilesFolder(), `${PROFILE_PREFIX}${process.pid}-`));
  mkdirSync(join(profile, 'Default'));
  const preferences = JSON.stringify({ translate: { enabled: false } });
  writeFileSync(join(profile, 'Default/Preferences'), preferences);
  return profile;
}

function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** A killed process leaves its profile behind; the next start clears it away. */
function removeOrphanedProfiles(): void {
  const folder = profilesFolder();
  for (const name of readdirSync(folder)) {
    const owner = PROFILE_NAME.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) removeProfile(join(folder, name));
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

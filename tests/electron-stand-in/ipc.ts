import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import type { Frame } from './frames.ts';
import type { FromPreload, ToPreload } from './worlds.ts';

type IpcEvent = {
  type: 'frame';
  sender: WebContents;
  /** Null when the frame went away while its message was under way. */
  senderFrame: Frame | null;
  reply: (channel: string, ...args: unknown[]) => void;
};

type Handler = (event: IpcEvent, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

class IpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      handlers.delete(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}

export const ipcMain = new IpcMain();

/** Gives a message of a preload to the main process; an `invoke` gets its answer. */
export async function receiveFromPreload(
  message: FromPreload,
  sender: WebContents,
  senderFrame: Frame | null,
): Promise<ToPreload | undefined> {
  if (message.kind === 'preload-error') {
    process.stderr.write(`Unable to load preload script: ${message.message}\n`);
    sender.emit('preload-error', {}, '', new Error(message.message));
    return undefined;
  }
  const { channel } = message;
  const args = message.args.map(([value]) => value);
  const reply = (to: string, ...values: unknown[]) => sender.send(to, ...values);
  const event: IpcEvent = { type: 'frame', sender, senderFrame, reply };
  if (message.kind === 'send') {
    ipcMain.emit(channel, event, ...args);
    return undefined;
  }
  const { id } = message;
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return { kind: 'answer', id, value: cloneable(await handler(event, ...args)) };
  } catch (error) {
    const text = `Error invoking remote method '${channel}': ${error}`;
    return { kind: 'failure', id, message: text };
  }
}

/** Messages are JSON here; what Electron could not clone is refused instead of dropped. */
export function cloneable<T>(value: T): T {
  if (typeof value === 'function' || typeof value === 'symbol')
    throw new Error('An object could not be cloned.');
  if (value !== null && typeof value === 'object') {
    if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value))
      throw new Error('Messages of the Electron stand-in are JSON only.');
    for (const item of Object.values(value)) cloneable(item);
  }
  return value;
}

/** JSON has no undefined; a boxed argument can be missing. */
export function box(args: unknown[]): unknown[][] {
  return args.map((arg) => (arg === undefined ? [] : [cloneable(arg)]));
}

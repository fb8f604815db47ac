/**
 * What runs inside the page: the preload in an isolated world, and the main world's end of
 * `contextBridge`. The functions below are turned into source text and cross to Chromium, so each
 * uses nothing but its parameters and the page's own globals.
 */

type Described =
  | { kind: 'value'; value: unknown }
  | { kind: 'function'; id: number }
  | { kind: 'promise'; id: number }
  | { kind: 'error'; message: string }
  | { kind: 'array'; items: Described[] }
  | { kind: 'object'; entries: [string, Described][] };

type Note =
  | { kind: 'call'; id: number; args: Described[] }
  | { kind: 'return'; value: Described }
  | { kind: 'throw'; message: string }
  | { kind: 'settle'; id: number; failed: boolean; value: Described }
  | { kind: 'expose'; key: string; value: Described };

type Callable = (...args: unknown[]) => unknown;

type Border = {
  describe: (value: unknown) => Described;
  revive: (described: Described) => unknown;
  post: (note: Note) => void;
  onExpose: (listener: (key: string, value: unknown) => void) => void;
};

/** Names that the page cannot guess; one set for each window. */
export type Secrets = { border: string; binding: string; deliver: string };

/** What the preload sends to the main process. `args` are boxed, since JSON has no undefined. */
export type FromPreload =
  | { kind: 'invoke'; id: number; channel: string; args: unknown[][] }
  | { kind: 'send'; channel: string; args: unknown[][] }
  | { kind: 'preload-error'; message: string };

/** What the main process sends to the preload. */
export type ToPreload =
  | { kind: 'answer'; id: number; value?: unknown }
  | { kind: 'failure'; id: number; message: string }
  | { kind: 'message'; channel: string; args: unknown[][] };

/**
 * One end of the border between two worlds of the same document. Values cross by the structured
 * clone that Chromium applies to `CustomEvent.detail`; functions, promises and errors cross as
 * proxies, as with Electron's contextBridge.
 */
function createBorder(here: string, there: string): Border {
  // Kept, since the page may put its own in its place later.
  const Crossing = globalThis.CustomEvent;
  const dispatch = window.dispatchEvent.bind(window);
  const functions = new Map<number, Callable>();
  const pending = new Map<number, { resolve: Callable; reject: Callable }>();
  let lastId = 0;
  let answer: Note | undefined;
  let exposed = (_key: string, _value: unknown): void => {};

  const isPlain = (value: unknown): boolean => {
    if (typeof value === 'function' || typeof value === 'symbol') return false;
    if (value === null || typeof value !== 'object') return true;
    if (Array.isArray(value)) return value.every(isPlain);
    if (value instanceof Promise || value instanceof Error) return false;
    return Object.values(value).every(isPlain);
  };

  const describe = (value: unknown): Described => {
    if (isPlain(value)) return { kind: 'value', value };
    if (value instanceof Error) return { kind: 'error', message: value.message };
    if (Array.isArray(value)) return { kind: 'array', items: value.map(describe) };
    lastId += 1;
    const id = lastId;
    if (typeof value === 'function') {
      functions.set(id, value as Callable);
      return { kind: 'function', id };
    }
    if (value instanceof Promise) {
      value.then(
        (result) => post({ kind: 'settle', id, failed: false, value: describe(result) }),
        (error) => post({ kind: 'settle', id, failed: true, value: describe(error) }),
      );
      return { kind: 'promise', id };
    }
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    const entries = Object.entries(value as object);
    return { kind: 'object', entries: entries.map(([key, item]) => [key, describe(item)]) };
  };

  const revive = (described: Described): unknown => {
    switch (described.kind) {
      case 'value':
        return described.value;
      case 'error':
        return new Error(described.message);
      case 'array':
        return described.items.map(revive);
      case 'object':
        return Object.fromEntries(described.entries.map(([key, item]) => [key, revive(item)]));
      case 'promise':
        return new Promise((resolve, reject) => {
          pending.set(described.id, { resolve, reject });
        });
      case 'function':
        return (...args: unknown[]) => {
          post({ kind: 'call', id: described.id, args: args.map(describe) });
          const result = answer;
          answer = undefined;
          if (result?.kind === 'return') return revive(result.value);
          throw new Error(result?.kind === 'throw' ? result.message : 'The other world is gone');
        };
    }
  };

  const post = (note: Note): void => {
    dispatch(new Crossing(there, { detail: note }));
  };

  const call = (id: number, args: Described[]): Note => {
    try {
      return { kind: 'return', value: describe(functions.get(id)?.(...args.map(revive))) };
    } catch (error) {
      return { kind: 'throw', message: error instanceof Error ? error.message : `${error}` };
    }
  };

  window.addEventListener(here, (event) => {
    const note = (event as CustomEvent<Note>).detail;
    if (note.kind === 'call') post(call(note.id, note.args));
    else if (note.kind === 'expose') exposed(note.key, revive(note.value));
    else if (note.kind === 'settle') {
      const { resolve, reject } = pending.get(note.id) ?? {};
      pending.delete(note.id);
      (note.failed ? reject : resolve)?.(revive(note.value));
    } else answer = note;
  });

  return {
    describe,
    revive,
    post,
    onExpose: (listener) => {
      exposed = listener;
    },
  };
}

/** The main world's end: what the preload exposes becomes a frozen, read-only global. */
function receiveExposed(border: Border): void {
  const freeze = (value: unknown): unknown => {
    if (value !== null && typeof value === 'object') {
      for (const item of Object.values(value)) freeze(item);
      Object.freeze(value);
    }
    return typeof value === 'function' ? Object.freeze(value) : value;
  };
  border.onExpose((key, value) => {
    Object.defineProperty(window, key, { value: freeze(value), enumerable: true });
  });
}

type Listener = (event: object, ...args: unknown[]) => void;

/** The isolated world: `require('electron')` of a sandboxed preload, and nothing else. */
function providePreload(
  border: Border,
  bindingName: string,
  deliverName: string,
  versions: Record<string, string>,
): { require: (name: string) => object; process: object; report: (error: unknown) => void } {
  const world = globalThis as unknown as Record<string, unknown>;
  const binding = world[bindingName] as (json: string) => void;
  const waiting = new Map<number, { resolve: Callable; reject: Callable }>();
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  let lastId = 0;

  const box = (args: unknown[]) => args.map((arg) => (arg === undefined ? [] : [cloneable(arg)]));
  const cloneable = (value: unknown): unknown => {
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new Error('An object could not be cloned.');
    if (value !== null && typeof value === 'object') Object.values(value).forEach(cloneable);
    return value;
  };
  const post = (message: FromPreload) => binding(JSON.stringify(message));
  const listenersOf = (channel: string) => listeners.get(channel) ?? [];

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        post({ kind: 'invoke', id: lastId, channel, args: box(args) });
        waiting.set(lastId, { resolve, reject });
      }),
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args: box(args) }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...listenersOf(channel), { listener, once: false }]);
      return ipcRenderer;
    },
    once: (channel: string, listener: Listener) => {
      listeners.set(channel, [...listenersOf(channel), { listener, once: true }]);
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => {
      const kept = listenersOf(channel).filter((entry) => entry.listener !== listener);
      listeners.set(channel, kept);
      return ipcRenderer;
    },
    off: (channel: string, listener: Listener) => ipcRenderer.removeListener(channel, listener),
    removeAllListeners: (channel: string) => {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };

  Object.defineProperty(world, deliverName, {
    value: (json: string) => {
      const message = JSON.parse(json) as ToPreload;
      if (message.kind === 'message') {
        const entries = listenersOf(message.channel);
        listeners.set(
          message.channel,
          entries.filter(({ once }) => !once),
        );
        const args = message.args.map(([value]) => value);
        for (const { listener } of entries) listener({ sender: ipcRenderer, ports: [] }, ...args);
        return;
      }
      const { resolve, reject } = waiting.get(message.id) ?? {};
      waiting.delete(message.id);
      if (message.kind === 'answer') resolve?.(message.value);
      else reject?.(new Error(message.message));
    },
  });

  const guarded = (name: string, members: object): object =>
    new Proxy(members, {
      get: (object, key) => {
        if (typeof key === 'symbol' || key in object) return Reflect.get(object, key);
        throw new Error(`${name}.${key} is not modelled by the Electron stand-in`);
      },
    });
  const electron = guarded('electron', {
    ipcRenderer: guarded('ipcRenderer', ipcRenderer),
    contextBridge: guarded('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) =>
        border.post({ kind: 'expose', key, value: border.describe(api) }),
    }),
  });
  return {
    require: (name) => {
      if (name === 'electron' || name === 'electron/renderer') return electron;
      throw new Error(`module not found: ${name}`);
    },
    process: {
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      platform: versions.platform,
      versions,
    },
    report: (error) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : `${error}`;
      post({ kind: 'preload-error', message });
    },
  };
}

/** Source for the main world, to be run before any script of the page. */
export function mainWorldSource({ border }: Secrets): string {
  return `if (window === window.top) {
    (${receiveExposed})((${createBorder})('${border}-main', '${border}-isolated'));
  }`;
}

/** Source for the isolated world: the preload with what a sandboxed preload may use. */
export function isolatedWorldSource(
  { border, binding, deliver }: Secrets,
  preload: string,
  versions: Record<string, string>,
): string {
  return `if (window === window.top) {
    const host = (${providePreload})(
      (${createBorder})('${border}-isolated', '${border}-main'),
      '${binding}', '${deliver}', ${JSON.stringify(versions)},
    );
    try {
      (function (require, process, module, exports) {${preload}
      })(host.require, host.process, { exports: {} }, {});
    } catch (error) {
      host.report(error);
    }
  }`;
}

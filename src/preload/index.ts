import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../shared/contract/channels.ts';
import type { LibraryEvent } from '../shared/contract/events.ts';
import type { Outcome } from '../shared/contract/failure.ts';

/** All that the window can reach: one forwarder for requests, one for events. */
const forwarder = {
  request: (name: string, input: unknown): Promise<Outcome<unknown>> =>
    ipcRenderer.invoke(REQUEST_CHANNEL, name, input),
  onEvent: (listener: (event: LibraryEvent) => void): (() => void) => {
    const forward = (_: IpcRendererEvent, event: LibraryEvent) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => ipcRenderer.removeListener(EVENT_CHANNEL, forward);
  },
};

export type Forwarder = typeof forwarder;

contextBridge.exposeInMainWorld('zhenjian', forwarder);

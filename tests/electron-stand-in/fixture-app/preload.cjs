const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('fixture', {
  facts: { node: typeof require('electron'), nested: { list: [1, 2] } },
  request: (name, input) => ipcRenderer.invoke('request', name, input),
  unhandled: () => ipcRenderer.invoke('nobody-listens'),
  callTwice: (callback) => [callback(1), callback(2)],
  fail: () => {
    throw new Error('failed in the preload');
  },
  onEvent: (listener) => {
    const forward = (_, event) => listener(event);
    ipcRenderer.on('event', forward);
    return () => ipcRenderer.removeListener('event', forward);
  },
});

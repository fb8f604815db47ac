// The least an app on the same host can do: one window with an empty page.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, useContentSize: true });
  window.loadURL('data:text/html,<!doctype html><title>blank</title><p>blank</p>');
});
app.on('window-all-closed', () => app.quit());

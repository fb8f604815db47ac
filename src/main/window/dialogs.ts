import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { HostPort, WantedFiles } from '../bridge/context.ts';

const IMPORTABLE = ['txt', 'md', 'html', 'htm', 'docx', 'doc', 'pdf', 'ofd', 'wps'];

const ALL_FILES = { name: '所有文件', extensions: ['*'] };

const OPEN_OPTIONS: Record<WantedFiles, Electron.OpenDialogOptions> = {
  reports: {
    title: '导入报告',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: '报告文件', extensions: IMPORTABLE }, ALL_FILES],
  },
  backup: {
    title: '选择备份文件',
    properties: ['openFile'],
    filters: [{ name: '镇鉴备份', extensions: ['zhenjian-backup', 'zhenjian'] }, ALL_FILES],
  },
  package: {
    title: '选择交换包',
    properties: ['openFile'],
    filters: [{ name: '镇鉴交换包', extensions: ['zhenjian-package'] }, ALL_FILES],
  },
  spreadsheet: {
    title: '选择填好的表格',
    properties: ['openFile'],
    filters: [{ name: '表格', extensions: ['xlsx'] }, ALL_FILES],
  },
};

/** File dialogs in main: the window never sees a path. */
export function createDialogs(window: () => BrowserWindow | null): HostPort {
  return {
    chooseFilesToOpen: async (wanted = 'reports') => {
      const options = OPEN_OPTIONS[wanted];
      const parent = window();
      const { canceled, filePaths } = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      if (canceled) return [];
      return Promise.all(
        filePaths.map(async (path) => ({
          path,
          name: basename(path),
          // A file that vanished meanwhile is named by the reader, with the way on.
          size: await stat(path).then(
            ({ size }) => size,
            () => 0,
          ),
        })),
      );
    },
    chooseFileToSave: async ({ name, extension }) => {
      const options = {
        title: '导出到',
        defaultPath: `${name}.${extension}`,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      };
      const parent = window();
      const { canceled, filePath } = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      return canceled || filePath === '' ? null : filePath;
    },
    chooseFolder: async () => {
      const options = { title: '选择文件夹', properties: ['openDirectory' as const] };
      const parent = window();
      const { canceled, filePaths } = await (parent === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}

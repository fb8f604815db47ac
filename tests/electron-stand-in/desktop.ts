import { EventEmitter } from 'node:events';
import type {
  BaseWindow,
  MenuItem as ElectronMenuItem,
  MenuItemConstructorOptions,
  MessageBoxOptions,
} from 'electron';
import { modelled } from './modelled.ts';

/** What has no counterpart without a desktop. Tests put their own functions in its place. */

/** Nobody is there to answer: every dialog is cancelled. */
export const dialog = modelled('dialog', {
  showOpenDialog: async (): Promise<{ canceled: boolean; filePaths: string[] }> => ({
    canceled: true,
    filePaths: [],
  }),
  showSaveDialog: async (): Promise<{ canceled: boolean; filePath: string }> => ({
    canceled: true,
    filePath: '',
  }),
  showMessageBox: async (
    first: BaseWindow | MessageBoxOptions,
    options: BaseWindow | MessageBoxOptions = first,
  ): Promise<{ response: number; checkboxChecked: boolean }> => ({
    response: ('cancelId' in options && options.cancelId) || 0,
    checkboxChecked: false,
  }),
  showErrorBox: (title: string, content: string): void => notice(`${title}: ${content}`),
});

/** Nothing is opened; what was asked for is written to stderr. */
export const shell = modelled('shell', {
  openExternal: async (url: string): Promise<void> => notice(`shell.openExternal ${url}`),
  openPath: async (path: string): Promise<string> => {
    notice(`shell.openPath ${path}`);
    return '';
  },
  showItemInFolder: (path: string): void => notice(`shell.showItemInFolder ${path}`),
  beep: (): void => {},
});

let copied = '';

export const clipboard = modelled('clipboard', {
  readText: async (): Promise<string> => copied,
  writeText: async (text: string): Promise<void> => {
    copied = text;
  },
});

const display = {
  id: 1,
  scaleFactor: 1,
  bounds: { x: 0, y: 0, width: 1366, height: 768 },
  workArea: { x: 0, y: 0, width: 1366, height: 768 },
  size: { width: 1366, height: 768 },
  workAreaSize: { width: 1366, height: 768 },
};

export const screen = modelled('screen', {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
});

type ThemeSource = 'system' | 'light' | 'dark';
let themeSource: ThemeSource = 'system';

export const nativeTheme = modelled(
  'nativeTheme',
  Object.defineProperties(new EventEmitter(), {
    shouldUseDarkColors: { get: () => themeSource === 'dark' },
    themeSource: {
      get: () => themeSource,
      set: (source: ThemeSource) => {
        themeSource = source;
        nativeTheme.emit('updated');
      },
    },
  }) as EventEmitter & { shouldUseDarkColors: boolean; themeSource: ThemeSource },
);

type Item = Omit<MenuItemConstructorOptions, 'submenu'> & { submenu?: MenuStandIn };

/** A menu is kept and can be looked through and clicked by a test; it is neither drawn nor keyed. */
class MenuStandIn {
  readonly items: Item[];

  constructor(items: Item[] = []) {
    this.items = items;
  }

  append(item: Item): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): Item | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(): void {}
}

let applicationMenu: MenuStandIn | null = null;

const menuStatics = {
  buildFromTemplate(template: (MenuItemConstructorOptions | ElectronMenuItem)[]): MenuStandIn {
    const items = template.map(({ submenu, ...item }) => ({
      ...item,
      ...(Array.isArray(submenu) ? { submenu: menuStatics.buildFromTemplate(submenu) } : {}),
    }));
    return modelled('Menu', new MenuStandIn(items as Item[]));
  },
  setApplicationMenu(menu: MenuStandIn | null): void {
    applicationMenu = menu;
  },
  getApplicationMenu: (): MenuStandIn | null => applicationMenu,
};

export const Menu = modelled('Menu', Object.assign(MenuStandIn, menuStatics));

function notice(text: string): void {
  process.stderr.write(`[electron stand-in] ${text}\n`);
}

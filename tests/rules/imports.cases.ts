/** One forbidden import for every rule of docs/architecture.md, and an allowed one beside it. */
export const forbidden: [path: string, source: string][] = [
  [
    'src/shared/report/planted.ts',
    "import { readFile } from 'node:fs/promises';\nexport { readFile };\n",
  ],
  ['src/shared/report/planted.ts', "import { app } from 'electron';\nexport { app };\n"],
  ['src/shared/report/planted.ts', "import { useState } from 'react';\nexport { useState };\n"],
  [
    'src/shared/report/planted.ts',
    "import { store } from '../../main/store/reports.ts';\nexport { store };\n",
  ],
  [
    'src/shared/report/planted.ts',
    "import { ui } from '../../renderer/src/ui/Button.tsx';\nexport { ui };\n",
  ],
  [
    'src/renderer/src/ui/planted.ts',
    "import { store } from '../../../main/store/reports.ts';\nexport { store };\n",
  ],
  ['src/renderer/src/ui/planted.ts', "import { all } from '../../../main';\nexport { all };\n"],
  [
    'src/renderer/src/ui/planted.ts',
    "import { forward } from '../../../preload/index.ts';\nexport { forward };\n",
  ],
  [
    'src/renderer/src/ui/planted.ts',
    "import { ipcRenderer } from 'electron';\nexport { ipcRenderer };\n",
  ],
  ['src/renderer/src/ui/planted.ts', "import { join } from 'node:path';\nexport { join };\n"],
  [
    'src/renderer/src/reader/planted.ts',
    "import { Library } from '../library/LibraryView.tsx';\nexport { Library };\n",
  ],
  [
    'src/renderer/src/compare/planted.ts',
    "import { Reader } from '../reader/ReaderView.tsx';\nexport { Reader };\n",
  ],
  [
    'src/main/window/planted.ts',
    "import { view } from '../../renderer/src/App.tsx';\nexport { view };\n",
  ],
  ['src/main/window/planted.ts', "import Database from 'better-sqlite3';\nexport { Database };\n"],
  ['src/main/window/planted.ts', "import { Index } from 'flexsearch';\nexport { Index };\n"],
  ['src/main/window/planted.ts', "import { ipcMain } from 'electron';\nexport { ipcMain };\n"],
  ['src/main/library/planted.ts', "import Database from 'better-sqlite3';\nexport { Database };\n"],
  ['src/main/search/planted.ts', "import Database from 'better-sqlite3';\nexport { Database };\n"],
  ['src/main/store/planted.ts', "import { Index } from 'flexsearch';\nexport { Index };\n"],
  [
    'src/main/store/planted.ts',
    "import { search } from '../search/index.ts';\nexport { search };\n",
  ],
  [
    'src/main/store/planted.ts',
    "import { read } from '../ingest/readFile.ts';\nexport { read };\n",
  ],
  ['src/main/store/planted.ts', "import { pdf } from '../export/pdf.ts';\nexport { pdf };\n"],
  ['src/main/bridge/handlers/planted.ts', "import { app } from 'electron';\nexport { app };\n"],
  ['src/main/ingest/planted.ts', "import { app } from 'electron';\nexport { app };\n"],
  ['src/main/search/planted.ts', "import { app } from 'electron';\nexport { app };\n"],
  ['src/main/store/planted.ts', "import { app } from 'electron';\nexport { app };\n"],
  ['src/main/cli/planted.ts', "import { app } from 'electron';\nexport { app };\n"],
  ['src/main/bridge/ipc.ts', "import { ipcRenderer } from 'electron';\nexport { ipcRenderer };\n"],
  ['src/preload/planted.ts', "import { ipcMain } from 'electron';\nexport { ipcMain };\n"],
  [
    'src/preload/planted.ts',
    "import { store } from '../main/store/reports.ts';\nexport { store };\n",
  ],
];

export const allowed: [path: string, source: string][] = [
  ['src/shared/report/planted.ts', "import { z } from 'zod';\nexport { z };\n"],
  [
    'src/shared/report/planted.ts',
    "import { anchor } from '../text/anchor/anchor.ts';\nexport { anchor };\n",
  ],
  ['src/main/store/planted.ts', "import Database from 'better-sqlite3';\nexport { Database };\n"],
  ['src/main/search/planted.ts', "import { Index } from 'flexsearch';\nexport { Index };\n"],
  ['src/main/bridge/ipc.ts', "import { ipcMain } from 'electron';\nexport { ipcMain };\n"],
  ['src/main/window/planted.ts', "import { app } from 'electron';\nexport { app };\n"],
  ['src/preload/planted.ts', "import { ipcRenderer } from 'electron';\nexport { ipcRenderer };\n"],
  [
    'src/renderer/src/reader/planted.ts',
    "import { Button } from '../ui/Button.tsx';\nexport { Button };\n",
  ],
];

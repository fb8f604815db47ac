import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HandlerContext } from '../bridge/context.ts';
import { createDispatch, type Dispatch } from '../bridge/dispatch.ts';
import { handlers } from '../bridge/handlers/all.ts';
import { PreviewShelf } from '../bridge/previewShelf.ts';
import { readBundledFonts } from '../export/bundledFonts.ts';
import { loadKnowledge } from './knowledge.ts';
import { once } from './once.ts';
import { openLibrary } from './openLibrary.ts';

export interface ServedLibrary {
  dispatch: Dispatch;
  context: HandlerContext;
  close: () => Promise<void>;
}

/** Where the library and the shipped files are; absolute paths. */
export interface LibraryPlaces {
  libraryDir: string;
  resourcesDir: string;
  /** Holds the bundled faces, laid out as their npm packages are. */
  fontsDir: string;
}

/**
 * Opens a library and answers requests on it: the same for the window's worker, the command line and
 * the tests, which differ only in the ports they bring.
 */
export function serveLibrary(
  places: LibraryPlaces,
  ports: Pick<HandlerContext, 'host' | 'print' | 'reader' | 'emit'>,
  now: () => string,
): ServedLibrary {
  const { store, search } = openLibrary(places.libraryDir, { now });
  const context: HandlerContext = {
    ...ports,
    store,
    search,
    knowledge: once(() => loadKnowledge(places.resourcesDir)),
    fonts: once(() => readBundledFonts(places.fontsDir, join(places.resourcesDir, 'fonts'))),
    previews: new PreviewShelf(),
    readSample: () => readFile(join(places.resourcesDir, 'sample', 'weifang-reports.txt'), 'utf8'),
    now,
  };
  const dispatch = createDispatch(context, handlers, logUnexpected);
  return { dispatch, context, close: () => store.close() };
}

/** Logs the route and the kind of error, never its content: messages may quote a report. */
function logUnexpected(route: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  // The stack begins with the message, which may run over several lines.
  const stack = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const frames = stack.filter((line) => /^\s+at /u.test(line)).slice(0, 3);
  console.error(`request ${route} failed unexpectedly: ${kind}\n${frames.join('\n')}`);
}

import { afterAll, beforeAll } from 'vitest';
import { type Desk, makeFolder, openDesk, removeFolder } from './desk.ts';

export interface FolderDesk extends Desk {
  /** Where the app keeps its data; other files of the journey may lie there too. */
  folder: string;
  /** Starts the app on its folder again, after it was closed or killed. */
  open: () => Promise<void>;
}

/**
 * The app for the journeys of one file or group: started on an empty folder and led to where they
 * `begin` before the first, closed and its folder removed after the last.
 */
export function sharedDesk(begin: (desk: Desk) => Promise<void> = async () => {}): FolderDesk {
  const folder = makeFolder();
  let opened: Desk | undefined;
  const now = () => {
    if (!opened) throw new Error('the app has not been started yet');
    return opened;
  };
  const desk: FolderDesk = {
    folder,
    get app() {
      return now().app;
    },
    get page() {
      return now().page;
    },
    get faults() {
      return now().faults;
    },
    close: () => now().close(),
    open: async () => {
      opened = await openDesk(folder);
    },
  };
  beforeAll(async () => {
    await desk.open();
    await begin(desk);
  });
  afterAll(async () => {
    await opened?.close();
    removeFolder(folder);
  });
  return desk;
}

import type { LibraryEvent } from '../../shared/contract/events.ts';
import type { BundledFonts } from '../export/bundledFonts.ts';
import type { PrintPort } from '../export/printPort.ts';
import type { ReadOutcome } from '../ingest/extraction.ts';
import type { LookedPackage } from '../library/exchange/packageFile.ts';
import type { Knowledge } from '../library/knowledge.ts';
import type { LibraryHome } from '../library/libraryHome.ts';
import type { TextSearch } from '../library/textSearch.ts';
import type { UnderstandingPool } from '../library/understandingPool.ts';
import type { LibraryStore } from '../store/libraryStore.ts';
import type { PreviewShelf } from './previewShelf.ts';
import type { RunningTasks } from './runningTasks.ts';

/** What only the surrounding program can do: dialogs and paths stay out of handlers and of the window. */
export interface HostPort {
  /** Asks the person for files to import, or for a backup; empty when cancelled. */
  chooseFilesToOpen(wanted?: WantedFiles): Promise<{ path: string; name: string; size: number }[]>;
  /** Asks where to save; null when cancelled. */
  chooseFileToSave(suggestion: { name: string; extension: string }): Promise<string | null>;
  /** Asks for a folder; null when cancelled. */
  chooseFolder(): Promise<string | null>;
}

export type WantedFiles = 'reports' | 'backup' | 'spreadsheet' | 'package';

/** Reads one file into text, within limits of memory and time. */
export interface FileReader {
  readPath(path: string, name: string, control?: { signal: AbortSignal }): Promise<ReadOutcome>;
  readBytes(name: string, bytes: Uint8Array): Promise<ReadOutcome>;
}

/** Everything a handler works with. No Electron, no SQLite, no paths but those the host handed out. */
export interface HandlerContext {
  store: LibraryStore;
  search: TextSearch;
  /** Snapshots, backup and restore; there also while the library cannot be opened. */
  home: LibraryHome;
  /** Read when first asked for: a start that only shows the library needs none of it. */
  knowledge: () => Promise<Knowledge>;
  /** For an import of so many files; to be closed after it. */
  understanding: (fileCount: number) => Promise<UnderstandingPool>;
  reader: FileReader;
  host: HostPort;
  print: PrintPort;
  /** The faces that come with the app; read when first asked for. */
  fonts: () => BundledFonts;
  previews: PreviewShelf;
  /** The backup or package that the person opened by a double click, until they have answered what to do with it. */
  offered: { path: string | null };
  /** The package that was looked at last: what is merged is what was shown. */
  looked: { package: LookedPackage | null };
  tasks: RunningTasks;
  /** The sample bundle as shipped. */
  readSample: () => Promise<string>;
  now: () => string;
  /** What somebody who is asked for help needs to know; nothing of what is in the library. */
  describeForHelp: () => string;
  emit: (event: LibraryEvent) => void;
}

/** What the questions of a search are answered from: nothing that writes. */
export type SearchContext = Pick<HandlerContext, 'search'> & {
  knowledge: () => Promise<
    Pick<Knowledge, 'synonyms'> & { report: { topics: readonly { id: string; name: string }[] } }
  >;
  store: Pick<LibraryStore, 'readSetting'>;
};

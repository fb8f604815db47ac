/** What the launcher has read from the command line and the app's package.json. */
export type AppFacts = {
  /** Folder of the app's package.json. */
  path: string;
  name: string;
  version: string;
  executable: string;
  /** Chromium switches of the command line, without dashes: `lang=zh-CN`. */
  switches: string[];
  /** From `--user-data-dir`. */
  userData: string | undefined;
};

let facts: AppFacts | undefined;

/** Must be called before the stand-in is loaded. */
export function setFacts(read: AppFacts): void {
  facts = read;
}

export function getFacts(): AppFacts {
  if (!facts) throw new Error('The Electron stand-in is started by its executable only');
  return facts;
}

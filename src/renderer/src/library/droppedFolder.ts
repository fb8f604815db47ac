/** Left by systems and editors beside documents: “~$报告.docx” is Word’s lock, not a report. */
const LITTER = /^(?:\..*|~\$.*|~.*\.tmp|thumbs\.db|desktop\.ini|__MACOSX)$/iu;
const DEEPEST_FOLDER = 16;
const MOST_FILES = 20_000;

export interface DroppedFile {
  /** With the folders it lies in: “历年报告/2019.docx”. */
  name: string;
  file: () => Promise<File>;
}

/**
 * All files in and below what was dropped, folders in the order of their names. What a system leaves
 * beside documents is passed over; no more than 20,000 files, no deeper than 16 folders.
 */
export async function listDropped(entries: readonly FileSystemEntry[]): Promise<DroppedFile[]> {
  const files: DroppedFile[] = [];
  for (const entry of entries) await addEntry(entry, 0, files);
  return files;
}

async function addEntry(
  entry: FileSystemEntry,
  depth: number,
  files: DroppedFile[],
): Promise<void> {
  if (LITTER.test(entry.name) || depth > DEEPEST_FOLDER || files.length >= MOST_FILES) return;
  if (entry.isDirectory) {
    const inside = await readFolder((entry as FileSystemDirectoryEntry).createReader());
    inside.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const one of inside) await addEntry(one, depth + 1, files);
  } else {
    const found = entry as FileSystemFileEntry;
    files.push({
      name: entry.fullPath.replace(/^\//u, ''),
      file: () => new Promise((resolve, reject) => found.file(resolve, reject)),
    });
  }
}

/** A folder gives its entries in portions, the last of them empty. A folder that cannot be read gives none. */
async function readFolder(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (portion.length === 0) return entries;
    entries.push(...portion);
  }
}

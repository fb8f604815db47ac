import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReader } from '../../src/main/ingest/readInWorker.ts';
import { serveLibrary } from '../../src/main/library/serve.ts';
import type { RawDocument } from '../../src/shared/report/report.ts';
import { generateReport } from '../../tests/fixtures/reports/generate.ts';

/** Asked of the generator; what it writes has about 7,250 characters a report. */
const CHARACTERS = 8_600;

const ROOT = join(import.meta.dirname, '..', '..');

/** Invented reports one after the other, every one another. */
export function* inventReports(count: number): Generator<RawDocument> {
  for (let seed = 1; seed <= count; seed++) {
    yield generateReport(seed, { characters: CHARACTERS }).raw;
  }
}

/** One text file a report, in the order of their names. */
export function writeReport(folder: string, at: number, { titleLine, text }: RawDocument): void {
  mkdirSync(folder, { recursive: true });
  const name = `${String(at).padStart(6, '0')}.txt`;
  writeFileSync(join(folder, name), titleLine === null ? text : `${titleLine}\n${text}`);
}

/**
 * Imports a folder into a new library as the window and `kb import` do: files read and understood, looked
 * for among what is there, stored and indexed, every commit on the disk.
 *
 * @param onFile told before each file how many before it are stored.
 * @throws unless every file has become a report.
 */
export async function importFolder(
  folder: string,
  libraryDir: string,
  onFile: (stored: number) => void = () => undefined,
): Promise<void> {
  const reader = openReader();
  const library = serveLibrary(
    {
      libraryDir,
      resourcesDir: join(ROOT, 'resources'),
      fontsDir: join(ROOT, 'node_modules'),
    },
    {
      reader,
      host: {
        chooseFilesToOpen: async () => [],
        chooseFileToSave: async () => null,
        chooseFolder: async () => folder,
      },
      print: { print: async () => new Uint8Array() },
      emit: (event) => {
        if (event.type === 'progress') onFile(event.done);
      },
    },
    () => new Date().toISOString(),
  );
  const ask = async (name: string, input: unknown) => {
    const outcome = await library.dispatch(name, input);
    if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.code}`);
    return outcome.value;
  };
  const { batch } = (await ask('imports.chooseFolder', {})) as { batch: { batchId: string } };
  const { files } = (await ask('imports.runBatch', { batchId: batch.batchId })) as {
    files: { outcomes: { documentIds: string[]; status: string }[] }[];
  };
  await library.close();
  await reader.close();
  for (const { outcomes } of files) {
    const [outcome] = outcomes;
    if (outcome?.documentIds.length !== 1 || outcome.status === 'duplicate') {
      throw new Error(`a file became no report: ${outcome?.status}`);
    }
  }
}

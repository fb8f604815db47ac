import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ServedDesk } from '../../../tests/fixtures/servedLibrary.ts';

/** A note that stands in the sample library and in its snapshot. */
export const NOTE_IN_SNAPSHOT = '快照里的批注';

let clock = Date.parse('2026-11-01T00:00:00Z');

/** A second on at every look: what is written later is later. */
function tick(): string {
  clock += 1000;
  return new Date(clock).toISOString();
}

/** Desks on copies of one library: the sample, one note and one snapshot in it. */
export class SampleDesks {
  readonly base = mkdtempSync(join(tmpdir(), 'zhenjian-safety-'));
  readonly #template = join(this.base, 'template');
  readonly #open = new Set<ServedDesk>();
  #folders = 0;

  async prepare(): Promise<void> {
    const desk = this.serve(this.#template);
    await desk.ask('library.openSample', {});
    await addNote(desk, NOTE_IN_SNAPSHOT);
    desk.library.context.home.snapshotChanges('idle');
    await desk.close();
  }

  /** A folder of the library, not yet open. */
  folder(): string {
    this.#folders += 1;
    const folder = join(this.base, `library-${this.#folders}`);
    copyFolder(this.#template, folder);
    return folder;
  }

  serve(folder = this.folder()): ServedDesk {
    const desk = new ServedDesk({ folder, now: tick });
    this.#open.add(desk);
    return desk;
  }

  async closeAll(): Promise<void> {
    for (const desk of this.#open) await desk.close();
    this.#open.clear();
  }

  remove(): void {
    rmSync(this.base, { recursive: true, force: true });
  }
}

export function copyFolder(from: string, to: string): void {
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (statSync(join(from, path)).isDirectory()) continue;
    const target = join(to, path);
    rmSync(target, { force: true });
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(from, path), target);
  }
}

export async function addNote({ ask }: ServedDesk, note: string): Promise<string> {
  const [report] = (await ask('reports.list', {})).reports;
  const place = { documentId: report?.id ?? '', start: 10, end: 20 };
  return (await ask('annotations.create', { ...place, note })).annotation.id;
}

export async function notesOf({ ask }: ServedDesk): Promise<string[]> {
  return (await ask('annotations.list', {})).annotations.map(({ note }) => note).sort();
}

export async function textsOf({ ask }: ServedDesk): Promise<string[]> {
  const { reports } = await ask('reports.list', {});
  const texts = reports.map(async ({ id }) => (await ask('reports.get', { id })).text);
  return (await Promise.all(texts)).sort();
}

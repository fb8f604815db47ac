import { randomUUID } from 'node:crypto';
import type { Sources } from '../ingest/sources.ts';
import type { UnderstoodFile } from '../library/understand.ts';

/** Previews kept at a time; older ones are dropped, the window asks again. */
const CAPACITY = 16;

/**
 * Files chosen and previews shown, by opaque id, between one request and the next. The window never
 * learns a path and never sends a text back to be stored.
 */
export class PreviewShelf {
  readonly #files = new Map<string, { path: string; name: string }>();
  readonly #previews = new Map<string, UnderstoodFile>();
  readonly #batches = new Map<string, Sources>();

  putFile(file: { path: string; name: string }): string {
    return put(this.#files, file);
  }

  findFile(fileId: string): { path: string; name: string } | undefined {
    return this.#files.get(fileId);
  }

  putPreview(preview: UnderstoodFile): string {
    return put(this.#previews, preview);
  }

  /** Takes the preview off the shelf: it is committed once. */
  takePreview(previewId: string): UnderstoodFile | undefined {
    const preview = this.#previews.get(previewId);
    this.#previews.delete(previewId);
    return preview;
  }

  putBatch(sources: Sources): string {
    return put(this.#batches, sources);
  }

  /** Takes the batch off the shelf: it is run once. */
  takeBatch(batchId: string): Sources | undefined {
    const sources = this.#batches.get(batchId);
    this.#batches.delete(batchId);
    return sources;
  }
}

function put<T>(shelf: Map<string, T>, item: T): string {
  const id = randomUUID();
  shelf.set(id, item);
  for (const oldest of shelf.keys()) {
    if (shelf.size <= CAPACITY) break;
    shelf.delete(oldest);
  }
  return id;
}

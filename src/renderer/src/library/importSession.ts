import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { ImportOutcome, ImportPreview } from '../../../shared/contract/routes/imports.ts';
import type { Input } from '../../../shared/contract/routes.ts';
import { onLibraryEvent, RequestError, request } from '../bridge/request.ts';
import { listDropped } from './droppedFolder.ts';
import { readFileAsBase64, TooLargeError } from './readFile.ts';

export type ImportStart =
  | { kind: 'choose' }
  | { kind: 'folder' }
  | { kind: 'paste' }
  | { kind: 'files'; files: File[] }
  | { kind: 'dropped-folder'; entries: FileSystemEntry[] };

type SourceInput = Input<'imports.preview'>['source'];

interface Source {
  name: string;
  open: () => Promise<SourceInput>;
}

/** One source after reading: what was understood, and which of its documents are to be stored. */
export interface ReadSource {
  preview: ImportPreview;
  include: number[];
  /** Documents that join the versions of the report they are similar to. */
  join: number[];
}

export type ImportPhase =
  | { name: 'source' }
  | { name: 'reading'; done: number; total: number; label: string }
  | { name: 'preview'; sources: ReadSource[] }
  | { name: 'storing'; done: number; total: number; label: string }
  | {
      name: 'batch';
      task: string | null;
      done: number;
      total: number;
      label: string;
      stopping: boolean;
    }
  | { name: 'done'; outcomes: ImportOutcome[]; stopped?: boolean };

export interface ImportSession {
  phase: ImportPhase;
  choose: () => void;
  /** Imports all of a folder without asking about each file. */
  chooseFolder: () => void;
  paste: (text: string) => void;
  /** Stops after the source in hand; what was read so far can still be stored, what is stored stays. */
  cancel: () => void;
  include: (previewId: string, index: number, on: boolean) => void;
  join: (previewId: string, index: number, on: boolean) => void;
  store: () => void;
  restart: () => void;
}

function failureOf(name: string, error: unknown): Failure {
  return error instanceof RequestError || error instanceof TooLargeError
    ? { code: error.code, message: error.message }
    : { code: 'unreadable', message: `“${name}”读不出来，未导入。请另存一份后再试。` };
}

/** A source that could not even be handed to main. */
function unreadPreview(name: string, error: unknown): ImportPreview {
  return {
    previewId: '',
    name,
    format: '',
    encoding: null,
    documents: [],
    discarded: [],
    notices: [],
    failure: failureOf(name, error),
  };
}

/** More than these are not looked at one by one before they are stored; main keeps no more previews. */
const MOST_PREVIEWED = 12;

function droppedSource(name: string, file: () => Promise<File>): Source {
  return {
    name,
    open: async () => ({
      kind: 'dropped',
      name: name.slice(-255),
      base64: await readFileAsBase64(await file()),
    }),
  };
}

async function readPreview(source: Source): Promise<ImportPreview> {
  try {
    return await request('imports.preview', { source: await source.open() });
  } catch (error) {
    return unreadPreview(source.name, error);
  }
}

/** Documents that are in the library already are left out unless the person wants them. */
function includedAtFirst(preview: ImportPreview): number[] {
  return preview.documents.filter((each) => !each.duplicateOf).map(({ index }) => index);
}

/** A draft and its final version are one report in two versions unless the person says otherwise. */
function joinedAtFirst(preview: ImportPreview): number[] {
  return preview.documents.filter((each) => each.similarTo?.draft).map(({ index }) => index);
}

function withIndex(indexes: readonly number[], index: number, on: boolean): number[] {
  const others = indexes.filter((other) => other !== index);
  return on ? [...others, index].sort((a, b) => a - b) : others;
}

/** Names the report that is the same only where its title is another. */
export function describeDuplicate(title: string, known: string): string {
  return title === known ? '资料库中已有同一篇' : `与资料库中的“${known}”相同`;
}

/** What became of one source: failures and left-out duplicates are told beside what main stored. */
export async function storeSource({
  preview,
  include,
  join,
}: ReadSource): Promise<ImportOutcome[]> {
  const { name, failure, documents, previewId } = preview;
  if (failure) {
    return [{ name, status: 'rejected', documentIds: [], ...failure }];
  }
  const duplicates = documents
    .filter((each) => each.duplicateOf && !include.includes(each.index))
    .map((each) => ({
      name: each.title,
      status: 'duplicate' as const,
      documentIds: each.duplicateOf ? [each.duplicateOf.id] : [],
      code: null,
      message: `${describeDuplicate(each.title, each.duplicateOf?.title ?? '')}，没有重复存入。`,
    }));
  if (include.length === 0) return duplicates;
  try {
    const { outcomes } = await request('imports.commit', { previewId, include, join });
    return [...outcomes, ...duplicates];
  } catch (error) {
    return [
      { name, status: 'rejected', documentIds: [], ...failureOf(name, error) },
      ...duplicates,
    ];
  }
}

/** Reads sources one after the other, shows what was understood, stores what the person keeps. */
export function useImportSession(start: ImportStart): ImportSession {
  const [phase, setPhase] = useState<ImportPhase>({ name: 'source' });
  const cancelled = useRef(false);

  /** Stores each source as soon as it is read; one that cannot be read touches no other. */
  const importEach = useCallback(async (sources: Source[]) => {
    cancelled.current = false;
    const total = sources.length;
    const outcomes: ImportOutcome[] = [];
    let done = 0;
    for (const source of sources) {
      if (cancelled.current) break;
      const { name } = source;
      const stopping = false;
      setPhase({ name: 'batch', task: null, done, total, label: name, stopping });
      const preview = await readPreview(source);
      const include = includedAtFirst(preview);
      outcomes.push(...(await storeSource({ preview, include, join: joinedAtFirst(preview) })));
      done += 1;
    }
    setPhase({ name: 'done', outcomes, stopped: done < total });
  }, []);

  const read = useCallback(
    async (sources: Source[]) => {
      if (sources.length === 0) return;
      if (sources.length > MOST_PREVIEWED) return importEach(sources);
      cancelled.current = false;
      const total = sources.length;
      const done: ReadSource[] = [];
      for (const source of sources) {
        if (cancelled.current) break;
        setPhase({ name: 'reading', done: done.length, total, label: source.name });
        const preview = await readPreview(source);
        done.push({ preview, include: includedAtFirst(preview), join: joinedAtFirst(preview) });
      }
      setPhase(done.length > 0 ? { name: 'preview', sources: done } : { name: 'source' });
    },
    [importEach],
  );

  const choose = useCallback(async () => {
    const { files } = await request('imports.chooseFiles', {});
    await read(
      files.map(({ fileId, name }) => ({
        name,
        open: async () => ({ kind: 'chosen' as const, fileId }),
      })),
    );
  }, [read]);

  const chooseFolder = useCallback(async () => {
    const { batch } = await request('imports.chooseFolder', {});
    if (batch === null) return;
    const { batchId, name, fileCount } = batch;
    const begun = { name: 'batch' as const, task: batchId, done: 0, total: fileCount };
    setPhase({ ...begun, label: name, stopping: false });
    const stopListening = onLibraryEvent((event) => {
      if (event.type !== 'progress' || event.task !== batchId) return;
      const { done, total, label } = event;
      setPhase((before) => (before.name === 'batch' ? { ...before, done, total, label } : before));
    });
    try {
      const { files, stopped } = await request('imports.runBatch', { batchId });
      setPhase({ name: 'done', outcomes: files.flatMap(({ outcomes }) => outcomes), stopped });
    } catch (error) {
      const outcome = { name, status: 'rejected' as const, documentIds: [] };
      setPhase({ name: 'done', outcomes: [{ ...outcome, ...failureOf(name, error) }] });
    } finally {
      stopListening();
    }
  }, []);

  const paste = useCallback(
    (text: string) =>
      read([{ name: '粘贴的正文', open: async () => ({ kind: 'pasted' as const, text }) }]),
    [read],
  );

  const take = useCallback(
    (files: File[]) => read(files.map((file) => droppedSource(file.name, async () => file))),
    [read],
  );

  const takeFolder = useCallback(
    async (entries: readonly FileSystemEntry[]) => {
      const files = await listDropped(entries);
      await importEach(files.map(({ name, file }) => droppedSource(name, file)));
    },
    [importEach],
  );

  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    if (start.kind === 'choose') void choose();
    if (start.kind === 'folder') void chooseFolder();
    if (start.kind === 'files') void take(start.files);
    if (start.kind === 'dropped-folder') void takeFolder(start.entries);
  }, [start, choose, chooseFolder, take, takeFolder]);

  const setChosen =
    (choice: 'include' | 'join') => (previewId: string, index: number, on: boolean) =>
      setPhase((before) =>
        before.name !== 'preview'
          ? before
          : {
              ...before,
              sources: before.sources.map((source) =>
                source.preview.previewId !== previewId
                  ? source
                  : { ...source, [choice]: withIndex(source[choice], index, on) },
              ),
            },
      );

  const store = async () => {
    if (phase.name !== 'preview') return;
    const { sources } = phase;
    const outcomes: ImportOutcome[] = [];
    for (const [done, source] of sources.entries()) {
      setPhase({ name: 'storing', done, total: sources.length, label: source.preview.name });
      outcomes.push(...(await storeSource(source)));
    }
    setPhase({ name: 'done', outcomes });
  };

  return {
    phase,
    choose: () => void choose(),
    chooseFolder: () => void chooseFolder(),
    paste: (text) => void paste(text),
    cancel: () => {
      cancelled.current = true;
      if (phase.name !== 'batch') return;
      setPhase({ ...phase, stopping: true });
      if (phase.task !== null) void request('imports.cancel', { task: phase.task });
    },
    include: setChosen('include'),
    join: setChosen('join'),
    store: () => void store(),
    restart: () => setPhase({ name: 'source' }),
  };
}

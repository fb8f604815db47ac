import { RequestFailure } from '../../../shared/contract/failure.ts';
import type {
  ImportOutcome,
  ImportPreview,
  PreviewedDocument,
} from '../../../shared/contract/routes/imports.ts';
import type { Handlers, Parsed } from '../../../shared/contract/routes.ts';
import type { ReadOutcome } from '../../ingest/extraction.ts';
import { type UnderstoodFile, understand } from '../../library/understand.ts';
import type { NewReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { readSettings } from './settings.ts';
import { findSimilar, type SimilarReport, similarMessage } from './similarReport.ts';

type Routes = 'imports.chooseFiles' | 'imports.preview' | 'imports.commit';

const OUTLINE_LENGTH = 12;
const OPENING_LENGTH = 120;
/** So many documents at once, and a snapshot is taken before. */
const BULK_IMPORT = 5;

export const importHandlers: Handlers<HandlerContext, Routes> = {
  'imports.chooseFiles': async ({ host, previews }) => ({
    files: (await host.chooseFilesToOpen()).map(({ path, name, size }) => ({
      fileId: previews.putFile({ path, name }),
      name,
      size,
    })),
  }),
  'imports.preview': async (context, { source }) => {
    const { name, outcome } = await readSource(context, source);
    if (!outcome.ok) return unreadable(name, outcome.failure);
    const file = understand({ name, ...outcome }, await context.knowledge());
    if (file.documents.length === 0) {
      return unreadable(name, {
        code: 'no-body',
        message: `“${name}”没有正文，未入库。资料库没有改动；请换一份有正文的文件。`,
      });
    }
    return previewOf(context, file);
  },
  'imports.commit': async (context, { previewId, include, join }) => {
    const file = context.previews.takePreview(previewId);
    if (file === undefined) {
      throw new RequestFailure('no-preview', '预览已过期，没有导入。请重新选择文件。');
    }
    if (include.length >= BULK_IMPORT) context.home.takeSnapshot('before-import');
    const outcomes = await commitFile(context, file, {
      include: new Set(include),
      join: new Set(join),
    });
    context.emit({ type: 'library.changed' });
    return { outcomes };
  },
};

async function readSource(
  { reader, previews }: HandlerContext,
  source: Parsed<'imports.preview'>['source'],
): Promise<{ name: string; outcome: ReadOutcome }> {
  if (source.kind === 'pasted') {
    const name = '粘贴的正文';
    const bytes = new TextEncoder().encode(source.text);
    return { name, outcome: await reader.readBytes(name, bytes) };
  }
  if (source.kind === 'dropped') {
    const bytes = Buffer.from(source.base64, 'base64');
    return { name: source.name, outcome: await reader.readBytes(source.name, bytes) };
  }
  const file = previews.findFile(source.fileId);
  if (file === undefined) {
    throw new RequestFailure('no-file', '没有找到选中的文件，没有导入。请重新选择。');
  }
  return { name: file.name, outcome: await reader.readPath(file.path, file.name) };
}

function unreadable(name: string, failure: { code: string; message: string }): ImportPreview {
  return {
    previewId: '',
    name,
    format: '',
    encoding: null,
    documents: [],
    discarded: [],
    notices: [],
    failure,
  };
}

async function previewOf(context: HandlerContext, file: UnderstoodFile): Promise<ImportPreview> {
  const documents = await Promise.all(
    file.documents.map((document, index) => previewDocument(context, document, index)),
  );
  return {
    previewId: context.previews.putPreview(file),
    name: file.name,
    format: file.format,
    encoding: file.encoding,
    documents,
    discarded: file.discarded,
    notices: file.notices,
    failure: null,
  };
}

async function previewDocument(
  { store }: HandlerContext,
  document: NewReport,
  index: number,
): Promise<PreviewedDocument> {
  const { analysis } = document.findings;
  const duplicateOf = (await store.findReportByFingerprint(document.fingerprint)) ?? null;
  const headings = analysis.sections.filter((section) => section.nodeKind === 'heading');
  return {
    index,
    title: document.title,
    kind: analysis.kind,
    metadata: analysis.metadata,
    characterCount: document.text.replace(/\s/g, '').length,
    outline: headings.slice(0, OUTLINE_LENGTH).map(({ level, start, end }) => ({
      level,
      text: document.text.slice(start, end),
    })),
    sectionCount: analysis.sections.length,
    opening: document.text.trimStart().slice(0, OPENING_LENGTH),
    notices: analysis.notices,
    duplicateOf,
    similarTo: duplicateOf === null ? await findSimilar(store, document) : null,
  };
}

/** What becomes of the documents of one file, by their index in it. */
export interface CommitChoice {
  include: ReadonlySet<number>;
  /** Those that join the versions of the report they are similar to. */
  join?: ReadonlySet<number>;
  fromSample?: boolean;
}

/**
 * Stores the chosen documents of one file, whole or not at all. A document the library already has
 * is not stored again, also where it stands twice in the file itself.
 */
export async function commitFile(
  { store }: Pick<HandlerContext, 'store'>,
  file: UnderstoodFile,
  { include, join, fromSample = false }: CommitChoice,
): Promise<ImportOutcome[]> {
  const fresh: FreshDocument[] = [];
  const outcomes: (ImportOutcome | FreshDocument)[] = [];
  for (const [index, document] of file.documents.entries()) {
    if (!include.has(index)) continue;
    const twin = fresh.find((other) => other.document.fingerprint === document.fingerprint);
    const known = await store.findReportByFingerprint(document.fingerprint);
    if (known !== undefined || twin !== undefined) {
      outcomes.push(duplicateOutcome(document, known));
    } else {
      const similar = fromSample ? null : await findSimilar(store, document);
      const joined = similar !== null && join?.has(index) === true;
      fresh.push({ document: joined ? joining(document, similar) : document, similar, joined });
      outcomes.push(fresh.at(-1) as FreshDocument);
    }
  }
  const ids =
    fresh.length === 0
      ? []
      : await store.addImport({
          sourceName: file.name,
          format: file.format,
          encoding: file.encoding,
          fromSample,
          documents: fresh.map(({ document }) => document),
          discarded: file.discarded,
          ...(file.extracted === undefined ? {} : { extracted: file.extracted }),
          author: (await readSettings(store)).author,
        });
  return outcomes.map((outcome) =>
    'document' in outcome ? importedOutcome(outcome, ids[fresh.indexOf(outcome)] ?? '') : outcome,
  );
}

interface FreshDocument {
  document: NewReport;
  similar: SimilarReport | null;
  joined: boolean;
}

/** A text that calls itself a draft comes before what is there; any other comes after it. */
function joining(document: NewReport, { id }: SimilarReport): NewReport {
  const as = document.findings.analysis.kind === 'draft' ? 'older' : 'newer';
  return { ...document, joins: { reportId: id, as } };
}

function duplicateOutcome(
  { title }: NewReport,
  known: { id: string; title: string } | undefined,
): ImportOutcome {
  return {
    name: title,
    status: 'duplicate',
    documentIds: known === undefined ? [] : [known.id],
    code: 'duplicate',
    message: `资料库里已有同一篇“${known?.title ?? title}”，没有重复入库。`,
  };
}

/** Kinds of notice that ask the person for a decision. */
const NEEDS_REVIEW = new Set(['locality-conflict', 'kind-uncertain', 'no-year']);

function importedOutcome({ document, similar, joined }: FreshDocument, id: string): ImportOutcome {
  const doubt =
    document.findings.analysis.notices.find(({ code }) => NEEDS_REVIEW.has(code)) ??
    (similar !== null && !joined
      ? { code: 'similar', message: `${similarMessage(similar)}，已作为另一篇入库，请核对。` }
      : undefined);
  const done =
    similar !== null && joined ? `已入库，归入《${similar.title}》的版本链。` : '已入库。';
  return {
    name: document.title,
    status: doubt === undefined ? 'imported' : 'needs-review',
    documentIds: [id],
    code: doubt?.code ?? null,
    message: doubt?.message ?? done,
  };
}

import type { ImportOutcome } from '../../../shared/contract/routes/imports.ts';
import type { DiscardedText } from '../../../shared/report/report.ts';
import type { UnderstoodFile } from '../../library/understand.ts';
import type { LibraryStore, NewReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { readSettings } from './settings.ts';
import { findSimilar, type SimilarReport, similarMessage } from './similarReport.ts';

/** What becomes of the documents of one file, by their index in it. */
export interface CommitChoice {
  include: ReadonlySet<number>;
  /** Those that join the versions of the report they are similar to; where nobody was asked, drafts and their finals. */
  join?: ReadonlySet<number>;
  fromSample?: boolean;
}

/**
 * Stores the chosen documents of one file, whole or not at all. A document the library already has
 * is not stored again, also where it stands twice in the file itself.
 */
export async function commitFile(
  { store }: Pick<HandlerContext, 'store'>,
  file: UnderstoodFile<NewReport>,
  choice: CommitChoice,
): Promise<ImportOutcome[]> {
  const prepared = await prepareCommit(store, file, choice);
  return (await commitPrepared(store, [prepared])).flat();
}

/** A file of which it is decided what is stored. Holds for as long as the library does not change. */
export interface PreparedCommit {
  file: UnderstoodFile<NewReport>;
  fromSample: boolean;
  fresh: FreshDocument[];
  /** In the order of the documents; for a fresh one, itself until it has an id. */
  outcomes: (ImportOutcome | FreshDocument)[];
}

export async function prepareCommit(
  store: LibraryStore,
  file: UnderstoodFile<NewReport>,
  { include, join, fromSample = false }: CommitChoice,
): Promise<PreparedCommit> {
  const fresh: FreshDocument[] = [];
  const outcomes: PreparedCommit['outcomes'] = [];
  for (const [index, document] of file.documents.entries()) {
    if (!include.has(index)) continue;
    const twin = fresh.find((other) => other.document.fingerprint === document.fingerprint);
    const known = await store.findReportByFingerprint(document.fingerprint);
    if (known !== undefined || twin !== undefined) {
      outcomes.push(duplicateOutcome(document, known));
    } else {
      const similar = fromSample ? null : await findSimilar(store, document);
      const joined = similar !== null && (join?.has(index) ?? similar.draft);
      fresh.push({
        index,
        document: joined ? joining(document, similar) : document,
        similar,
        joined,
      });
      outcomes.push(fresh.at(-1) as FreshDocument);
    }
  }
  return { file, fromSample, fresh, outcomes };
}

/** Stores all of them in one transaction, or none. Answers the outcomes of each. */
export async function commitPrepared(
  store: LibraryStore,
  commits: readonly PreparedCommit[],
): Promise<ImportOutcome[][]> {
  const writing = commits.filter(({ fresh }) => fresh.length > 0);
  const { author } = await readSettings(store);
  const stored =
    writing.length === 0
      ? []
      : await store.addImports(
          writing.map(({ file, fromSample, fresh }) => ({
            sourceName: file.name,
            format: file.format,
            encoding: file.encoding,
            fromSample,
            documents: fresh.map(({ document }) => document),
            discarded: file.discarded.map((leftover) => besideStored(leftover, fresh)),
            ...(file.extracted === undefined ? {} : { extracted: file.extracted }),
            author,
          })),
        );
  return commits.map((commit) => {
    const ids = stored[writing.indexOf(commit)] ?? [];
    return commit.outcomes.map((outcome) =>
      'document' in outcome
        ? importedOutcome(outcome, commit.file, ids[commit.fresh.indexOf(outcome)] ?? '')
        : outcome,
    );
  });
}

interface FreshDocument {
  /** Of the document in its file. */
  index: number;
  document: NewReport;
  similar: SimilarReport | null;
  joined: boolean;
}

/** Beside which of the stored documents a leftover stood; not said where that one was not stored. */
function besideStored(
  { beside, ...leftover }: DiscardedText,
  stored: readonly FreshDocument[],
): DiscardedText {
  const document = stored.findIndex(({ index }) => index === beside?.document);
  return beside === undefined || document < 0
    ? leftover
    : { ...leftover, beside: { ...beside, document } };
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
const NEEDS_REVIEW = new Set([
  'locality-conflict',
  'kind-uncertain',
  'year-missing',
  'year-conflict',
]);

/** Notices of a file whose text is not all that its own program shows of it; in a batch nobody saw a preview. */
const TOLD_OF_FILE = new Set([
  'revisions-accepted',
  'hidden-text',
  'pages-unread',
  'pages-without-text',
  'truncated-end',
  'mojibake-passages',
]);

function importedOutcome(
  { document, similar, joined }: FreshDocument,
  { notices }: PreparedCommit['file'],
  id: string,
): ImportOutcome {
  const doubt =
    document.findings.analysis.notices.find(({ code }) => NEEDS_REVIEW.has(code)) ??
    (similar !== null && !joined
      ? { code: 'similar', message: `${similarMessage(similar)}，已作为另一篇入库，请核对。` }
      : undefined);
  const done =
    similar !== null && joined ? `已入库，归入《${similar.title}》的版本链。` : '已入库。';
  const told = notices.flatMap(({ code, message }) =>
    TOLD_OF_FILE.has(code) ? [inSentence(message)] : [],
  );
  return {
    name: document.title,
    status: doubt === undefined ? 'imported' : 'needs-review',
    documentIds: [id],
    code: doubt?.code ?? null,
    message: [doubt === undefined ? done : inSentence(doubt.message), ...told].join(''),
  };
}

function inSentence(message: string): string {
  return message.endsWith('。') ? message : `${message}。`;
}

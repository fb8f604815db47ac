import { readIndicators } from '../../shared/indicator/read.ts';
import { analyseReport } from '../../shared/report/analyse.ts';
import { splitBundle } from '../../shared/report/bundle.ts';
import { separateLeftovers } from '../../shared/report/leftovers.ts';
import type { DiscardedText, Notice, RawDocument } from '../../shared/report/report.ts';
import { readView } from '../../shared/report/view.ts';
import { markContent } from '../ingest/duplicates.ts';
import type { NewReport, ReportFindings } from '../store/libraryStore.ts';
import type { Knowledge } from './knowledge.ts';

/** A document with everything that was found in it. */
export interface UnderstoodDocument extends NewReport {
  findings: ReportFindings;
}

/** One file as import would store it. Nothing is written yet. */
export interface UnderstoodFile<Document extends NewReport = UnderstoodDocument> {
  name: string;
  format: string;
  encoding: string | null;
  documents: Document[];
  discarded: DiscardedText[];
  notices: Notice[];
  /** What the file gave before it was put in order; absent where that is the text itself. */
  extracted?: string;
}

/** A text that was read, before it is taken apart. */
export interface ReadText {
  name: string;
  text: string;
  format: string;
  encoding: string | null;
  discarded: DiscardedText[];
  notices: Notice[];
  extracted?: string;
}

/** Splits a file into documents and finds in each what there is to find. Pure but for the knowledge. */
export function understand(
  file: ReadText,
  knowledge: Pick<Knowledge, 'report' | 'indicators'>,
): UnderstoodFile {
  const { documents, discarded } = splitIntoDocuments(file.text);
  return {
    name: file.name,
    format: file.format,
    encoding: file.encoding,
    documents: documents
      .filter((document) => document.text.trim() !== '')
      .map((document) => understandDocument(document, file.name, knowledge)),
    discarded: [...file.discarded, ...discarded],
    notices: file.notices,
    ...(file.extracted === undefined || file.extracted === file.text
      ? {}
      : { extracted: file.extracted }),
  };
}

function splitIntoDocuments(text: string): {
  documents: RawDocument[];
  discarded: DiscardedText[];
} {
  const bundle = splitBundle(text);
  if (bundle !== null) return bundle;
  const { document, discarded } = separateLeftovers(text);
  return { documents: [document], discarded };
}

/** Finds all there is to find in one document, whatever file it came from. */
export function understandDocument(
  document: RawDocument,
  fileName: string,
  knowledge: Pick<Knowledge, 'report' | 'indicators'>,
): UnderstoodDocument {
  const view = readView(document.text);
  const analysis = analyseReport(document, knowledge.report, view);
  return {
    title: titleOf(document.titleLine, fileName),
    titleLine: document.titleLine,
    text: document.text,
    retrievedOn: document.retrievedOn,
    ...markContent(document.text),
    findings: {
      analysis,
      figures: readIndicators(
        document.text,
        {
          kind: analysis.kind,
          metadata: analysis.metadata,
          sections: analysis.sections,
          ...(analysis.roles === undefined ? {} : { roles: analysis.roles }),
        },
        knowledge.indicators,
        view,
      ),
    },
  };
}

/** The title without the column it was published in; the file's name where the text has no title. */
function titleOf(titleLine: string | null, fileName: string): string {
  const title = titleLine?.replace(/^【[^】]{1,20}】/u, '').trim();
  return title || fileName.replace(/^.*[\\/]|\.[a-z0-9]{1,5}$/giu, '');
}

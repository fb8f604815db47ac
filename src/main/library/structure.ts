import { analyseReport } from '../../shared/report/analyse.ts';
import { splitBundle } from '../../shared/report/bundle.ts';
import type { ReportKnowledge } from '../../shared/report/knowledge.ts';
import { separateLeftovers } from '../../shared/report/leftovers.ts';
import type {
  DiscardedText,
  Notice,
  RawDocument,
  ReportAnalysis,
} from '../../shared/report/report.ts';
import { readView, type TextView } from '../../shared/report/view.ts';
import { markContent } from '../ingest/duplicates.ts';
import type { NewReport } from '../store/libraryStore.ts';

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

/** A file and its documents, with what is known of each by now. */
export interface FileOf<Document> {
  name: string;
  format: string;
  encoding: string | null;
  documents: Document[];
  discarded: DiscardedText[];
  notices: Notice[];
  /** What the file gave before it was put in order; absent where that is the text itself. */
  extracted?: string;
}

/** A document without what was found in it. */
export type BareReport = Omit<NewReport, 'findings'>;

/** Splits a file into its documents and looks at each; those without a word are left out. */
export function takeApart<Document>(
  file: ReadText,
  lookAt: (document: RawDocument) => Document,
): FileOf<Document> {
  const { documents, discarded } = splitIntoDocuments(file.text);
  return {
    name: file.name,
    format: file.format,
    encoding: file.encoding,
    documents: documents.filter(({ text }) => text.trim() !== '').map(lookAt),
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

/**
 * All that is found in one document but its figures, whatever file it came from.
 *
 * @param view `readView(document.text)`, where others are to read from it too.
 */
export function findStructure(
  document: RawDocument,
  fileName: string,
  knowledge: ReportKnowledge,
  view: TextView = readView(document.text),
): { report: BareReport; analysis: ReportAnalysis } {
  const analysis = analyseReport(document, knowledge, view);
  return {
    report: {
      title: titleOf(document, fileName, analysis),
      titleLine: document.titleLine,
      text: document.text,
      retrievedOn: document.retrievedOn,
      ...markContent(document.text),
    },
    analysis,
  };
}

/** Titles by which no report is told from another; often spaced out: 政 府 工 作 报 告. */
const BARE_TITLE = /^(?:人民)?(?:政府)?工作报告$/u;

/**
 * The title without the column it was published in; the file's name where the text has no title. A title that
 * says no more than 政府工作报告, and a name of figures and letters (W020190403), gives way to the year and the
 * place of the text: 2019年昌城镇政府工作报告.
 */
function titleOf(
  { titleLine, text }: RawDocument,
  fileName: string,
  { kind, metadata: { planYear, actualLocality } }: ReportAnalysis,
): string {
  const title = titleLine?.replace(/^【[^】]{1,20}】/u, '').trim();
  if (title) {
    const closed = title.replace(/\s/gu, '');
    if (!BARE_TITLE.test(closed)) return title;
    const year = planYear === null ? '' : `${planYear}年`;
    return `${year}${actualLocality ?? ''}${closed}`;
  }
  const name = fileName.replace(/^.*[\\/]|\.[a-z0-9]{1,5}$/giu, '');
  const isTold = kind === 'annual-report' && planYear !== null && actualLocality !== null;
  if (!isTold || /\p{Script=Han}/u.test(name)) return name;
  const what = text.includes('政府工作报告') ? '政府工作报告' : '工作报告';
  return `${planYear}年${actualLocality}${what}`;
}

import { chooseFonts } from '../../../shared/brief/fonts.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import { listSources } from '../../../shared/draft/blocks.ts';
import { type DraftPaper, paperLines } from '../../../shared/draft/paper.ts';
import { exportDraftDocx } from '../../export/draftDocx.ts';
import { exportDraftPdf, exportTablePdf } from '../../export/draftPdf.ts';
import { listOfficeFonts } from '../../export/installedFonts.ts';
import type { PaperPrinter } from '../../export/printPaper.ts';
import { renderXlsx } from '../../export/spreadsheet.ts';
import { exportTableDocx } from '../../export/tableDocx.ts';
import type { Draft } from '../../store/drafts.ts';
import type { HandlerContext } from '../context.ts';
import { draftTerms } from './draftTerms.ts';
import { promiseTable } from './promiseTable.ts';
import { writeExport } from './writeExport.ts';

type PromiseLine = Output<'drafts.promises'>['promises'][number];
type Written = Output<'drafts.export'>;

/** Where the print window finds the bundled faces, on the app's own origin. */
const FONT_BASE_URL = '/fonts/';

const NOT_WRITTEN: Written = { fileName: null, warnings: [] };

/** Writes the draft where the person says. */
export async function writeDraft(
  context: HandlerContext,
  draft: Draft,
  { format, sources, terms }: Parsed<'drafts.export'>,
): Promise<Written> {
  const reading = format === 'reading-docx' || format === 'reading-pdf';
  const extension = format.replace('reading-', '');
  const name = reading ? `${draft.title}（宣读稿）` : draft.title;
  const path = await context.host.chooseFileToSave({ name, extension });
  if (path === null) return NOT_WRITTEN;
  const { title, congress, speaker, blocks } = draft;
  const paper: DraftPaper = {
    title,
    congress,
    speaker,
    blocks,
    terms: terms ? printedTerms(await draftTerms(context, draft)) : [],
    sources: sources ? listSources(blocks).map(({ label }) => label) : [],
    reading,
  };
  const { bytes, warnings } = await render(context, paper, extension);
  return { fileName: await writeExport(path, bytes), warnings };
}

async function render(context: HandlerContext, paper: DraftPaper, extension: string) {
  if (extension === 'pdf') {
    const { pdf, warnings } = await exportDraftPdf(paper, printerOf(context));
    return { bytes: pdf, warnings };
  }
  const bytes =
    extension === 'txt'
      ? new TextEncoder().encode(paperLines(paper).join('\r\n'))
      : await exportDraftDocx(paper);
  return { bytes, warnings: [] };
}

/** Terms with an explanation that were not left out. */
function printedTerms(terms: Output<'drafts.terms'>['terms']): DraftPaper['terms'] {
  return terms.flatMap(({ term, explanation, settled }) =>
    explanation && settled !== 'left-out' ? [{ term, explanation }] : [],
  );
}

/** Writes the table of commitments where the person says. */
export async function writePromises(
  context: HandlerContext,
  draft: Draft,
  promises: readonly PromiseLine[],
  format: Parsed<'drafts.exportPromises'>['format'],
): Promise<Written> {
  const table = promiseTable(draft, promises);
  const path = await context.host.chooseFileToSave({ name: table.title, extension: format });
  if (path === null) return NOT_WRITTEN;
  if (format === 'pdf') {
    const { pdf, warnings } = await exportTablePdf(table, printerOf(context));
    return { fileName: await writeExport(path, pdf), warnings };
  }
  const bytes =
    format === 'docx'
      ? await exportTableDocx(table)
      : await renderXlsx([
          {
            name: '承诺事项',
            heads: table.heads.map((head) => head.name),
            widths: table.heads.map(({ width }) => width),
            rows: table.rows.map((row) => [...row]),
          },
        ]);
  return { fileName: await writeExport(path, bytes), warnings: [] };
}

function printerOf(context: HandlerContext): PaperPrinter {
  const installed = listOfficeFonts();
  return {
    print: context.print,
    fonts: chooseFonts(installed.flatMap(({ families }) => families)),
    installed,
    bundled: context.fonts(),
    fontBaseUrl: FONT_BASE_URL,
    now: new Date(context.now()),
  };
}

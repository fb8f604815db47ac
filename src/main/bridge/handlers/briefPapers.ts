import type { Brief } from '../../../shared/brief/brief.ts';
import { composeBrief } from '../../../shared/brief/compose.ts';
import { chooseFonts, describeStandIns } from '../../../shared/brief/fonts.ts';
import { renderBriefHtml } from '../../../shared/brief/html.ts';
import type { BriefNames, BriefSource, SourceAnnotation } from '../../../shared/brief/spec.ts';
import type { Output } from '../../../shared/contract/routes.ts';
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts';
import type { BriefSpec } from '../../../shared/contract/schemas/brief.ts';
import type { NoteCategory } from '../../../shared/note/category.ts';
import { exportBriefDocx } from '../../export/docx.ts';
import { bodyElements } from '../../export/htmlElements.ts';
import { listOfficeFonts } from '../../export/installedFonts.ts';
import { exportBriefPdf } from '../../export/pdf.ts';
import type { Knowledge } from '../../library/knowledge.ts';
import { once } from '../../library/once.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { readSettings } from './settings.ts';
import { summarise } from './summary.ts';
import { writeExport } from './writeExport.ts';

/** Reading the faces of the computer takes a moment, and a preview is drawn at every pause in typing. */
const officeFamilies = once(() => listOfficeFonts().flatMap(({ families }) => families));

/** Where the print window finds the bundled faces, on the app's own origin. */
const FONT_BASE_URL = '/fonts/';

export async function previewBrief(
  context: HandlerContext,
  spec: BriefSpec,
): Promise<Output<'briefs.preview'>> {
  const html = renderBriefHtml(await compose(context, spec), { marks: 'preview' });
  const standIns = describeStandIns(chooseFonts(officeFamilies()));
  return { body: bodyElements(html), warnings: standIns === null ? [] : [standIns] };
}

export async function writePdf(
  context: HandlerContext,
  spec: BriefSpec,
): Promise<Output<'briefs.exportPdf'>> {
  const brief = await compose(context, spec);
  const path = await context.host.chooseFileToSave({ name: spec.title, extension: 'pdf' });
  if (path === null) return { fileName: null, pages: 0, annotations: 0, fonts: [], warnings: [] };
  const installed = listOfficeFonts();
  const { pdf, ...printed } = await exportBriefPdf(brief, {
    print: context.print,
    fonts: chooseFonts(installed.flatMap(({ families }) => families)),
    installed,
    bundled: context.fonts(),
    fontBaseUrl: FONT_BASE_URL,
    now: new Date(context.now()),
  });
  return { fileName: await writeExport(path, pdf), ...printed };
}

export async function writeDocx(
  context: HandlerContext,
  spec: BriefSpec,
): Promise<Output<'briefs.exportDocx'>> {
  const brief = await compose(context, spec);
  const path = await context.host.chooseFileToSave({ name: spec.title, extension: 'docx' });
  if (path === null) return { fileName: null };
  return { fileName: await writeExport(path, await exportBriefDocx(brief)) };
}

async function compose(context: HandlerContext, spec: BriefSpec): Promise<Brief> {
  const { categories } = await readSettings(context.store);
  const sources = await Promise.all(spec.documents.map((id) => toSource(context, id)));
  return composeBrief(spec, sources, namesOf(await context.knowledge(), categories));
}

async function toSource(context: HandlerContext, id: string): Promise<BriefSource> {
  const [{ head, text, findings }, annotations] = await Promise.all([
    getReport(context, id),
    context.store.listAnnotations(id),
  ]);
  const { title, town, metadata } = summarise(head);
  return {
    documentId: id,
    title,
    town: town ?? title,
    planYear: metadata.planYear,
    reviewYear: metadata.reviewYear,
    text,
    analysis: findings.analysis,
    readings: findings.figures.readings,
    annotations: annotations.flatMap((annotation) => passagesOf(annotation, id)),
  };
}

/** A note that ties several passages is printed with each of them, and each is a comment of its own. */
function passagesOf(annotation: Annotation, documentId: string): SourceAnnotation[] {
  const { id, targets, note, category, author, createdAt } = annotation;
  return targets.flatMap((target, index) => {
    if (target.documentId !== documentId || target.state !== 'anchored') return [];
    const { start, end, quote } = target;
    const own = index === 0 ? id : `${id}.${index + 1}`;
    return [{ id: own, start, end, quote, note, category, author, createdAt }];
  });
}

function namesOf(
  { report, indicators }: Knowledge,
  categories: readonly NoteCategory[],
): BriefNames {
  return {
    categories,
    topics: new Map(report.topics.map(({ id, name }) => [id, name])),
    indicators: new Map(
      [...indicators.indicators].map(([id, { name, definition }]) => [
        id,
        { name, caution: definition },
      ]),
    ),
  };
}

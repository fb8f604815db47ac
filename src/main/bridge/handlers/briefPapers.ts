import type { Brief } from '../../../shared/brief/brief.ts';
import { composeBrief } from '../../../shared/brief/compose.ts';
import { chooseFonts, describeChoices, describeStandIns } from '../../../shared/brief/fonts.ts';
import { renderBriefHtml } from '../../../shared/brief/html.ts';
import { listFigureNames } from '../../../shared/brief/indicators.ts';
import { listPassages } from '../../../shared/brief/listed.ts';
import type { BriefNames, BriefSource, SourceAnnotation } from '../../../shared/brief/spec.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts';
import type { BriefSpec } from '../../../shared/contract/schemas/brief.ts';
import type { NoteCategory } from '../../../shared/note/category.ts';
import { exportBriefDocx } from '../../export/docx.ts';
import { bodyElements } from '../../export/htmlElements.ts';
import { type InstalledFont, listOfficeFonts } from '../../export/installedFonts.ts';
import { exportBriefPdf, findMissing, type PdfStep, pdfSteps, wordsOf } from '../../export/pdf.ts';
import type { Knowledge } from '../../library/knowledge.ts';
import { once } from '../../library/once.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { readSettings } from './settings.ts';
import { summarise } from './summary.ts';
import { writeExport } from './writeExport.ts';

/** Reading the faces of the computer takes a moment, and a preview is drawn at every pause in typing. */
const officeFonts = once(listOfficeFonts);

function familiesOf(installed: readonly InstalledFont[]): string[] {
  return installed.flatMap(({ families }) => families);
}

/** Where the print window finds the bundled faces, on the app's own origin. */
const FONT_BASE_URL = '/fonts/';

export async function previewBrief(
  context: HandlerContext,
  spec: BriefSpec,
): Promise<Output<'briefs.preview'>> {
  const { brief, sources, names } = await compose(context, spec);
  const html = renderBriefHtml(brief, { marks: 'preview' });
  const installed = officeFonts();
  const families = familiesOf(installed);
  const fonts = chooseFonts(families, spec.bundledFonts);
  const standIns = describeStandIns(fonts);
  return {
    body: bodyElements(html),
    topics: listPassages(brief, (id) => sources.find(({ documentId }) => documentId === id)?.text),
    figures: listFigureNames(sources, names, spec.figureTable),
    fonts: describeChoices(families, spec.bundledFonts),
    missing: findMissing(wordsOf(brief), { fonts, installed, bundled: context.fonts() }),
    warnings: standIns === null ? [] : [standIns],
  };
}

const NOT_WRITTEN: Output<'briefs.exportPdf'> = {
  fileName: null,
  pages: 0,
  annotations: 0,
  fonts: [],
  warnings: [],
};

const STEP_NAMES: Record<PdfStep, string> = {
  print: '正在排版',
  number: '正在编目录页码',
  comment: '正在写入批注',
  save: '正在写出文件',
};

export async function writePdf(
  context: HandlerContext,
  { spec, task }: Parsed<'briefs.exportPdf'>,
): Promise<Output<'briefs.exportPdf'>> {
  const { brief } = await compose(context, spec);
  const { print } = context;
  // While the person says where to.
  print.prepare?.();
  const path = await context.host.chooseFileToSave({ name: spec.title, extension: 'pdf' });
  if (path === null) {
    print.release?.();
    return NOT_WRITTEN;
  }
  const installed = officeFonts();
  return runExport(context, task, NOT_WRITTEN, async (step) => {
    const { pdf, ...printed } = await exportBriefPdf(brief, {
      print,
      fonts: chooseFonts(familiesOf(installed), spec.bundledFonts),
      installed,
      bundled: context.fonts(),
      fontBaseUrl: FONT_BASE_URL,
      now: new Date(context.now()),
      onStep: (name) => step(pdfSteps.indexOf(name), pdfSteps.length, STEP_NAMES[name]),
      ...(spec.comments !== undefined && { comments: spec.comments }),
    });
    step(pdfSteps.length - 1, pdfSteps.length, STEP_NAMES.save);
    return { fileName: await writeExport(path, pdf), ...printed };
  });
}

export async function writeDocx(
  context: HandlerContext,
  { spec, task }: Parsed<'briefs.exportDocx'>,
): Promise<Output<'briefs.exportDocx'>> {
  const { brief } = await compose(context, spec);
  const path = await context.host.chooseFileToSave({ name: spec.title, extension: 'docx' });
  if (path === null) return { fileName: null };
  return runExport<Output<'briefs.exportDocx'>>(context, task, { fileName: null }, async (step) => {
    step(0, 2, STEP_NAMES.print);
    const docx = await exportBriefDocx(brief);
    step(1, 2, STEP_NAMES.save);
    return { fileName: await writeExport(path, docx) };
  });
}

/** Told before each step; throws once the person has asked to stop. */
type Step = (done: number, total: number, label: string) => void;

/** Runs an export that can be stopped; `stopped` is its answer when it was. */
async function runExport<T>(
  context: HandlerContext,
  task: string | undefined,
  stopped: T,
  run: (step: Step) => Promise<T>,
): Promise<T> {
  if (task === undefined) return run(() => {});
  const { isCancelled, end } = context.tasks.begin(task, () => context.print.stop?.());
  try {
    return await run((done, total, label) => {
      if (isCancelled()) throw new Error('stopped');
      context.emit({ type: 'progress', task, done, total, label });
    });
  } catch (error) {
    if (isCancelled()) return stopped;
    throw error;
  } finally {
    end();
  }
}

interface Composed {
  brief: Brief;
  sources: BriefSource[];
  names: BriefNames;
}

async function compose(context: HandlerContext, spec: BriefSpec): Promise<Composed> {
  const { categories } = await readSettings(context.store);
  const sources = await Promise.all(spec.documents.map((id) => toSource(context, id)));
  const names = namesOf(await context.knowledge(), categories);
  return { brief: composeBrief(spec, sources, names), sources, names };
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

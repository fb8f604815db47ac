/**
 * One page to be printed to PDF by Chromium. `html` asks for its stylesheet as `brief.css`, relative to its
 * own address; fonts are asked for at the addresses the stylesheet names. No script runs in the page.
 */
export interface PrintJob {
  html: string;
  stylesheet: string;
  options: PrintOptions;
  /** Faces the stylesheet names beside itself: base64 of a TrueType file by its name. */
  faces?: Readonly<Record<string, string>>;
  /**
   * 'count': only where things fall is asked for, so the words need not be drawn; the same page follows,
   * which differs in the contents' page numbers alone, and may be kept as it is loaded. `numbers` are those
   * it then has. Both are whole pages: a port may do without.
   */
  pass?: 'count' | { numbers: readonly string[] };
}

/** As Electron's webContents.printToPDF and the DevTools protocol call them. */
export interface PrintOptions {
  preferCSSPageSize: boolean;
  printBackground: boolean;
  generateTaggedPDF: boolean;
  generateDocumentOutline: boolean;
}

/** Whatever can print: the app's hidden window, or a browser in tests. */
export interface PrintPort {
  /** A job will soon follow, or `release`: opens what takes a moment to open. */
  prepare?(): void;
  /** Loads the job, waits until every face is loaded (`loadEveryFace`), prints. Rejects when it cannot. */
  print(job: PrintJob): Promise<Uint8Array>;
  /** Ends the job in hand, whose `print` then rejects; nothing where there is none. */
  stop?(): void;
  /** Lets a page go that is kept for a second job, and what was prepared. */
  release?(): void;
}

export const briefPrintOptions: PrintOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};

/** For counting, nothing of the page is drawn in colour or without it. */
export const countingOptions: PrintOptions = {
  ...briefPrintOptions,
  generateTaggedPDF: false,
  generateDocumentOutline: false,
};

/** Script that writes the contents' page numbers into a page that is kept, and shows its words. */
export function fillNumbers(numbers: readonly string[]): string {
  return `document.documentElement.style.visibility = '';
  ${JSON.stringify(numbers)}.forEach((number, index) => {
    const place = document.querySelectorAll('.contents .page')[index];
    if (place) place.textContent = number;
  })`;
}

/** What the pages are numbered with: in the margins, and in the contents once they are counted. */
export const PAGE_NUMBERS = '— 0123456789';

/**
 * The page as the port serves it: its faces are asked for at once, and nothing is laid out before they are
 * there, or all of it would be laid out anew for each of them. `loadEveryFace` shows it.
 */
export function heldBack({ html, faces = {} }: Pick<PrintJob, 'html' | 'faces'>): string {
  const links = Object.keys(faces).map(
    (name) => `<link rel="preload" href="${name}" as="font" type="font/ttf" crossorigin>\n`,
  );
  return html.replace('</title>', `</title>\n${links.join('')}`).replace('<body', '<body hidden');
}

/**
 * Script for the port to run in the page before printing: shows the page and waits until every face its
 * words are drawn with is loaded. Those of the page numbers, which stand in margin boxes and in the counted
 * contents, are asked for by name, and most words are in the same files; what else is drawn is fetched as
 * the layout asks for it, so a piece that only another role needs is not. Yields the families that could not be loaded.
 */
export const loadEveryFace = `(async () => {
  const families = new Set([...document.fonts].map(({ weight, family }) => weight + ' 16px ' + family));
  await Promise.allSettled([...families].map((font) => document.fonts.load(font, '${PAGE_NUMBERS}')));
  document.body.hidden = false;
  for (;;) {
    document.body.getBoundingClientRect();
    const awaited = [...document.fonts].filter(({ status }) => status === 'loading');
    if (awaited.length === 0) break;
    await Promise.allSettled(awaited.map(({ loaded }) => loaded));
  }
  return [...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => family);
})()`;

/** The same for counting: the words are laid out and not drawn, on screen nor paper; five times as fast to print. */
export const loadUndrawn = `document.documentElement.style.visibility = 'hidden';
${loadEveryFace}`;

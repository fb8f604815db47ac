/**
 * One page to be printed to PDF by Chromium. `html` asks for its stylesheet as `brief.css`, relative to its
 * own address; fonts are asked for at the addresses the stylesheet names. No script runs in the page.
 */
export interface PrintJob {
  html: string;
  stylesheet: string;
  options: PrintOptions;
  /**
   * 'first': a second job of the same page follows, which differs in the contents' page numbers alone, so
   * the page may be kept as it is loaded. 'second': `numbers` are those it has. Both are whole pages: a
   * port may do without.
   */
  pass?: 'first' | { second: readonly string[] };
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
  /** Loads the job, waits until every face is loaded (`loadEveryFace`), prints. Rejects when it cannot. */
  print(job: PrintJob): Promise<Uint8Array>;
  /** Ends the job in hand, whose `print` then rejects; nothing where there is none. */
  stop?(): void;
  /** Lets a page go that is kept for a second job. */
  release?(): void;
}

export const briefPrintOptions: PrintOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};

/** Script that writes the contents' page numbers into a page that is kept. */
export function fillNumbers(numbers: readonly string[]): string {
  return `${JSON.stringify(numbers)}.forEach((number, index) => {
    const place = document.querySelectorAll('.contents .page')[index];
    if (place) place.textContent = number;
  })`;
}

/**
 * Script for the port to run in the page before printing: waits until every face its words are drawn with
 * is loaded. Faces are fetched as the layout asks for them, so a piece that only another role needs is
 * not; those of the page numbers, which stand in margin boxes and in the second pass' contents, are asked
 * for by name. Yields the families that could not be loaded.
 */
export const loadEveryFace = `(async () => {
  const families = new Set([...document.fonts].map(({ weight, family }) => weight + ' 16px ' + family));
  await Promise.allSettled([...families].map((font) => document.fonts.load(font, '— 0123456789')));
  for (;;) {
    document.body.getBoundingClientRect();
    const awaited = [...document.fonts].filter(({ status }) => status === 'loading');
    if (awaited.length === 0) break;
    await Promise.allSettled(awaited.map(({ loaded }) => loaded));
  }
  return [...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => family);
})()`;

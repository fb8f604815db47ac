/** The parts that are used of packages that bring no types. */

declare module 'word-extractor' {
  interface PartOptions {
    /** False keeps “ ” and … as they are instead of turning them into ASCII. */
    filterUnicode?: boolean;
    includeHeadersAndFooters?: boolean;
  }

  interface WordDocument {
    getBody(options?: PartOptions): string;
    getFootnotes(options?: PartOptions): string;
    getEndnotes(options?: PartOptions): string;
    getTextboxes(options?: PartOptions): string;
    getAnnotations(options?: PartOptions): string;
  }

  export default class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }
}

/** Imported for its effect: it defines the parser in the thread that imports it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}

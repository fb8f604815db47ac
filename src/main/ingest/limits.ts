/** What one file may cost. Every refusal names its limit. */

const MEGABYTE = 1024 * 1024;

/** Larger files are refused by their size, before a byte is read. */
export const LARGEST_FILE_BYTES = 60 * MEGABYTE;

/** Of the text of one file, counted in UTF-8. */
export const LARGEST_TEXT_BYTES = 50 * MEGABYTE;

/** Of one part of a docx or ofd after inflating. */
export const LARGEST_PART_BYTES = 64 * MEGABYTE;

/** Of all parts of a docx or ofd that are read, together. */
export const LARGEST_PARTS_BYTES = 128 * MEGABYTE;

/** Inflated to packed size, checked once a part has passed `RATIO_CHECKED_FROM_BYTES`. Word's own parts reach about 40. */
export const LARGEST_RATIO = 200;
export const RATIO_CHECKED_FROM_BYTES = 4 * MEGABYTE;

/** Entries of a docx or ofd: a report with a few hundred pictures has about a thousand. */
export const MOST_ENTRIES = 10_000;

/** Nesting of elements in a part. A table in a table in a text box needs about 40. */
export const DEEPEST_NESTING = 400;

/** Markup of one html file: beyond it the tree outgrows the memory of the reader. */
export const LARGEST_HTML_BYTES = 16 * MEGABYTE;

/** Pages of one pdf or ofd. */
export const MOST_PAGES = 3000;

/**
 * By which the process may grow while one file is read; above it the reading thread is ended. Between two
 * looks a parser can take another hundred; with the process itself that stays below 512 MB.
 */
export const READER_MEMORY_MEGABYTES = 288;

/** Of its heap alone, enforced by the engine. */
export const READER_HEAP_MEGABYTES = 256;

export const READER_POLL_MILLISECONDS = 10;

export const READER_MILLISECONDS = 20_000;

export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE)} MB`;
}

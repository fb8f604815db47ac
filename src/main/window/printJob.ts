import { readFile, writeFile } from 'node:fs/promises';
import type { PrintJob, PrintPort } from '../export/printPort.ts';

const SWITCH = '--print-job=';

/** A job of the command line, which has no window of its own: a JSON file in, a PDF file out. */
export interface PrintJobFile {
  jobFile: string;
  pdfFile: string;
}

/** Finds `--print-job=JOB.json` among the arguments; the PDF is written beside it. */
export function findPrintJob(argv: readonly string[]): PrintJobFile | null {
  const jobFile = argv.find((argument) => argument.startsWith(SWITCH))?.slice(SWITCH.length);
  return jobFile ? { jobFile, pdfFile: `${jobFile}.pdf` } : null;
}

/** Prints the jobs in the file's order through the app's own print window. */
export async function runPrintJob(
  { jobFile, pdfFile }: PrintJobFile,
  port: PrintPort,
): Promise<void> {
  const job = JSON.parse(await readFile(jobFile, 'utf8')) as PrintJob;
  await writeFile(pdfFile, await port.print(job));
}

/*
 * Whether an import keeps its memory: one folder of many reports into one library, the resident memory of
 * the importing process in the last tenth of the files against the second tenth, in which everything has
 * been loaded and compiled.
 * Run: node bench/importMemory.ts [reports]     the full run is 18000, some ten minutes on a quiet machine
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFolder, inventReports, writeReport } from './importing/servedFolder.ts';
import { median, reportRatio } from './statistics.ts';

const count = Number(process.argv[2] ?? 3000);
const MEGABYTE = 1024 * 1024;

/** The memory the generator takes is not the import's: it runs in a process of its own. */
const [, , , writeInto] = process.argv;
if (writeInto === undefined) await measure();
else writeAll(writeInto);

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhenjian-bench-memory-'));
  try {
    const files = join(folder, 'files');
    spawnSync(process.execPath, [import.meta.filename, String(count), files], { stdio: 'inherit' });
    const resident: number[] = [];
    const start = performance.now();
    await importFolder(files, join(folder, 'library'), () => {
      resident.push(process.memoryUsage.rss() / MEGABYTE);
    });
    const seconds = (performance.now() - start) / 1e3;
    process.stdout.write(
      `${count} reports in ${seconds.toFixed(0)} s; resident megabytes by tenth:`,
    );
    const tenths = Array.from({ length: 10 }, (_, tenth) =>
      median(resident.slice((tenth * count) / 10, ((tenth + 1) * count) / 10)),
    );
    process.stdout.write(` ${tenths.map((each) => each.toFixed(0)).join(' ')}\n`);
    process.stdout.write(`  at most ${Math.max(...resident).toFixed(0)}\n`);
    const [, second = 0] = tenths;
    reportRatio('memory in the last tenth ÷ in the second', (tenths.at(-1) ?? 0) / second, 1.2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeAll(folder: string): void {
  let at = 0;
  for (const report of inventReports(count)) {
    writeReport(folder, at, report);
    at += 1;
  }
}

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrintPort } from '../export/printPort.ts';

/**
 * Prints through the app itself: its main bundle is started for one job, prints it in its own hidden
 * window and ends. The program that can run the bundle is named by ELECTRON_EXEC_PATH.
 */
export function createHostPrinter(projectDir: string): PrintPort {
  return {
    print: async (job) => {
      const host = process.env.ELECTRON_EXEC_PATH;
      if (host === undefined) throw new Error('ELECTRON_EXEC_PATH names no program to print with');
      const folder = await mkdtemp(join(tmpdir(), 'zhenjian-print-'));
      try {
        const jobFile = join(folder, 'job.json');
        await writeFile(jobFile, JSON.stringify(job));
        await runHost(host, [
          projectDir,
          `--user-data-dir=${join(folder, 'profile')}`,
          `--print-job=${jobFile}`,
        ]);
        return await readFile(`${jobFile}.pdf`);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function runHost(host: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // What the host prints must not reach the command's one JSON document.
    const child = spawn(host, args, { stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the print host ended with ${code}`));
    });
  });
}

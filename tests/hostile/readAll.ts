/**
 * Reads every file of the folders and paths given, as import does: listed, then each through the reading worker.
 * One JSON line an outcome, then one with the greatest memory the process ever had. Run by hostile.test.ts in a
 * process of its own, so that what is measured is the reader and nothing else.
 */
import { openReader } from '../../src/main/ingest/readInWorker.ts';
import { listSources } from '../../src/main/ingest/sources.ts';

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

const { files, failures } = await listSources(process.argv.slice(2));
for (const { path, name, failure } of failures)
  print({ path, name, outcome: { ok: false, failure } });

// Less than the app allows: one of the files is there to run into it.
const reader = openReader({ milliseconds: 6000 });
for (const { path, name } of files) {
  const started = performance.now();
  const outcome = await reader.readPath(path, name);
  const milliseconds = Math.round(performance.now() - started);
  // Long texts stay here: the ends are enough to tell that they came whole.
  const text = outcome.ok ? clip(outcome.text) : '';
  print({
    path,
    name,
    milliseconds,
    outcome: outcome.ok ? { ...outcome, text, extracted: clip(outcome.extracted) } : outcome,
    residentMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
}
await reader.close();

function clip(text: string): string {
  return text.length > 200_000 ? text.slice(0, 100_000) + text.slice(-100_000) : text;
}

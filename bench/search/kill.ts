/**
 * Kills a process in the middle of imports, 200 times, and checks after each kill that documents and
 * postings agree: `node bench/search/kill.ts [times]`. Exits with 1 at the first disagreement.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTextSearch, SEARCH_SCHEMA } from '../../src/main/search/index.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { randomNumbers } from './corpus.ts';

const times = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'search-kill-'));
const path = join(folder, 'library.db');
const random = randomNumbers(5);

const fresh = openConnection(path);
fresh.exec(SEARCH_SCHEMA);
fresh.exec('CREATE TABLE document (key INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
fresh.close();

/** Starts an import and kills it a little after its first document was written. */
async function importAndKill(): Promise<void> {
  const script = fileURLToPath(new URL('./killProcess.ts', import.meta.url));
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await new Promise((resolve) => setTimeout(resolve, random() * 60));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** What is in the library and what is found, which must be the same. */
function disagreement(): string | undefined {
  const connection = openConnection(path);
  try {
    const documents = connection
      .prepare<[], number>('SELECT key FROM document ORDER BY key')
      .pluck()
      .all();
    const search = createTextSearch(connection);
    // Every document of the import ends with these words, once.
    const { groups } = search.search({ query: '本篇到此为止', limit: 1 });
    const found = groups.map(({ documentKey }) => documentKey);
    if (found.join() !== documents.join()) return `documents ${documents}, found ${found}`;
    const { disagreements } = search.selfCheck(10, random);
    return disagreements.length === 0 ? undefined : JSON.stringify(disagreements);
  } finally {
    connection.close();
  }
}

let wrong: string | undefined;
for (let i = 0; i < times && wrong === undefined; i++) {
  await importAndKill();
  wrong = disagreement();
}
rmSync(folder, { recursive: true });
console.log(wrong ?? `${times} kills, documents and postings agree`);
process.exitCode = wrong === undefined ? 0 : 1;

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, readInWorker } from './readInWorker.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '镇鉴 读取-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('各位代表：现在，我代表镇人民政府作工作报告。');

/** A worker that misbehaves in one way, in place of the real one. */
async function faultyWorker(name: string, body: string): Promise<URL> {
  const path = join(folder, `${name}.mjs`);
  await writeFile(
    path,
    `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { ${body} });\n`,
  );
  return pathToFileURL(path);
}

describe('reading in a worker', { timeout: 60_000 }, () => {
  it('reads many files one after the other through one reader', async () => {
    const reader = openReader();
    const path = join(folder, '报告.txt');
    await writeFile(path, bytes);
    const outcomes = await Promise.all([
      reader.readBytes('粘贴的文字', bytes),
      reader.readPath(path, '报告.txt'),
      reader.readPath(join(folder, '没有.txt'), '没有.txt'),
    ]);
    await reader.close();
    expect(outcomes[0]).toMatchObject({ ok: true, format: 'txt', encoding: 'utf-8' });
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toMatchObject({ ok: false, failure: { code: 'missing-file' } });
  });

  it.each([
    ['crashes', 'process.exit(7)', 'reader-stopped'],
    ['throws', "throw new Error('boom')", 'reader-stopped'],
    ['never ends', 'while (true);', 'time-limit'],
    [
      'fills the heap',
      'const all = []; while (true) all.push(Array.from({ length: 1000 }, (_, i) => ({ i })))',
      'memory-limit',
    ],
    [
      'fills memory outside the heap',
      'globalThis.all = []; while (true) globalThis.all.push(new Uint8Array(1e6).fill(1))',
      'memory-limit',
    ],
  ])('makes an outcome of a worker that %s, and reads on', async (_name, body, code) => {
    const workerUrl = await faultyWorker(`faulty-${body.length}`, body);
    // Only the worker that never ends may run into the clock, however slow the machine.
    const milliseconds = code === 'time-limit' ? 500 : 20_000;
    const reader = openReader({ workerUrl, milliseconds, memoryMegabytes: 60 });
    const first = await reader.readBytes('坏.pdf', bytes);
    const second = await reader.readBytes('又坏.pdf', bytes);
    await reader.close();
    const failed = (name: string) => ({
      ok: false,
      failure: { code, message: expect.stringContaining(name) },
    });
    expect(first).toMatchObject(failed('“坏.pdf”'));
    expect(second).toMatchObject(failed('“又坏.pdf”'));
  });

  it('stops at once when cancelled, before and during reading', async () => {
    const workerUrl = await faultyWorker('stuck', 'while (true);');
    const reader = openReader({ workerUrl });
    const cancel = new AbortController();
    const reading = reader.readBytes('慢.pdf', bytes, { signal: cancel.signal });
    const waiting = reader.readBytes('排队.pdf', bytes, { signal: cancel.signal });
    setTimeout(() => cancel.abort(), 100);
    expect(await reading).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(await waiting).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    await reader.close();
  });

  it('reads a single file in a worker of its own', async () => {
    expect(await readInWorker({ name: 'a.txt', bytes })).toMatchObject({ ok: true });
  });
});

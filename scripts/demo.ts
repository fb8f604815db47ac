/** Walks the main journey through the built app and keeps what a person would see. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { walkDemo, writeSummary } from '../tests/demo/walk.ts';
import { makeFolder, openDesk, ROOT, removeFolder } from '../tests/journeys/desk.ts';
import { findHost } from '../tests/launch/findHost.ts';

const folder = join(ROOT, 'out', 'demo');
rmSync(folder, { recursive: true, force: true });
const { reason } = findHost();
process.stdout.write(`${reason}\n`);
const data = makeFolder();
const desk = await openDesk(data);
try {
  const steps = await walkDemo(desk, folder);
  writeSummary(folder, reason, steps);
  for (const { done } of steps) process.stdout.write(`✓ ${done}\n`);
  process.stdout.write(
    '图片、PDF 和小结在 out/demo/。\nPictures, the PDF and a summary are in out/demo/.\n',
  );
} finally {
  await desk.close();
  removeFolder(data);
}

/** `node scripts/manual.mjs`: takes the pictures of docs/使用手册.md anew, in docs/pictures/. */
import { buildWhenStale } from './setup/build.mjs';
import { main, runNode } from './setup/run.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  setUp('start');
  await buildWhenStale();
  return runNode(['scripts/manual.ts']);
});

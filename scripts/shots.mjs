/** `npm run shots`: pictures of every view, light and dark, at both screen sizes, in out/shots/. */
import { buildWhenStale } from './setup/build.mjs';
import { main, runNode } from './setup/run.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  setUp('start');
  await buildWhenStale();
  return runNode(['scripts/shots.ts']);
});

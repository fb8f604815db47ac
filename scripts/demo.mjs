/** `npm run demo`: the main journey on the sample, headless; pictures, PDF and summary in out/demo/. */
import { buildWhenStale } from './setup/build.mjs';
import { main, runNode } from './setup/run.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  setUp('start');
  await buildWhenStale();
  return runNode(['scripts/demo.ts']);
});

/** `npm run torture`: every trial at its full number, or one by its name; one of them walks the built app. */
import { buildWhenStale } from './setup/build.mjs';
import { main, runNode } from './setup/run.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  setUp('test');
  await buildWhenStale();
  return runNode(['scripts/torture.ts', ...process.argv.slice(2)]);
});

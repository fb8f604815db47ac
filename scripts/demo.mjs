/** `npm run demo`: the walk through the app without a display, as `npm start` does where there is none. */
import { buildWhenStale } from './setup/build.mjs';
import { main, runNode } from './setup/run.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  setUp('start');
  await buildWhenStale();
  return runNode(['scripts/demo.ts']);
});

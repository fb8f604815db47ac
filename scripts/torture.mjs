/** `npm run torture`: kills, killed restores, damaged pages and a full disk, at their full numbers. */
import { main, runNode } from './setup/run.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  setUp('test');
  return runNode(['scripts/torture.ts', ...process.argv.slice(2)]);
});

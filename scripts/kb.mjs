/** `npm run kb -- COMMAND …`: the command line, on the project's own Node and with a program that prints. */
import { buildWhenStale } from './setup/build.mjs';
import { main, runNode } from './setup/run.mjs';

await main(async () => {
  const args = process.argv.slice(2);
  // Printing goes through the app itself, which must have been built.
  if (args.includes('brief')) await buildWhenStale();
  return runNode(['scripts/kb.ts', ...args]);
});

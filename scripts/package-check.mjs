/**
 * `node scripts/package-check.mjs`: package layout, stand-in dist, not runnable. Lays the app out for
 * Linux x64, Linux arm64 and Windows x64 with our electron-builder.yml and looks at what would be installed.
 */
import { buildWhenStale } from './setup/build.mjs';
import { getCommand, main, runNode } from './setup/run.mjs';

await main(async () => {
  await buildWhenStale();
  return runNode([getCommand('vitest'), 'run', '--config', 'tests/package/vitest.config.ts']);
});

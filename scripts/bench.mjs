/** `npm run bench`: every measurement against its peer, one after another; ratios beside their bounds. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale } from './setup/build.mjs';
import { main, ROOT, runNode } from './setup/run.mjs';
import { setUp } from './setup.mjs';

/** Measurements that stand in a folder of their own, with the sizes of a short run. */
const LARGE = [['bench/search/run.ts', '150', '1200']];

await main(async () => {
  setUp('test');
  await buildWhenStale();
  const small = readdirSync(join(ROOT, 'bench'))
    .filter((name) => name.endsWith('.ts') && name !== 'statistics.ts')
    .map((name) => [`bench/${name}`]);
  let worst = 0;
  for (const args of [...small, ...LARGE]) {
    process.stdout.write(`\n── ${args[0]}\n`);
    worst = Math.max(worst, await runNode(args));
  }
  return worst;
});

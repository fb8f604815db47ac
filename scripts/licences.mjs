/**
 * `npm run licences`: every library and typeface that is shipped, with its licence, from the packages
 * themselves. Ends with an error where a package names none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, ROOT } from './setup/run.mjs';
import { listShipped } from './setup/shipped.mjs';

/** Faces whose package is licensed apart from the face in it. */
const FACES = { 'lxgw-wenkai-webfont': 'OFL-1.1 (face), MIT (package)' };

await main(() => {
  const lines = listShipped().map(([path]) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(ROOT, path, 'package.json'), 'utf8'),
    );
    return [name, version, FACES[name] ?? license ?? ''];
  });
  const own = readdirSync(join(ROOT, 'resources', 'fonts')).filter((file) => /\.ttf$/.test(file));
  for (const file of own) lines.push([`resources/fonts/${file}`, '', 'OFL-1.1']);
  const words = new Set(lines.map((line) => line.join('\t')));
  for (const line of [...words].sort()) process.stdout.write(`${line}\n`);
  const unnamed = lines.filter(([, , licence]) => licence === '').map(([name]) => name);
  if (unnamed.length === 0) return 0;
  process.stderr.write(
    `没有写明许可的组件：${unnamed.join('、')}\nNo licence named: ${unnamed.join(', ')}\n`,
  );
  return 1;
});

/**
 * `npm run licences`: every library and typeface that is shipped, with its licence, from the packages
 * themselves. Ends with an error where a package names none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, ROOT } from './setup/run.mjs';

/** Built into the window or laid beside the app, though development dependencies. */
const BUNDLED = [
  'react',
  'react-dom',
  '@base-ui/react',
  'pinyin-pro',
  '@fontsource/noto-serif-sc',
  '@fontsource/noto-sans-sc',
  'lxgw-wenkai-webfont',
];

/** Faces whose package is licensed apart from the face in it. */
const FACES = { 'lxgw-wenkai-webfont': 'OFL-1.1 (face), MIT (package)' };

const read = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** The package with everything it depends on, each once. */
function collect(name, found) {
  if (found.has(name)) return;
  const { version, license, dependencies = {} } = read(`node_modules/${name}/package.json`);
  found.set(name, { version, licence: FACES[name] ?? license ?? '' });
  for (const each of Object.keys(dependencies)) collect(each, found);
}

await main(() => {
  const found = new Map();
  const { dependencies } = read('package.json');
  for (const name of [...Object.keys(dependencies), ...BUNDLED]) collect(name, found);
  for (const [name, { version, licence }] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    process.stdout.write(`${name}\t${version}\t${licence}\n`);
  }
  const own = readdirSync(join(ROOT, 'resources', 'fonts')).filter((file) => /\.ttf$/.test(file));
  for (const file of own) process.stdout.write(`resources/fonts/${file}\t\tOFL-1.1\n`);
  const unnamed = [...found].filter(([, { licence }]) => licence === '').map(([name]) => name);
  if (unnamed.length === 0) return 0;
  process.stderr.write(
    `没有写明许可的组件：${unnamed.join('、')}\nNo licence named: ${unnamed.join(', ')}\n`,
  );
  return 1;
});

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getCommand, Refusal, ROOT, runNode, say } from './run.mjs';

const OUTPUTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
const SOURCES = ['src', 'electron.vite.config.ts', 'package-lock.json'];

/** Builds the app when a source is newer than what was built from it. */
export async function buildWhenStale() {
  const built = OUTPUTS.map((path) => join(ROOT, path));
  const oldest = Math.min(...built.map((path) => (existsSync(path) ? modifiedAt(path) : 0)));
  if (SOURCES.every((path) => newestIn(join(ROOT, path)) < oldest)) return;
  say('正在构建……', 'Building …');
  const code = await runNode([getCommand('electron-vite'), 'build'], { aside: true });
  if (code !== 0) throw new Refusal('构建失败。\nThe build failed.');
}

function newestIn(path) {
  if (!statSync(path).isDirectory()) return modifiedAt(path);
  const inside = readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !/\.(test|cases)\.tsx?$/.test(name))
    .map(({ name }) => newestIn(join(path, name)));
  return Math.max(0, ...inside);
}

function modifiedAt(path) {
  return statSync(path).mtimeMs;
}

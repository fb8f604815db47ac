/** `npm start`: set-up, a build when the sources are newer, then the app, or its demo headless. */
import { buildWhenStale } from './setup/build.mjs';
import { main, runNode, say } from './setup/run.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  setUp('start');
  await buildWhenStale();
  if (hasDisplay()) return runNode(['scripts/open.ts', ...process.argv.slice(2)]);
  say(
    '没有图形界面:改为在后台走一遍演示流程,图片、PDF 和小结放在 out/demo/。',
    'No display: running the demo headless instead; pictures, PDF and summary go to out/demo/.',
  );
  return runNode(['scripts/demo.ts']);
});

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

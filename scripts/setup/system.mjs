import { spawnSync } from 'node:child_process';
import { hasElectron } from './electron.mjs';
import { isOnPath, Refusal, say, succeeds } from './run.mjs';

/** What the system must have: the Debian package, and how to see that it is there. */
const NEEDS = [
  {
    name: 'chromium',
    for: ['start', 'test'],
    isThere: () => hasElectron() || isOnPath('chromium'),
  },
  { name: 'fonts-noto-cjk', for: ['start', 'test'], isThere: hasChineseFont },
  { name: 'poppler-utils', for: ['test'], isThere: () => isOnPath('pdftotext') },
  { name: 'procps', for: ['test'], isThere: () => isOnPath('ps') },
  { name: 'iproute2', for: ['test'], isThere: () => isOnPath('ip') },
];

/** Installs missing Debian packages where this may be done without asking, else says how to. */
export function installSystemPackages(purpose) {
  if (process.platform !== 'linux') return requireElectron();
  const missing = NEEDS.filter((need) => need.for.includes(purpose) && !need.isThere());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  const sudo = process.getuid() === 0 ? [] : ['sudo', '-n'];
  const mayInstall = isOnPath('apt-get') && (sudo.length === 0 || mayUseSudo());
  if (mayInstall) {
    say(
      `正在从 Debian 软件源安装:${names.join('、')}……`,
      `Installing from Debian's packages: ${names.join(', ')} …`,
    );
    const run = (...args) => {
      const [program, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', ...args];
      return succeeds(program, rest);
    };
    // Lists that are out of date name files that are gone; lists that cannot be had may still do.
    run('apt-get', 'update', '-q');
    run(...command.split(' '));
  }
  if (missing.every(({ isThere }) => isThere())) return;
  throw new Refusal(
    `缺少 ${names.join('、')},请运行:sudo ${command}\n` +
      `Missing: ${names.join(', ')}; run: sudo ${command}`,
  );
}

function requireElectron() {
  if (hasElectron()) return;
  throw new Refusal(
    '没有 Electron,请在能上网时运行:npx install-electron\n' +
      'Electron is missing; with a network connection run: npx install-electron',
  );
}

function mayUseSudo() {
  return isOnPath('sudo') && succeeds('sudo', ['-n', 'true'], { quiet: true });
}

function hasChineseFont() {
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

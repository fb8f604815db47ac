/**
 * Makes a fresh clone ready: `node scripts/setup.mjs [--for=start|test]`. It says what it installs
 * before it does, installs nothing twice, and needs no network when nothing is missing.
 */
import { obtainElectron } from './setup/electron.mjs';
import { installPackages } from './setup/packages.mjs';
import { getNode, main } from './setup/run.mjs';
import { installSystemPackages } from './setup/system.mjs';

export function setUp(purpose) {
  installPackages();
  getNode();
  obtainElectron();
  installSystemPackages(purpose);
}

if (import.meta.filename === process.argv[1]) {
  const purpose = process.argv.includes('--for=test') ? 'test' : 'start';
  await main(() => setUp(purpose));
}

/** Opens the built app in a window and ends with it. */
import { spawn } from 'node:child_process';
import { findHost } from '../tests/launch/findHost.ts';

const { kind, executablePath, reason } = findHost();
process.stderr.write(`${reason}\n`);
// Electron refuses to run as root with its sandbox; nobody else starts it without.
const switches = kind === 'electron' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const app = spawn(executablePath, ['.', ...switches, ...process.argv.slice(2)], {
  cwd: new URL('..', import.meta.url),
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => app.kill(signal));
app.once('exit', (code) => {
  process.exitCode = code ?? 1;
});

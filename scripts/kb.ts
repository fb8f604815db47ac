/** Names the program that runs the app for printing, then hands over to the command line. */
import { findHost } from '../tests/launch/findHost.ts';

process.env.ELECTRON_EXEC_PATH ??= findHost().executablePath;
// A print window needs no display, and must not flash up where there is one.
process.env.ELECTRON_STAND_IN_HEADLESS ??= '1';
await import('../src/main/cli/kb.ts');

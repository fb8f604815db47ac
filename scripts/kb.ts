/** Names the program that runs the app for printing, then hands over to the command line. */
import { findHost } from '../tests/launch/findHost.ts';

process.env.ELECTRON_EXEC_PATH ??= findHost().executablePath;
await import('../src/main/cli/kb.ts');

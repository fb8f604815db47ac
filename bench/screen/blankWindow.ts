import { join } from 'node:path';
import { _electron, type Locator } from 'playwright-core';
import { findHost } from '../../tests/launch/findHost.ts';

/** Asks without pause: Playwright's own waiting looks again only after 20, 50, 100, 100 and 500 ms. */
export async function untilVisible(wanted: Locator): Promise<void> {
  while (!(await wanted.isVisible()));
}

/** The least the same host can do: one window with an empty page. */
export async function openBlank(userDataDir: string) {
  const app = await _electron.launch({
    executablePath: findHost().executablePath,
    cwd: join(import.meta.dirname, '../blank'),
    args: ['.', `--user-data-dir=${userDataDir}`],
    env: { ...process.env, ELECTRON_STAND_IN_HEADLESS: '1' } as Record<string, string>,
  });
  const page = await app.firstWindow();
  await untilVisible(page.getByText('blank'));
  return { app, page };
}

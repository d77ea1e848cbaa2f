import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openWindow, root, type FirthWindow, type LaunchOptions } from './open-window.ts';

/** A window for one test: a picture is taken when the test fails, and the window never outlives it. */
export async function launchFirth(options: LaunchOptions = {}): Promise<FirthWindow> {
  const window = await openWindow(options);
  const { app, page } = window;
  let isOpen = true;
  app.once('close', () => (isOpen = false));
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail' && isOpen) {
      const picture = join(root, 'test-results', `${task.name.replaceAll(/\W+/g, '-')}.png`);
      // A page that hangs gives no picture.
      await page.screenshot({ path: picture, timeout: 5000 }).catch(() => undefined);
      console.error(`${picture}\n${window.errors()}`);
    }
    if (isOpen) app.process().kill('SIGKILL');
  });
  return window;
}

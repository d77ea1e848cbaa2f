import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export const root = join(import.meta.dirname, '..', '..');
const double = join(root, 'tests', 'double', 'bin');

// The same tests run on Electron itself wherever its program is.
if (
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined &&
  !existsSync(join(root, 'node_modules', 'electron', 'path.txt'))
)
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = double;

export interface LaunchOptions {
  /** Folder of the application's data; a new one unless given. */
  readonly userData?: string;
  readonly language?: 'en-US' | 'zh-CN';
  /** Further arguments, as from a double click on a project file. */
  readonly args?: readonly string[];
  /** Folder in which dropped files lie. */
  readonly drops?: string;
  /** A packed program, instead of what was built in the checkout. */
  readonly program?: string;
}

/** A window of the built application, with the dialogs of the system scripted. */
export interface FirthWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** What the next dialogs for opening give back. */
  choose(...paths: readonly string[]): Promise<void>;
  /** What the next dialogs for saving give back; null cancels. */
  saveTo(path: string | null): Promise<void>;
  /** Which button questions are answered with, by its place. */
  answer(button: number): Promise<void>;
  /** What the program and the page complained about. */
  errors(): string;
  close(): Promise<void>;
  /** As a crash: no chance to say anything. */
  kill(): Promise<void>;
}

export async function openWindow(options: LaunchOptions = {}): Promise<FirthWindow> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'firth-e2e-'));
  const packed = options.program === undefined ? undefined : { executablePath: options.program };
  const app = await _electron.launch({
    ...packed,
    args: [
      ...(packed === undefined ? [root] : []),
      `--user-data-dir=${userData}`,
      `--lang=${options.language ?? 'en-US'}`,
      ...(options.args ?? []),
    ],
    cwd: root,
    env: {
      ...(process.env as Record<string, string>),
      FIRTH_DOUBLE: join(double, 'electron'),
      FIRTH_DOUBLE_HEADLESS: '1',
      FIRTH_DOUBLE_DROPS: options.drops ?? '',
    },
  });
  let errors = '';
  app.process().stderr!.on('data', (data: Buffer) => (errors += data.toString()));
  const page = await app.firstWindow();
  page.on('pageerror', (error) => (errors += `${error.stack ?? error.message}\n`));
  page.setDefaultTimeout(60_000);
  await page
    .getByRole('navigation')
    .waitFor()
    .catch((error: unknown) => {
      app.process().kill('SIGKILL');
      throw new Error(`the window did not come up\n${errors}`, { cause: error });
    });
  return {
    app,
    page,
    userData,
    errors: () => errors,
    choose: (...paths) =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
      }, paths as string[]),
    saveTo: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () =>
          Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
      }, path),
    answer: (button) =>
      app.evaluate(({ dialog }, response) => {
        dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false });
      }, button),
    close: () => app.close(),
    async kill() {
      const child = app.process();
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

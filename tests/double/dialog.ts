import { spawn, spawnSync } from 'node:child_process';
import { isShown } from './session.ts';

interface DialogOptions {
  readonly title?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly defaultPath?: string;
  readonly properties?: readonly string[];
  readonly buttons?: readonly string[];
  readonly defaultId?: number;
  readonly cancelId?: number;
}

/** Runs zenity where a person can see it. @returns what it printed; null when it was cancelled or is not here */
async function ask(args: readonly string[]): Promise<string | null> {
  if (!isShown) return null;
  if (spawnSync('zenity', ['--version'], { stdio: 'ignore' }).error !== undefined) {
    console.error('Choosing files needs zenity here (Debian: apt-get install zenity).');
    return null;
  }
  const child = spawn('zenity', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (data: Buffer) => (text += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  return code === 0 || text !== '' ? text.trimEnd() : null;
}

/** Electron's `dialog`. Tests put functions of their own in its place. */
export const dialog = {
  async showOpenDialog(_window: unknown, { title = 'Firth', properties = [] }: DialogOptions) {
    const chosen = await ask([
      '--file-selection',
      '--separator=\n',
      `--title=${title}`,
      ...(properties.includes('openDirectory') ? ['--directory'] : []),
      ...(properties.includes('multiSelections') ? ['--multiple'] : []),
    ]);
    return { canceled: chosen === null, filePaths: chosen === null ? [] : chosen.split('\n') };
  },
  async showSaveDialog(_window: unknown, { title = 'Firth', defaultPath = '' }: DialogOptions) {
    const chosen = await ask(['--file-selection', '--save', `--title=${title}`, `--filename=${defaultPath}`]);
    return { canceled: chosen === null, filePath: chosen ?? '' };
  },
  async showMessageBox(
    _window: unknown,
    { message = '', detail = '', buttons = [], cancelId = 0 }: DialogOptions,
  ) {
    const chosen = await ask([
      '--question',
      '--switch',
      '--no-markup',
      `--text=${message}\n\n${detail}`,
      ...buttons.map((button) => `--extra-button=${button}`),
    ]);
    const response = chosen === null ? -1 : buttons.indexOf(chosen);
    return { response: response < 0 ? cancelId : response, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string) {
    console.error(`${title}\n${content}`);
  },
};

import { EventEmitter } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEvent } from './event.ts';
import { launch } from './launch.ts';

interface Closable {
  close(): void;
  isDestroyed(): boolean;
  readonly gone: Promise<unknown>;
}

const manifest = JSON.parse(readFileSync(join(launch.appPath, 'package.json'), 'utf8')) as {
  name?: string;
  productName?: string;
  version?: string;
};

/** Electron's `app`, as far as Firth and test programs use it. */
export class App extends EventEmitter {
  readonly isPackaged = launch.packed;
  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void launch.switches.set(name, value),
    removeSwitch: (name: string) => void launch.switches.delete(name),
    hasSwitch: (name: string) => launch.switches.has(name),
    getSwitchValue: (name: string) => launch.switches.get(name) ?? '',
  };
  name = manifest.productName ?? manifest.name ?? 'Electron';
  /** Given by the windows: which there are, and how the browser is ended. */
  windows: () => readonly Closable[] = () => [];
  endBrowser: () => Promise<void> = () => Promise.resolve();
  #ready = Promise.withResolvers<undefined>();
  #isReady = false;
  #isQuitting = false;
  #lock: string | null = null;

  /** Electron is ready only when the main script has run up to its first await. */
  start(): void {
    this.#isReady = true;
    this.#ready.resolve(undefined);
    this.emit('ready', {}, {});
  }

  whenReady(): Promise<unknown> {
    return this.#ready.promise;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getName(): string {
    return this.name;
  }

  getVersion(): string {
    return manifest.version ?? '';
  }

  getAppPath(): string {
    return launch.appPath;
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getLocale(): string {
    return launch.switches.get('lang') ?? new Intl.DateTimeFormat().resolvedOptions().locale;
  }

  enableSandbox(): void {
    // Chromium's own sandbox is on unless the machine forbids it.
  }

  getPath(name: string): string {
    const config =
      process.platform === 'win32'
        ? process.env['APPDATA']
        : process.platform === 'darwin'
          ? join(homedir(), 'Library', 'Application Support')
          : process.env['XDG_CONFIG_HOME'];
    const appData = config === undefined || config === '' ? join(homedir(), '.config') : config;
    const userData = launch.switches.get('user-data-dir') ?? join(appData, this.name);
    const paths = new Map([
      ['home', homedir()],
      ['appData', appData],
      ['userData', userData],
      ['sessionData', userData],
      ['logs', join(userData, 'logs')],
      ['temp', tmpdir()],
      ['documents', join(homedir(), 'Documents')],
      ['downloads', join(homedir(), 'Downloads')],
    ]);
    const path = paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    if (name === 'userData') mkdirSync(path, { recursive: true });
    return path;
  }

  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    const lock = join(folder, 'double.lock');
    const message = 'double.second.';
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        writeFileSync(lock, String(process.pid), { flag: 'wx' });
        this.#lock = lock;
        break;
      } catch {
        if (isAlive(Number(readFileSync(lock, 'utf8')))) {
          writeFileSync(
            join(folder, `${message}${process.pid}`),
            JSON.stringify([process.argv, process.cwd()]),
          );
          return false;
        }
        rmSync(lock, { force: true });
      }
    }
    process.on('exit', () => this.releaseSingleInstanceLock());
    watch(folder, () => {
      for (const file of readdirSync(folder).filter((name) => name.startsWith(message))) {
        const text = readFileSync(join(folder, file), 'utf8');
        if (text === '') continue; // Not written to its end yet: the next change tells.
        rmSync(join(folder, file), { force: true });
        const [args, from] = JSON.parse(text) as [string[], string];
        this.emit('second-instance', createEvent({}), args, from);
      }
    }).unref();
    return true;
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock !== null;
  }

  releaseSingleInstanceLock(): void {
    if (this.#lock !== null) rmSync(this.#lock, { force: true });
    this.#lock = null;
  }

  /** Asks every window; one that stays open stops it. */
  async quit(): Promise<void> {
    if (this.#isQuitting) return;
    const before = createEvent({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#isQuitting = true;
    for (const window of this.windows()) {
      window.close();
      await Promise.race([window.gone, new Promise((resolve) => setTimeout(resolve, 3000))]);
      if (!window.isDestroyed()) {
        this.#isQuitting = false;
        return;
      }
    }
    const will = createEvent({});
    this.emit('will-quit', will);
    if (will.defaultPrevented) this.#isQuitting = false;
    else await this.exit(0);
  }

  async exit(code: number): Promise<never> {
    this.emit('quit', createEvent({}), code);
    await Promise.race([this.endBrowser(), new Promise((resolve) => setTimeout(resolve, 1500))]);
    process.exit(code);
  }

  windowClosed(): void {
    if (this.#isQuitting || this.windows().length > 0) return;
    if (!this.emit('window-all-closed')) void this.quit();
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}

export const app = new App();

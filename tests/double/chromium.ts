import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter((folder) => folder !== undefined);

const candidates = [
  process.env['FIRTH_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...windowsFolders.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  ...windowsFolders.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
];

/** A Chromium, Chrome or Edge of this computer, or undefined. */
export const chromiumPath = (): string | undefined =>
  candidates.find((path) => path !== undefined && existsSync(path));

export type Parameters = Readonly<Record<string, unknown>>;

interface Waiting {
  readonly keep: (value: unknown) => void;
  readonly fail: (reason: Error) => void;
}

/** A running Chromium, spoken to through a pipe: no port is open. Emits `(method, params, sessionId)` events by method, and `gone`. */
export class Chromium extends EventEmitter {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  constructor(child: ChildProcess) {
    super();
    this.setMaxListeners(0);
    this.#process = child;
    let pieces: Buffer[] = [];
    const answers = child.stdio[4] as Readable;
    answers.on('data', (data: Buffer) => {
      let rest = data;
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        pieces.push(rest.subarray(0, end));
        this.#receive(Buffer.concat(pieces).toString());
        pieces = [];
        rest = rest.subarray(end + 1);
      }
      if (rest.length > 0) pieces.push(rest);
    });
    answers.on('error', () => undefined);
    (child.stdio[3] as Writable).on('error', () => undefined);
    child.on('exit', () => {
      for (const { fail } of this.#waiting.values()) fail(new Error('the browser is gone'));
      this.#waiting.clear();
      this.emit('gone');
    });
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as {
      id?: number;
      result?: unknown;
      error?: { message: string };
      method: string;
      params: Parameters;
      sessionId?: string;
    };
    if (message.id === undefined) {
      this.emit(message.method, message.params, message.sessionId);
      this.emit('any', message.method, message.params, message.sessionId);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting?.keep(message.result);
    else waiting?.fail(new Error(message.error.message));
  }

  send<T = Parameters>(method: string, params: Parameters = {}, sessionId?: string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#count += 1;
      this.#waiting.set(this.#count, { keep: resolve as (value: unknown) => void, fail: reject });
      const message = JSON.stringify({ id: this.#count, method, params, sessionId });
      (this.#process.stdio[3] as Writable).write(`${message}\0`);
    });
  }
}

export interface ChromiumOptions {
  readonly headless: boolean;
  /** Address that opens as a window without an address bar; without it no window opens. */
  readonly appAddress: string | null;
  readonly size: readonly [width: number, height: number];
  /** Port on which test programs may connect as well. */
  readonly debuggingPort: string | undefined;
  readonly language: string | undefined;
}

const switches = [
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--disable-search-engine-choice-screen',
  '--disable-back-forward-cache',
  '--disable-popup-blocking',
  '--disable-dev-shm-usage',
  '--disable-infobars',
  '--test-type',
  '--password-store=basic',
  '--use-mock-keychain',
  // The last two begin pages for Chromium's own address field, which nobody sees.
  '--disable-features=Translate,OptimizationHints,MediaRouter,HttpsUpgrades,PaintHolding,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  // Test programs on this computer connect by number; no name is ever looked up.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** @throws Error when there is no Chromium */
export function startChromium(options: ChromiumOptions): Chromium {
  const path = chromiumPath();
  if (path === undefined)
    throw new Error(
      'No Electron, and no Chromium, Chrome or Edge on this computer (FIRTH_CHROMIUM names one).',
    );
  const profile = mkdtempSync(join(tmpdir(), 'firth-chromium-'));
  const { headless, appAddress, size, debuggingPort, language } = options;
  const child = spawn(
    path,
    [
      ...switches,
      `--user-data-dir=${profile}`,
      `--window-size=${size.join(',')}`,
      ...(headless ? ['--headless', '--hide-scrollbars', '--disable-gpu'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
      ...(language === undefined ? [] : [`--lang=${language}`, `--accept-lang=${language}`]),
      appAddress === null ? '--no-startup-window' : `--app=${appAddress}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  // Programs that drive tests wait for these lines of Electron's.
  child.stderr!.on('data', (data: Buffer) => {
    for (const line of data.toString().split('\n'))
      if (/DevTools listening on|Unable to open X display/.test(line)) process.stderr.write(`${line}\n`);
  });
  process.on('exit', () => {
    child.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  });
  return new Chromium(child);
}

import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

// Stands for the module `electron` in unit tests: it records what it is told. `vi.resetModules()` begins anew.

/** An event that can be prevented, as Electron gives it to listeners. */
export function preventable<T extends object>(more: T) {
  const event = {
    ...more,
    defaultPrevented: false,
    preventDefault: () => void (event.defaultPrevented = true),
  };
  return event;
}

export class FakeContents extends EventEmitter {
  readonly mainFrame = { url: 'app://bundle/index.html' };
  readonly send = vi.fn();
  readonly reload = vi.fn();
  readonly setWebRTCIPHandlingPolicy = vi.fn();
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  destroyed = false;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly made: BrowserWindow[] = [];
  readonly webContents = new FakeContents();
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly maximize = vi.fn();
  readonly destroy = vi.fn();
  readonly loadURL = vi.fn(() => Promise.resolve());
  readonly getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 });
  readonly isMaximized = () => false;
  readonly options: unknown;
  constructor(options: unknown) {
    super();
    this.options = options;
    BrowserWindow.made.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
}

type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>;

export class FakeIpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`a second handler for ${channel}`);
    this.handlers.set(channel, handler);
  }
}

export class FakeSession extends EventEmitter {
  readonly setPermissionRequestHandler = vi.fn<(handler: (...args: unknown[]) => unknown) => void>();
  readonly setPermissionCheckHandler = vi.fn<(handler: (...args: unknown[]) => unknown) => void>();
  readonly setDevicePermissionHandler = vi.fn<(handler: (...args: unknown[]) => unknown) => void>();
  readonly setSpellCheckerEnabled = vi.fn();
  readonly webRequest = { onBeforeRequest: vi.fn<(filter: (...args: unknown[]) => unknown) => void>() };
}

export class FakeApp extends EventEmitter {
  readonly enableSandbox = vi.fn();
  readonly commandLine = {
    appendSwitch: vi.fn<(name: string, value?: string) => void>(),
    removeSwitch: vi.fn<(name: string) => void>(),
  };
  readonly quit = vi.fn();
  isPackaged = false;
  userData = '';
  hasLock = true;
  readonly getPath = () => this.userData;
  readonly getLocale = () => 'en-GB';
  readonly getSystemLocale = () => 'de-AT';
  readonly requestSingleInstanceLock = () => this.hasLock;
  readonly whenReady = () => Promise.resolve();
}

export const app = new FakeApp();
export const ipcMain = new FakeIpcMain();
export const session = { defaultSession: new FakeSession() };
export const protocol = { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() };
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};
export const dialog = {
  showOpenDialog: vi.fn(),
  showSaveDialog: vi.fn(),
  showMessageBox: vi.fn(),
  showErrorBox: vi.fn(),
};
export const Menu = {
  buildFromTemplate: vi.fn((template: unknown) => template),
  setApplicationMenu: vi.fn(),
};

/** The preload script’s side. */
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: vi.fn((...args: unknown[]): Promise<unknown> => Promise.resolve({ ok: true, value: args })),
  send: vi.fn(),
});
export const webUtils = { getPathForFile: vi.fn((file: { path: string }) => file.path) };
export const contextBridge = { exposeInMainWorld: vi.fn() };

import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { createEvent } from './event.ts';
import { launch } from './launch.ts';
import { isShown, toWeb } from './session.ts';
import { ensureChromium, expected, WebContents } from './web-contents.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface WindowOptions extends Partial<Bounds> {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: { readonly preload?: string };
}

const windows = new Set<BrowserWindow>();
let ids = 0;

/** Electron's `BrowserWindow`. */
export class BrowserWindow extends EventEmitter {
  readonly id = (ids += 1);
  readonly webContents: WebContents;
  readonly gone: Promise<unknown>;
  #bounds: Bounds;
  #isVisible: boolean;
  #isMaximized = false;
  readonly #title: string;

  constructor(options: WindowOptions) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#isVisible = options.show !== false;
    this.#title = options.title ?? app.getName();
    this.webContents = new WebContents(options.webPreferences?.preload);
    this.gone = this.webContents.gone.promise;
    windows.add(this);
    app.emit('web-contents-created', createEvent({}), this.webContents);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    void this.gone.then(() => {
      windows.delete(this);
      this.emit('closed');
      app.windowClosed();
    });
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static getFocusedWindow(): BrowserWindow | null {
    const all = [...windows];
    return all.length === 0 ? null : all[all.length - 1]!;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...windows].find((window) => window.webContents === contents) ?? null;
  }

  async loadURL(url: string): Promise<void> {
    const { width, height } = this.#bounds;
    expected.push(this.webContents);
    if (isShown && windows.size === 1) {
      this.webContents.expect(url);
      await ensureChromium(toWeb(url), [width, height]);
      return;
    }
    const browser = await ensureChromium(null, [width, height]);
    await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height });
    await this.webContents.attached.promise;
    if (launch.headless) await this.webContents.resize(width, height);
    await this.webContents.loadURL(url);
  }

  /** Electron asks the listeners first; they may keep it open. */
  close(): void {
    const event = createEvent({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.webContents.close();
  }

  destroy(): void {
    this.webContents.close();
  }

  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }

  show(): void {
    this.#isVisible = true;
    this.emit('show');
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  focus(): void {
    this.emit('focus');
  }

  restore(): void {
    this.show();
  }

  isMinimized(): boolean {
    return false;
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  getTitle(): string {
    return this.#title;
  }

  getBounds(): Bounds {
    return this.#bounds;
  }

  getNormalBounds(): Bounds {
    return this.#bounds;
  }

  setBounds(bounds: Partial<Bounds>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    if (launch.headless) void this.webContents.resize(this.#bounds.width, this.#bounds.height);
  }
}

app.windows = () => BrowserWindow.getAllWindows();

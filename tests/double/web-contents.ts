import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { app } from './app.ts';
import { startChromium, type Chromium, type Parameters } from './chromium.ts';
import { createEvent } from './event.ts';
import { ipcMain, type FromPage } from './ipc-main.ts';
import { launch } from './launch.ts';
import { answerRequest, defaultSession, dropsFolder, fromWeb, toWeb } from './session.ts';
import { createCodec, nodeCodec } from './wire.ts';
import { connectWorlds, runPreload } from './worlds.ts';

const world = 'double-preload';
type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };

let chromium: Chromium | null = null;
const byTarget = new Map<string, WebContents>();
const bySession = new Map<string, WebContents>();
/** Pages that were asked for and have no target yet. */
export const expected: WebContents[] = [];
let ids = 0;

/** Starts Chromium once, with the first window in it where a person is to see it. */
export async function ensureChromium(
  appAddress: string | null,
  size: readonly [number, number],
): Promise<Chromium> {
  if (chromium !== null) return chromium;
  const started = startChromium({
    headless: launch.headless,
    appAddress,
    size,
    debuggingPort: launch.debuggingPort,
    language: launch.switches.get('lang'),
  });
  chromium = started;
  started.on('Target.attachedToTarget', (event: AttachedToTarget, parent?: string) => {
    void attach(started, event, parent);
  });
  started.on('Target.targetDestroyed', ({ targetId }: { targetId: string }) => byTarget.get(targetId)?.end());
  started.on('any', (method: string, params: Parameters, session?: string) => {
    const contents = session === undefined ? undefined : bySession.get(session);
    if (method === 'Fetch.requestPaused')
      void answerPaused(started, contents, params as unknown as Paused, session!);
    else contents?.hear(method, params as never);
  });
  started.on('gone', () => [...byTarget.values()].forEach((contents) => contents.end()));
  await started.send('Target.setDiscoverTargets', { discover: true });
  await started.send('Target.setAutoAttach', autoAttach);
  return started;
}

app.endBrowser = async () => {
  if (chromium === null) return;
  const gone = new Promise((resolve) => chromium!.once('gone', resolve));
  chromium.send('Browser.close').catch(() => undefined);
  await gone;
};

const autoAttach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };

interface AttachedToTarget {
  readonly sessionId: string;
  readonly targetInfo: { readonly targetId: string; readonly type: string; readonly openerId?: string };
}

/** Nothing of a target runs before it is under control. */
async function attach(
  browser: Chromium,
  { sessionId, targetInfo }: AttachedToTarget,
  parent: string | undefined,
): Promise<void> {
  const { targetId, type, openerId } = targetInfo;
  if (type === 'page') {
    const opener = openerId === undefined ? undefined : byTarget.get(openerId);
    if (opener !== undefined) {
      // It shares its process with the page that opened it: closed while it waits for us, it would leave both waiting.
      await browser.send('Fetch.enable', {}, sessionId).catch(() => undefined);
      await browser.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => undefined);
      await opener.refuse(targetId).catch(() => undefined);
      return;
    }
    const contents = byTarget.get(targetId) ?? expected.shift();
    if (contents !== undefined) {
      bySession.set(sessionId, contents);
      await contents.attach(browser, sessionId, targetId);
    }
  } else {
    // A frame or a worker: its requests are the page's.
    const owner = bySession.get(parent ?? '');
    if (owner !== undefined) bySession.set(sessionId, owner);
    await browser.send('Fetch.enable', {}, sessionId).catch(() => undefined);
    await browser.send('Target.setAutoAttach', autoAttach, sessionId).catch(() => undefined);
  }
  await browser.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => undefined);
}

interface Paused {
  readonly requestId: string;
  readonly resourceType: string;
  readonly frameId: string;
  readonly request: { readonly url: string; readonly method: string };
}

/** Every request of a page comes through here: the app answers it, or nobody does. */
async function answerPaused(
  browser: Chromium,
  contents: WebContents | undefined,
  { requestId, resourceType, frameId, request }: Paused,
  session: string,
): Promise<void> {
  const url = fromWeb(request.url);
  const refuse = (errorReason = 'BlockedByClient') =>
    browser.send('Fetch.failRequest', { requestId, errorReason }, session).catch(() => undefined);
  if (resourceType === 'Document' && contents?.isPrevented(url, frameId) === true) {
    // What is aborted leaves the page as it is; anything else would show a page of its own.
    await refuse('Aborted');
    return;
  }
  const response = await answerRequest({ url, method: request.method, resourceType });
  if (response === null || response === undefined) {
    await refuse();
    return;
  }
  await browser
    .send(
      'Fetch.fulfillRequest',
      {
        requestId,
        responseCode: response.status,
        responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
        body: Buffer.from(await response.arrayBuffer()).toString('base64'),
      },
      session,
    )
    .catch(() => undefined);
}

/** Electron's `WebContents`. */
export class WebContents extends EventEmitter {
  readonly id = (ids += 1);
  readonly session = defaultSession;
  readonly mainFrame: { readonly url: string; readonly parent: null };
  readonly attached = Promise.withResolvers<undefined>();
  readonly gone = Promise.withResolvers<undefined>();
  readonly #preload: string | undefined;
  #browser!: Chromium;
  #sessionId = '';
  #targetId = '';
  #preloadContext: number | undefined;
  #url = '';
  #asked = '';
  #isGone = false;
  #openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(preload: string | undefined) {
    super();
    this.#preload = preload;
    const url = () => this.getURL();
    this.mainFrame = {
      get url() {
        return url();
      },
      parent: null,
    };
  }

  async attach(browser: Chromium, sessionId: string, targetId: string): Promise<void> {
    this.#browser = browser;
    this.#sessionId = sessionId;
    this.#targetId = targetId;
    byTarget.set(targetId, this);
    const script = (source: string, worldName?: string) =>
      this.#send('Page.addScriptToEvaluateOnNewDocument', {
        source,
        ...(worldName === undefined ? {} : { worldName }),
      });
    await this.#send('Page.enable');
    await this.#send('Runtime.enable');
    await this.#send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await this.#send('Target.setAutoAttach', autoAttach);
    if (this.#preload !== undefined) {
      const preload = readFileSync(this.#preload, 'utf8');
      await this.#send('Runtime.addBinding', { name: 'doubleSend', executionContextName: world });
      // The page's side listens before the preload script speaks.
      await script(`(${String(connectWorlds)})('page', 'preload')`);
      await script(
        `if (window === window.top) (${String(runPreload)})(${String(connectWorlds)}, ${String(createCodec)}, ${JSON.stringify(dropsFolder)}, (require, module, exports) => {${preload}\n})`,
        world,
      );
    }
    this.attached.resolve(undefined);
  }

  #send<T>(method: string, params: Parameters = {}): Promise<T> {
    return this.#browser.send<T>(method, params, this.#sessionId);
  }

  /** What Chromium tells of this page. */
  hear(method: string, params: Heard): void {
    if (method === 'Runtime.executionContextCreated') {
      const { name, id, auxData } = params.context;
      if (name === world && auxData.frameId === this.#targetId) this.#preloadContext = id;
    } else if (method === 'Runtime.bindingCalled' && params.name === 'doubleSend')
      void ipcMain.receive(this, nodeCodec.unpack(params.payload) as FromPage);
    else if (method === 'Page.frameNavigated' && params.frame.parentId === undefined) {
      this.emit('did-start-navigation', createEvent({ isMainFrame: true, isSameDocument: false }));
      this.#url = params.frame.url;
      this.emit('did-navigate', createEvent({}), this.getURL());
    } else if (method === 'Page.loadEventFired' && this.#url !== 'about:blank')
      this.emit('did-finish-load', createEvent({}));
    else if (method === 'Inspector.targetCrashed')
      this.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 1 });
  }

  /** Whether the app refuses that this page goes elsewhere. What the app itself loads, and loading again, it is not asked about. */
  isPrevented(url: string, frameId: string): boolean {
    if (url === this.#asked || url === this.getURL()) return false;
    const event = createEvent({ url, isMainFrame: frameId === this.#targetId });
    this.emit('will-frame-navigate', event);
    if (event.isMainFrame) this.emit('will-navigate', event, url);
    return event.defaultPrevented;
  }

  /** Closes a window that the page opened, when the app says so. */
  async refuse(targetId: string): Promise<void> {
    if (this.#openHandler({ url: '' }).action === 'deny')
      await this.#browser.send('Target.closeTarget', { targetId });
  }

  send(channel: string, ...args: readonly unknown[]): void {
    this.deliver({ kind: 'event', channel, args });
  }

  deliver(message: object): void {
    if (this.#isGone || this.#preloadContext === undefined) return;
    const text = JSON.stringify(nodeCodec.pack(message));
    this.#send('Runtime.evaluate', {
      expression: `doubleReceive(${text})`,
      contextId: this.#preloadContext,
    }).catch(() => undefined);
  }

  async loadURL(url: string): Promise<void> {
    await this.attached.promise;
    this.#asked = url;
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const { errorText } = await this.#send<{ errorText?: string }>('Page.navigate', { url: toWeb(url) });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }

  /** For a window that Chromium opened with its address. */
  expect(url: string): void {
    this.#asked = url;
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 0,
      mobile: false,
    });
  }

  getURL(): string {
    return fromWeb(this.#url);
  }

  setWebRTCIPHandlingPolicy(): void {
    // Requests are stopped before they leave; peer connections are Chromium's own here.
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  reload(): void {
    void this.#send('Page.reload');
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  close(): void {
    void this.attached.promise
      .then(() => this.#browser.send('Target.closeTarget', { targetId: this.#targetId }))
      .catch(() => undefined);
  }

  end(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    byTarget.delete(this.#targetId);
    this.emit('destroyed');
    this.gone.resolve(undefined);
  }
}

interface Heard {
  readonly name: string;
  readonly payload: string;
  readonly context: {
    readonly id: number;
    readonly name: string;
    readonly auxData: { readonly frameId: string };
  };
  readonly frame: { readonly parentId?: string; readonly url: string };
}

export const webContents = {
  fromDevToolsTargetId: (targetId: string) => byTarget.get(targetId),
  getAllWebContents: () => [...byTarget.values()],
};

import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, protocol, screen, session } from 'electron';
import { AppError, toFailure } from '../core/contract/errors.ts';
import { messageFor } from '../core/contract/messages/message.ts';
import { asTold } from '../core/engine/boundary.ts';
import type { Places } from '../core/environment.ts';
import { logFile } from '../core/log-file.ts';
import type { MenuCommand, MenuPage } from '../core/contract/window.ts';
import { pageAddress, registerScheme, serveFiles } from './app-protocol.ts';
import { openBridge } from './bridge.ts';
import { channels } from './channels.ts';
import { mayClose } from './closing.ts';
import { startEngine, type EngineHost } from './engine-host.ts';
import { patienceFor } from './engine-patience.ts';
import { createGrants } from './grants.ts';
import { hardenApp, hardenSession } from './hardening.ts';
import { mainTexts } from './main-texts.ts';
import { menuTemplate } from './menu.ts';
import { recentProjects } from './recent-projects.ts';
import { windowDialogs } from './window-dialogs.ts';
import { settingsFile } from './window-settings.ts';
import { shownBounds, windowOptions } from './window.ts';

// Everything that must happen before the app is ready stands in static imports and at the top: ready does not wait.
registerScheme(protocol);
hardenApp(app);

const here = import.meta.dirname;
const entry = (name: string) => pathToFileURL(join(here, name)).href;

function placesOf(): Places {
  const resources = app.isPackaged ? process.resourcesPath : join(here, '..', '..', 'resources');
  return {
    workers: {
      importing: entry('import-worker.js'),
      training: entry('training-worker.js'),
      counting: entry('count-worker.js'),
      sequence: entry('sequence-worker.js'),
      map: entry('map-worker.js'),
      change: entry('change-worker.js'),
      engine: entry('engine-worker.js'),
    },
    kernels: join(resources, 'kernels'),
    samples: join(resources, 'samples'),
    dataFolder: join(app.getPath('userData'), 'data'),
    cpuCount: availableParallelism(),
  };
}

// macOS names the file of a double click before the app is ready.
let givenFile: string | undefined;
let openFile = (path: string): void => {
  givenFile = path;
};
app.on('open-file', (event, path) => {
  event.preventDefault();
  openFile(path);
});

const projectIn = (args: readonly string[]) => args.slice(1).find((one) => one.endsWith('.firth'));

function openWindow(): void {
  const userData = app.getPath('userData');
  const places = placesOf();
  const settings = settingsFile(userData);
  const recent = recentProjects(userData);
  const grants = createGrants();
  const texts = () => mainTexts(settings.read().language, app.getLocale());
  /** Of the project that is open: it is opened again when the engine had to be started again. */
  let openedPath: string | null = null;
  /** Of the file that the last call was about. */
  let askedPath: string | null = null;
  const { bounds, maximized } = settings.read();
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow(
    windowOptions(join(here, '..', 'preload', 'preload.cjs'), shownBounds(bounds, screens), app.isPackaged),
  );
  if (maximized) window.maximize();
  const send = (command: MenuCommand) => window.webContents.send(channels.menu, command);
  let pages: readonly MenuPage[] = [];
  const showMenu = () =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(texts(), pages, send, process.platform)));
  const log = logFile(places, Date.now);
  const told = (error: unknown, method: string) =>
    toFailure(asTold(error, { environment: { ...places, log }, method, project: null }));
  /** What hung once is not opened again by itself a second time. */
  let hungOn: string | null = null;
  const engine: EngineHost = startEngine(places, {
    onStopped(hung) {
      const path = hung !== null && openedPath === hungOn ? null : openedPath;
      if (hung !== null) hungOn = openedPath;
      window.webContents.once('did-finish-load', () => {
        if (path !== null) openFile(path);
      });
      window.webContents.reload();
      if (hung === null) return;
      const failure = told(new AppError('E_ENGINE_STOPPED', { call: hung }), hung);
      dialog.showErrorBox('Firth', messageFor(failure, texts().language));
    },
    patience: () => patienceFor([openedPath, askedPath], places.dataFolder),
    onFault: (error) => void told(error, 'engine'),
    onJob(event) {
      if (!window.webContents.isDestroyed()) window.webContents.send(channels.job, event);
    },
  });
  // A page that is loaded anew holds none of those that were given to the one before.
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) grants.forget();
  });
  const dialogs = windowDialogs({
    dialog,
    window: () => window,
    grants,
    texts,
    settings,
    onSettings: showMenu,
    recent,
    dataFolder: places.dataFolder,
    samples: places.samples,
  });
  const { settle } = openBridge({
    ipcMain,
    page: () => window.webContents,
    engine,
    grants,
    dialogs,
    showPages(named) {
      pages = named;
      showMenu();
    },
    copyText: (text) => clipboard.writeText(text),
    region: () => app.getSystemLocale(),
    told,
    onAsked(_method, params) {
      askedPath = pathIn(params, 'file') ?? askedPath;
    },
    onAnswer(method, params) {
      const path = savedPath(method, params);
      if (path !== null || method === 'project.close' || method === 'project.recover') openedPath = path;
      if (path !== null && !path.startsWith(places.dataFolder)) recent.add(path, Date.now());
    },
  });
  showMenu();

  window.webContents.once('did-finish-load', () => {
    openFile = (path) => window.webContents.send(channels.opened, grants.issue(resolve(path)));
    const path = givenFile ?? projectIn(process.argv);
    if (path !== undefined) openFile(path);
  });
  // The engine keeps the work; the page is only what shows it.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  app.on('second-instance', (_event, args, folder) => {
    window.show();
    window.focus();
    const path = projectIn(args);
    if (path !== undefined) openFile(resolve(folder, path));
  });
  window.once('ready-to-show', () => window.show());
  let isAsked = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (isAsked) return;
    isAsked = true;
    void closeWindow()
      .catch((error: unknown) =>
        dialog.showErrorBox('Firth', messageFor(told(error, 'close'), texts().language)),
      )
      .finally(() => (isAsked = false));
  });
  async function closeWindow(): Promise<void> {
    await settle();
    if (!(await mayClose({ dialog, window: () => window, engine, texts, dialogs, grants }))) return;
    settings.keepBounds(window.getNormalBounds(), window.isMaximized());
    const ended = await engine.stop();
    window.destroy();
    // A thread that never ends would keep the program: what was confirmed is on the disk.
    if (!ended) process.kill(process.pid, 'SIGKILL');
  }
  void window.loadURL(pageAddress);
}

function savedPath(method: string, params: unknown): string | null {
  const named = method === 'project.open' ? 'file' : method === 'project.save' ? 'target' : null;
  return named === null ? null : pathIn(params, named);
}

function pathIn(params: unknown, named: string): string | null {
  if (typeof params !== 'object' || params === null) return null;
  const file = (params as Record<string, unknown>)[named];
  return typeof file === 'object' && file !== null && 'path' in file ? String(file.path) : null;
}

if (!app.requestSingleInstanceLock()) app.quit();
else {
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  hardenSession(session.defaultSession);
  serveFiles(protocol, join(here, '..', 'renderer'));
  openWindow();
}

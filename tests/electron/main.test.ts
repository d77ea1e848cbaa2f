import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { channels, type Answer } from '../../electron/channels.ts';
import type { EngineWatch } from '../../electron/engine-host.ts';
import type * as Fake from './fake-electron.ts';

type EngineCall = (method: string, params: unknown) => Promise<unknown>;

const call = vi.fn<EngineCall>();
// What the bridge has checked is answered as what main itself asks.
const engine = { call, answer: call, stop: vi.fn(() => Promise.resolve(true)) };
let onEngineStopped: EngineWatch['onStopped'];
let onJob: NonNullable<EngineWatch['onJob']>;
vi.mock('../../electron/engine-host.ts', () => ({
  startEngine: (_places: unknown, watch: EngineWatch) => {
    onEngineStopped = watch.onStopped;
    onJob = (event) => watch.onJob?.(event);
    return engine;
  },
}));

let fake: typeof Fake;
let userData: string;

beforeEach(async () => {
  vi.resetModules();
  engine.call.mockRejectedValue(new Error('no project is open'));
  fake = await import('./fake-electron.ts');
  userData = mkdtempSync(join(tmpdir(), 'firth-main-'));
  fake.app.userData = userData;
  onTestFinished(() => rmSync(userData, { recursive: true, force: true }));
});

/** Starts the program with these arguments. @returns its window */
async function start(...args: string[]): Promise<Fake.BrowserWindow> {
  const before = process.argv;
  process.argv = ['firth', ...args];
  onTestFinished(() => {
    process.argv = before;
  });
  await import('../../electron/main.ts');
  expect(fake.BrowserWindow.made).toHaveLength(1);
  return fake.BrowserWindow.made[0]!;
}

const sent = (window: Fake.BrowserWindow) =>
  window.webContents.send.mock.calls
    .filter(([channel]) => channel === channels.opened)
    .map(([, grant]) => (grant as { name: string }).name);

const close = async (window: Fake.BrowserWindow) => {
  const event = fake.preventable({});
  const own = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
  // A page that holds nothing back says so at once.
  window.webContents.send.mockImplementation((channel: string) => {
    if (channel === channels.leaving) void fake.ipcMain.handlers.get(channels.settled)!(own);
  });
  window.emit('close', event);
  await new Promise((settled) => setTimeout(settled, 10));
  return event;
};

describe('the main process', () => {
  it('hardens the app before it is ready and the session before there is a page', async () => {
    const window = await start();
    expect(fake.protocol.registerSchemesAsPrivileged).toHaveBeenCalledOnce();
    expect(fake.app.enableSandbox).toHaveBeenCalledOnce();
    expect(fake.session.defaultSession.webRequest.onBeforeRequest).toHaveBeenCalledOnce();
    expect(fake.session.defaultSession.setPermissionRequestHandler).toHaveBeenCalledOnce();
    expect(window.webContents.openHandler!({ url: 'https://example.org' })).toEqual({ action: 'deny' });
    expect(window.loadURL.mock.calls).toEqual([['app://bundle/index.html']]);
  });

  it('gives its one window the one set of preferences', async () => {
    const { webPreferences } = (await start()).options as { webPreferences: Record<string, unknown> };
    expect(webPreferences).toEqual({
      preload: resolve(import.meta.dirname, '../../preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      devTools: true,
    });
  });

  it('leaves a second start to the first', async () => {
    fake.app.hasLock = false;
    await import('../../electron/main.ts');
    expect(fake.app.quit).toHaveBeenCalledOnce();
    expect(fake.BrowserWindow.made).toEqual([]);
  });

  it('opens the project of a double click, whichever way the system tells of it', async () => {
    const window = await start('--flag', '/texts/a.firth');
    window.webContents.emit('did-finish-load');
    fake.app.emit('second-instance', {}, ['firth', 'b.firth'], '/texts');
    fake.app.emit('second-instance', {}, ['firth', '/texts/notes.txt'], '/texts');
    const event = fake.preventable({});
    fake.app.emit('open-file', event, '/texts/c.firth');
    expect(event.defaultPrevented).toBe(true);
    expect(sent(window)).toEqual(['a.firth', 'b.firth', 'c.firth']);
    window.webContents.emit('did-finish-load');
    expect(sent(window)).toHaveLength(3);
  });

  it('keeps a file that macOS names before the window is there', async () => {
    const starting = start();
    await vi.waitFor(() => expect(fake.app.listenerCount('open-file')).toBe(1));
    fake.app.emit('open-file', fake.preventable({}), '/texts/early.firth');
    const window = await starting;
    window.webContents.emit('did-finish-load');
    expect(sent(window)).toEqual(['early.firth']);
  });

  it('shows the page again when it or the engine has crashed', async () => {
    const { webContents } = await start();
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(webContents.reload).not.toHaveBeenCalled();
    webContents.emit('render-process-gone', {}, { reason: 'oom' });
    onEngineStopped(null);
    expect(webContents.reload).toHaveBeenCalledTimes(2);
  });

  it('tells the page of every job of the engine, as long as there is one', async () => {
    const { webContents } = await start();
    const event = {
      name: 'job.ended',
      value: { id: 3, method: 'corpus.import', failure: null, result: null },
    } as const;
    onJob(event);
    expect(webContents.send.mock.calls).toEqual([[channels.job, event]]);
    webContents.destroyed = true;
    onJob(event);
    expect(webContents.send).toHaveBeenCalledOnce();
  });

  it('takes the places that a page was given back when another is loaded', async () => {
    const window = await start();
    engine.call.mockResolvedValue({});
    const own = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
    const ask = (channel: string, ...args: unknown[]) => fake.ipcMain.handlers.get(channel)!(own, ...args);
    const { value: file } = (await ask(channels.newProject)) as { value: { grant: string } };
    expect(await ask(channels.call, 1, 'project.open', { file, create: true })).toMatchObject({ ok: true });
    const open = () => ask(channels.call, 1, 'project.open', { file });
    expect(await open()).toMatchObject({ ok: true });
    window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    expect(await open()).toMatchObject({ ok: true });
    window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    expect(await open()).toMatchObject({ ok: false, error: { code: 'E_REQUEST_INVALID' } });
  });

  it('opens the project again when the engine had to be started again', async () => {
    const window = await start();
    engine.call.mockResolvedValue({});
    const ask = (channel: string, ...args: unknown[]) =>
      fake.ipcMain.handlers.get(channel)!(
        { sender: window.webContents, senderFrame: window.webContents.mainFrame },
        ...args,
      ) as Promise<Extract<Answer, { ok: true }>>;
    const project = (await ask(channels.newProject)).value as { grant: string };
    await ask(channels.call, 1, 'project.open', { file: { grant: project.grant }, create: true });
    window.webContents.emit('did-finish-load');
    expect(sent(window)).toEqual([]);
    onEngineStopped(null);
    window.webContents.emit('did-finish-load');
    expect(sent(window)).toEqual([expect.stringMatching(/\.firth$/)]);
    await ask(channels.call, 2, 'project.close', { save: true });
    onEngineStopped(null);
    window.webContents.emit('did-finish-load');
    expect(sent(window)).toHaveLength(1);
  });

  it('says which call the engine did not come back from, and opens what hung once but not twice', async () => {
    const window = await start();
    engine.call.mockResolvedValue({});
    const own = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
    const ask = (channel: string, ...args: unknown[]) => fake.ipcMain.handlers.get(channel)!(own, ...args);
    const { value: file } = (await ask(channels.newProject)) as { value: { grant: string } };
    await ask(channels.call, 1, 'project.open', { file, create: true });
    for (const times of [1, 1]) {
      onEngineStopped('corpus.inspect');
      window.webContents.emit('did-finish-load');
      // The page that is told of it begins with its first load.
      expect(sent(window)).toHaveLength(times);
    }
    expect(fake.dialog.showErrorBox).toHaveBeenCalledTimes(2);
    expect(fake.dialog.showErrorBox.mock.calls[0]![1]).toContain('corpus.inspect');
  });

  it('closes at once when nothing is open, and remembers where the window stood', async () => {
    const window = await start();
    expect((await close(window)).defaultPrevented).toBe(true);
    expect(engine.stop).toHaveBeenCalledOnce();
    expect(window.destroy).toHaveBeenCalledOnce();
    fake.app.emit('window-all-closed');
    expect(fake.app.quit).toHaveBeenCalledOnce();
    vi.resetModules();
    fake = await import('./fake-electron.ts');
    fake.app.userData = userData;
    expect((await start()).options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 });
  });

  it('asks about unsaved work once, however often the window is told to close', async () => {
    const window = await start();
    engine.call.mockResolvedValue({ name: 'a.firth', unsaved: true });
    const question = Promise.withResolvers<{ response: number }>();
    fake.dialog.showMessageBox.mockReturnValue(question.promise);
    await close(window);
    await close(window);
    expect(fake.dialog.showMessageBox).toHaveBeenCalledOnce();
    question.resolve({ response: 2 });
    await close(window);
    expect(window.destroy).not.toHaveBeenCalled();
    await close(window);
    expect(fake.dialog.showMessageBox).toHaveBeenCalledTimes(2);
  });

  it('stays, and says why in words, when the work cannot be saved', async () => {
    const window = await start();
    const { AppError } = await import('../../core/contract/errors.ts');
    engine.call.mockImplementation((method) =>
      method === 'project.info'
        ? Promise.resolve({ name: 'a.firth', unsaved: true })
        : Promise.reject(new AppError('E_NO_SPACE', { file: 'a.firth' })),
    );
    fake.dialog.showMessageBox.mockResolvedValue({ response: 0 });
    await close(window);
    expect(window.destroy).not.toHaveBeenCalled();
    const [[title, text]] = fake.dialog.showErrorBox.mock.calls as [[string, string]];
    expect(title).toBe('Firth');
    expect(text).toMatch(/room on the disk.*safe/);
    expect(text).not.toMatch(/E_NO_SPACE|\{/);
  });

  it('remembers projects that were opened and saved, but not those that have no file yet', async () => {
    const window = await start();
    engine.call.mockResolvedValue({});
    const ask = (channel: string, ...args: unknown[]) =>
      fake.ipcMain.handlers.get(channel)!(
        { sender: window.webContents, senderFrame: window.webContents.mainFrame },
        ...args,
      ) as Promise<Extract<Answer, { ok: true }>>;
    const untitled = (await ask(channels.newProject)).value as { grant: string };
    await ask(channels.call, 1, 'project.open', { file: { grant: untitled.grant }, create: true });
    expect((await ask(channels.recentProjects)).value).toEqual([]);
    const project = join(userData, 'mine.firth');
    fake.dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: project });
    const place = (await ask(channels.chooseSaveTarget, 'mine.firth')).value as { grant: string };
    await ask(channels.call, 2, 'project.save', { target: { grant: place.grant } });
    const { writeFileSync } = await import('node:fs');
    writeFileSync(project, '');
    const recent = (await ask(channels.recentProjects)).value as { grant: string; name: string }[];
    expect(recent.map(({ name }) => name)).toEqual(['mine.firth']);
    // The page hears names, never paths.
    expect(JSON.stringify(recent)).not.toContain(userData);
  });
});

import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels, type Answer } from './channels.ts';

// Named functions and nothing else: no sender, no event, no channel reaches the page. Errors cross as values, since the
// bridge between the worlds keeps only the message of what is thrown; the page’s side is in renderer/state/window-api.ts.
// Numbers go on where those of the page before ended: its calls may still be running when this one is loaded again.
let calls = Math.floor(performance.timeOrigin) * 1000;
const listeners = new Map<number, (progress: unknown) => void>();

ipcRenderer.on(channels.progress, (_event, id: number, progress: unknown) => listeners.get(id)?.(progress));

const ask = (channel: string, ...args: unknown[]) => ipcRenderer.invoke(channel, ...args) as Promise<Answer>;

function listen(channel: string, listener: (value: never) => void): () => void {
  const heard = (_event: unknown, value: unknown) => listener(value as never);
  ipcRenderer.on(channel, heard);
  return () => void ipcRenderer.removeListener(channel, heard);
}

// A project can be named before the page is ready to hear of it: the newest is kept for the first who listens.
let unheard: unknown;
const keepOpened = (_event: unknown, grant: unknown) => (unheard = grant);
ipcRenderer.on(channels.opened, keepOpened);

const api = {
  /** Starts a call. `cancel` ends it soon, with E_CANCELLED. */
  call(method: string, params: unknown, onProgress?: (progress: unknown) => void) {
    calls += 1;
    const id = calls;
    if (onProgress !== undefined) listeners.set(id, onProgress);
    const answer = ask(channels.call, id, method, params).finally(() => listeners.delete(id));
    return { answer, cancel: () => ipcRenderer.send(channels.cancel, id) };
  },
  newProject: () => ask(channels.newProject),
  chooseProject: () => ask(channels.chooseProject),
  chooseFiles: (filters?: unknown) => ask(channels.chooseFiles, filters),
  chooseFolder: () => ask(channels.chooseFolder),
  chooseSaveTarget: (suggested: string) => ask(channels.chooseSaveTarget, suggested),
  saveFile: (suggested: string, content: string | Uint8Array) => ask(channels.saveFile, suggested, content),
  grantForDrop: (file: File) => ask(channels.grantForDrop, webUtils.getPathForFile(file)),
  sample: (language: string) => ask(channels.sample, language),
  recentProjects: () => ask(channels.recentProjects),
  settings: () => ask(channels.settings),
  changeSettings: (changed: unknown) => ask(channels.changeSettings, changed),
  dataFolder: () => ask(channels.dataFolder),
  copyText: (text: string) => ask(channels.copyText, text),
  /** What the page held back is kept: the answer to `onLeaving`. */
  settled: () => ask(channels.settled),
  showPages: (pages: unknown) => ask(channels.showPages, pages),
  onMenu: (listener: (command: string) => void) => listen(channels.menu, listener),
  /** Jobs of the engine begin, go on and end, also those that a page before this one asked for. */
  onJob: (listener: (event: unknown) => void) => listen(channels.job, listener),
  /** The window is about to close; it waits a moment for `settled`. */
  onLeaving: (listener: () => void) => listen(channels.leaving, listener),
  /** A project that was opened from outside: a double click, a second start. */
  onOpened(listener: (grant: { grant: string; name: string }) => void) {
    ipcRenderer.removeListener(channels.opened, keepOpened);
    if (unheard !== undefined) listener(unheard as never);
    unheard = undefined;
    return listen(channels.opened, listener);
  },
} as const;

contextBridge.exposeInMainWorld('firthPreload', api);

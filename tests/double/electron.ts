// The `electron` module of the main process, as far as Firth and test programs use it, on Node and a Chromium of the machine.
import { defaultSession } from './session.ts';

export { app } from './app.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu, MenuItem } from './menu.ts';
export { protocol } from './session.ts';
export { BrowserWindow } from './browser-window.ts';
export { webContents } from './web-contents.ts';

/** One screen, whatever the machine has. */
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

export const session = { defaultSession, fromPartition: () => defaultSession };

/** Addresses and paths that the app handed to the system, for tests to look at. */
export const handedOver: string[] = [];

let copied = '';

export const clipboard = {
  writeText: (text: string) => Promise.resolve(void (copied = text)),
  readText: () => Promise.resolve(copied),
};

export const shell = {
  openExternal: (url: string) => Promise.resolve(void handedOver.push(url)),
  showItemInFolder: (path: string) => void handedOver.push(path),
};

import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

/** The one set of preferences that a page of ours ever gets. */
export const webPreferences = (preload: string): Readonly<WebPreferences> =>
  Object.freeze({
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
  });

/** @param bounds where the window stood last; null opens it in the middle of the screen */
export function windowOptions(
  preload: string,
  bounds: { x: number; y: number; width: number; height: number } | null,
): BrowserWindowConstructorOptions {
  return {
    ...(bounds ?? { width: 1280, height: 800 }),
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: 'Firth',
    backgroundColor: '#fbfaf7',
    webPreferences: webPreferences(preload),
  };
}

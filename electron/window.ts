import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

/** The one set of preferences that a page of ours ever gets. */
export const webPreferences = (preload: string, isPackaged: boolean): Readonly<WebPreferences> =>
  Object.freeze({
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
    devTools: !isPackaged,
  });

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** @returns bounds of which enough to take hold of lies on one of the screens; null for a screen that was unplugged */
export function shownBounds(bounds: Bounds | null, screens: readonly Bounds[]): Bounds | null {
  if (bounds === null) return null;
  const overlap = (from: number, length: number, otherFrom: number, otherLength: number) =>
    Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
  const isShown = screens.some(
    (screen) =>
      overlap(bounds.x, bounds.width, screen.x, screen.width) >= 100 &&
      overlap(bounds.y, 40, screen.y, screen.height) >= 20,
  );
  return isShown ? bounds : null;
}

/**
 * @param bounds where the window stood last; null opens it in the middle of the screen
 * @param isPackaged there are no developer tools then
 */
export function windowOptions(
  preload: string,
  bounds: Bounds | null,
  isPackaged: boolean,
): BrowserWindowConstructorOptions {
  return {
    ...(bounds ?? { width: 1280, height: 800 }),
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: 'Firth',
    backgroundColor: '#fbfaf7',
    webPreferences: webPreferences(preload, isPackaged),
  };
}

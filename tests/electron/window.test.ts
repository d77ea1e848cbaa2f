import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shownBounds, webPreferences, windowOptions } from '../../electron/window.ts';

const root = resolve(import.meta.dirname, '..', '..');
const sources = globSync('{core,electron,renderer}/**/*.{ts,svelte}', { cwd: root }).map((file) => ({
  file: file.replaceAll('\\', '/'),
  text: readFileSync(join(root, file), 'utf8'),
}));

const filesWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('the window', () => {
  it('has one frozen set of preferences: a sandbox, a world apart, no Node, no pages within pages', () => {
    const preferences = windowOptions('/preload.cjs', null, true).webPreferences!;
    expect(preferences).toEqual({
      preload: '/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
    expect(webPreferences('/preload.cjs', false).devTools).toBe(true);
    expect(Object.isFrozen(preferences)).toBe(true);
    expect(Object.isFrozen(webPreferences('/preload.cjs', true))).toBe(true);
  });

  it('is made in one place', () => {
    expect(sources.flatMap(({ text }) => text.match(/new BrowserWindow\b/g) ?? [])).toHaveLength(1);
    expect(filesWith(/new BrowserWindow\b/)).toEqual(['electron/main.ts']);
    expect(filesWith(/\b(BrowserView|WebContentsView|BaseWindow)\b/)).toEqual([]);
  });

  it('loosens nothing of Chromium and tries nothing of it out', () => {
    const loosened =
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups|nodeIntegration\w*: true|bypassCSP/u;
    expect(filesWith(loosened)).toEqual([]);
  });

  it('is heard in one place, and asked in one place', () => {
    expect(filesWith(/ipcMain\s*\.\s*(handle|on|once)/)).toEqual(['electron/bridge.ts']);
    expect(filesWith(/\bipcRenderer\b/)).toEqual(['electron/preload.ts']);
    expect(filesWith(/\bcontextBridge\b/)).toEqual(['electron/preload.ts']);
    expect(filesWith(/\bsendSync\b|\bremote\b.*from 'electron/)).toEqual([]);
  });

  it('reports no crash to anyone, fetches no update and opens no address in a browser', () => {
    expect(filesWith(/\b(crashReporter|autoUpdater|openExternal|setAsDefaultProtocolClient)\b/)).toEqual([]);
  });

  it('opens where it stood, unless that screen is gone', () => {
    const screens = [
      { x: 0, y: 0, width: 1920, height: 1080 },
      { x: 1920, y: -200, width: 1280, height: 1024 },
    ];
    const at = (x: number, y: number) => ({ x, y, width: 1000, height: 700 });
    expect(shownBounds(at(100, 100), screens)).toEqual(at(100, 100));
    expect(shownBounds(at(2000, -180), screens)).toEqual(at(2000, -180));
    // Only the lower right corner would be seen: nothing to take hold of.
    expect(shownBounds(at(-950, 100), screens)).toBeNull();
    expect(shownBounds(at(100, -690), screens)).toBeNull();
    expect(shownBounds(at(2000, -180), screens.slice(0, 1))).toBeNull();
    expect(shownBounds(null, screens)).toBeNull();
    expect(windowOptions('/preload.cjs', at(1, 2), true)).toMatchObject(at(1, 2));
    expect(windowOptions('/preload.cjs', null, true)).toMatchObject({ width: 1280, height: 800 });
  });
});

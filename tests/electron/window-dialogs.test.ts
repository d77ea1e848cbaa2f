import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createGrants } from '../../electron/grants.ts';
import { mainTexts } from '../../electron/main-texts.ts';
import { recentProjects } from '../../electron/recent-projects.ts';
import { windowDialogs } from '../../electron/window-dialogs.ts';
import { settingsFile } from '../../electron/window-settings.ts';
import { BrowserWindow as FakeWindow } from './fake-electron.ts';

type Show<T> = (window: unknown, options: Record<string, unknown>) => Promise<T>;

function dialogs(language: 'en' | 'zh' = 'en') {
  const folder = mkdtempSync(join(tmpdir(), 'firth-dialogs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const showOpenDialog = vi.fn<Show<{ canceled: boolean; filePaths: string[] }>>();
  const showSaveDialog = vi.fn<Show<{ canceled: boolean; filePath: string }>>();
  const grants = createGrants();
  const onSettings = vi.fn();
  const made = windowDialogs({
    dialog: { showOpenDialog, showSaveDialog } as unknown as Dialog,
    window: () => new FakeWindow({}) as unknown as BrowserWindow,
    grants,
    texts: () => mainTexts(language, ''),
    settings: settingsFile(folder),
    onSettings,
    recent: recentProjects(folder),
    dataFolder: join(folder, 'data'),
    samples: join(folder, 'samples'),
  });
  return {
    ...{ folder, grants, onSettings, dialogs: made, showOpenDialog, showSaveDialog },
    choose: (...filePaths: string[]) =>
      showOpenDialog.mockResolvedValue({ canceled: filePaths.length === 0, filePaths }),
    saveTo: (filePath: string | null) =>
      showSaveDialog.mockResolvedValue({ canceled: filePath === null, filePath: filePath ?? '' }),
  };
}

describe('the dialogs', () => {
  it('turn what the person chose into grants, and a cancel into nothing', async () => {
    const { dialogs: window, choose, grants, folder } = dialogs();
    choose(join(folder, 'a.firth'));
    const project = await window.chooseProject();
    expect(grants.pathOf(project!.grant)).toBe(join(folder, 'a.firth'));
    choose('/texts/a.txt', '/texts/b.txt');
    expect((await window.chooseFiles([])).map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
    choose(folder);
    expect((await window.chooseFolder())!.kind).toBe('folder');
    choose();
    expect([await window.chooseProject(), await window.chooseFiles([]), await window.chooseFolder()]).toEqual(
      [null, [], null],
    );
  });

  it('offer projects under the name that they have in the person’s language', async () => {
    const { dialogs: window, choose, saveTo, showOpenDialog, showSaveDialog } = dialogs('zh');
    choose();
    saveTo(null);
    await window.chooseProject();
    await window.chooseSaveTarget('a.firth');
    const filters = [{ name: 'Firth 项目', extensions: ['firth'] }];
    expect(showOpenDialog.mock.calls[0]![1]).toMatchObject({ filters });
    expect(showSaveDialog.mock.calls[0]![1]).toMatchObject({ filters });
  });

  it('let the page suggest a name, not a folder', async () => {
    const { dialogs: window, saveTo, showSaveDialog } = dialogs();
    saveTo(null);
    await window.saveFile('/etc/cron.d/evil', 'x');
    await window.saveFile('../../.bashrc', 'x');
    expect(showSaveDialog.mock.calls.map(([, { defaultPath }]) => defaultPath)).toEqual(['evil', '.bashrc']);
  });

  it('write a table where the person said, whole, and say its base name', async () => {
    const { dialogs: window, saveTo, folder } = dialogs();
    const place = join(folder, 'tables');
    mkdirSync(place);
    saveTo(join(place, '词.csv'));
    expect(await window.saveFile('table.csv', '词,1\n')).toBe('词.csv');
    expect(readFileSync(join(place, '词.csv'), 'utf8')).toBe('词,1\n');
    expect(readdirSync(place)).toEqual(['词.csv']);
    saveTo(null);
    expect(await window.saveFile('table.csv', 'x')).toBeNull();
    saveTo(join(folder, 'no folder', 'table.csv'));
    await expect(window.saveFile('table.csv', 'x')).rejects.toMatchObject({
      code: 'E_IO',
      details: { file: 'table.csv', reason: 'ENOENT' },
    });
  });

  it('give a project without a file a place of its own in the data folder', () => {
    const { dialogs: window, grants, folder } = dialogs();
    const [first, second] = [window.newProject(), window.newProject()].map(({ grant }) =>
      grants.pathOf(grant, 'write'),
    );
    expect(first).not.toBe(second);
    expect(first!.startsWith(join(folder, 'data', 'untitled'))).toBe(true);
  });

  it('change theme and language only to what there is, and nothing else', () => {
    const { dialogs: window, onSettings } = dialogs();
    expect(window.changeSettings({ theme: 'dark' })).toEqual({ theme: 'dark', language: 'system' });
    expect(window.changeSettings({ language: 'zh' })).toEqual({ theme: 'dark', language: 'zh' });
    expect(onSettings).toHaveBeenCalledTimes(2);
    for (const wrong of [
      { theme: 'pink' },
      { maximized: true },
      { bounds: null },
      null,
      'dark',
      { theme: undefined },
    ])
      expect(() => window.changeSettings(wrong)).toThrow(
        expect.objectContaining({ code: 'E_REQUEST_INVALID' }) as Error,
      );
    expect(window.settings()).toEqual({ theme: 'dark', language: 'zh' });
    expect(onSettings).toHaveBeenCalledTimes(2);
  });

  it('say how much lies in the data folder', () => {
    const { dialogs: window, folder } = dialogs();
    const data = join(folder, 'data');
    expect(window.dataFolder()).toEqual({ path: data, entries: [] });
    mkdirSync(join(data, 'work', 'a'), { recursive: true });
    writeFileSync(join(data, 'work', 'a', 'work.db'), 'x'.repeat(100));
    writeFileSync(join(data, 'work', 'lock.db'), 'x'.repeat(11));
    expect(window.dataFolder().entries).toEqual([{ name: 'work', bytes: 111 }]);
  });
});

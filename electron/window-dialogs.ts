import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BrowserWindow, Dialog, FileFilter } from 'electron';
import * as v from 'valibot';
import { AppError } from '../core/contract/errors.ts';
import type { DataFolder, Grant, RecentProject, Sample, WindowSettings } from '../core/contract/window.ts';
import type { Grants } from './grants.ts';
import { writeWhole } from './whole-file.ts';
import type { MainTexts } from './main-texts.ts';
import type { recentProjects } from './recent-projects.ts';
import { changedSettings, shownSettings, type SettingsFile } from './window-settings.ts';

/** What the page may ask of the person and of the computer, beside the engine. */
export interface WindowDialogs {
  newProject(): { readonly grant: string };
  chooseProject(): Promise<Grant | null>;
  chooseFiles(filters: readonly FileFilter[]): Promise<readonly Grant[]>;
  chooseFolder(): Promise<Grant | null>;
  chooseSaveTarget(suggested: string): Promise<Grant | null>;
  saveFile(suggested: string, content: string | Uint8Array): Promise<string | null>;
  sample(language: 'en' | 'zh'): Sample;
  recentProjects(): readonly RecentProject[];
  settings(): WindowSettings;
  changeSettings(changed: unknown): WindowSettings;
  dataFolder(): DataFolder;
}

export interface DialogPlaces {
  readonly dialog: Dialog;
  readonly window: () => BrowserWindow;
  readonly grants: Grants;
  readonly texts: () => MainTexts;
  readonly settings: SettingsFile;
  readonly onSettings: () => void;
  readonly recent: ReturnType<typeof recentProjects>;
  readonly dataFolder: string;
  readonly samples: string;
}

const sampleFolders = { en: 'state-of-the-union', zh: 'guwen-guanzhi' } as const;

export function windowDialogs(places: DialogPlaces): WindowDialogs {
  const { dialog, window, grants, texts, settings, recent, dataFolder, samples } = places;
  const projectFilter = () => [{ name: texts().projects, extensions: ['firth'] }];

  async function saveTarget(suggested: string): Promise<string | null> {
    const filters = suggested.endsWith('.firth') ? { filters: projectFilter() } : {};
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      defaultPath: basename(suggested),
      ...filters,
    });
    return canceled || filePath === '' ? null : filePath;
  }

  return {
    newProject() {
      // A folder of its own: its name is what the person is told should the session end before it is saved.
      const folder = join(dataFolder, 'untitled', randomUUID());
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return { grant: grants.issue(join(folder, `${texts().untitled}.firth`), 'write').grant };
    },
    async chooseProject() {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        properties: ['openFile'],
        filters: projectFilter(),
      });
      return filePaths[0] === undefined ? null : grants.issue(filePaths[0]);
    },
    async chooseFiles(filters) {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        properties: ['openFile', 'multiSelections'],
        filters: [...filters],
      });
      return filePaths.map((path) => grants.issue(path));
    },
    async chooseFolder() {
      const { filePaths } = await dialog.showOpenDialog(window(), { properties: ['openDirectory'] });
      return filePaths[0] === undefined ? null : grants.issue(filePaths[0]);
    },
    async chooseSaveTarget(suggested) {
      const path = await saveTarget(suggested);
      return path === null ? null : grants.issue(path, 'write');
    },
    async saveFile(suggested, content) {
      const path = await saveTarget(suggested);
      if (path === null) return null;
      const file = basename(path);
      try {
        writeWhole(path, content);
      } catch (error) {
        throw new AppError('E_IO', { file, reason: (error as NodeJS.ErrnoException).code ?? '' });
      }
      return file;
    },
    sample(language) {
      const folder = join(samples, sampleFolders[language]);
      return {
        texts: grants.issue(join(folder, 'texts')),
        metadata: grants.issue(join(folder, 'metadata.csv')),
      };
    },
    recentProjects: () =>
      recent.list().map(({ path, folder, openedAt }) => ({ ...grants.issue(path), folder, openedAt })),
    settings: () => shownSettings(settings.read()),
    changeSettings(changed) {
      const checked = v.safeParse(changedSettings, changed);
      if (!checked.success)
        throw new AppError('E_REQUEST_INVALID', { field: 'settings', reason: 'not as agreed' });
      const next = shownSettings(settings.change(checked.output));
      places.onSettings();
      return next;
    },
    dataFolder: () => ({
      path: dataFolder,
      entries: existsSync(dataFolder)
        ? readdirSync(dataFolder).map((name) => ({ name, bytes: sizeOf(join(dataFolder, name)) }))
        : [],
    }),
  };
}

function sizeOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

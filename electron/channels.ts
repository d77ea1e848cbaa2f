import type { Failure } from '../core/contract/errors.ts';

/** Every name that crosses between the page’s preload script and the main process. */
export const channels = {
  call: 'firth:call',
  cancel: 'firth:cancel',
  progress: 'firth:progress',
  menu: 'firth:menu',
  newProject: 'firth:new-project',
  chooseProject: 'firth:choose-project',
  chooseFiles: 'firth:choose-files',
  chooseFolder: 'firth:choose-folder',
  chooseSaveTarget: 'firth:choose-save-target',
  saveFile: 'firth:save-file',
  grantForDrop: 'firth:grant-for-drop',
  sample: 'firth:sample',
  recentProjects: 'firth:recent-projects',
  settings: 'firth:settings',
  changeSettings: 'firth:change-settings',
  dataFolder: 'firth:data-folder',
  copyText: 'firth:copy-text',
  showPages: 'firth:show-pages',
  opened: 'firth:opened',
  job: 'firth:job',
  leaving: 'firth:leaving',
  settled: 'firth:settled',
} as const;

/** Errors cross as values: what is thrown would arrive as a message only. */
export type Answer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Failure };

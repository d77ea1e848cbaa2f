import type { BrowserWindow, Dialog } from 'electron';
import type { JobState } from '../core/contract/jobs.ts';
import type { ProjectInfo } from '../core/contract/project.ts';
import type { EngineHost } from './engine-host.ts';
import type { MainTexts } from './main-texts.ts';
import type { WindowDialogs } from './window-dialogs.ts';
import type { Grants } from './grants.ts';

export interface Closing {
  readonly dialog: Dialog;
  readonly window: () => BrowserWindow;
  readonly engine: EngineHost;
  readonly texts: () => MainTexts;
  readonly dialogs: WindowDialogs;
  readonly grants: Grants;
  /** So long an engine that is busy is waited for, in milliseconds. */
  readonly patience?: number;
}

const waited = (ms: number): Promise<'busy'> =>
  new Promise((resolve) => setTimeout(() => resolve('busy'), ms).unref());

/** Asks what is to become of unsaved work. @returns false when the window is to stay */
export async function mayClose({
  dialog,
  window,
  engine,
  texts,
  dialogs,
  grants,
  patience = 10_000,
}: Closing): Promise<boolean> {
  const info: ProjectInfo | 'busy' | null = await Promise.race([
    engine.call('project.info', {}).catch(() => null),
    waited(patience),
  ]);
  if (info === null) return true;
  // It does not answer: whoever will not wait goes, and what is not saved is offered again as after a crash.
  if (info === 'busy') return mayStop({ dialog, window, texts });
  if (!info.unsaved) {
    const { jobs }: { jobs: readonly JobState[] } = await engine.call('job.list', {});
    if (jobs.length > 0 && !(await mayStop({ dialog, window, texts }))) return false;
    // What the file does not hold may still be a training to go on with.
    return closed(engine, {});
  }
  const { message, detail, save, discard, cancel } = texts().unsaved;
  const { response } = await dialog.showMessageBox(window(), {
    type: 'question',
    message: message(info.name ?? texts().untitled),
    detail,
    buttons: [save, discard, cancel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  if (response === 2) return false;
  if (response === 1) return closed(engine, { save: false });
  if (info.name === null) {
    const target = await dialogs.chooseSaveTarget(`${texts().untitled}.firth`);
    if (target === null) return false;
    await engine.call('project.save', { target: { path: grants.pathOf(target.grant, 'write') } });
  } else await engine.call('project.save', {});
  return closed(engine, { save: true });
}

/** Asks whether work that is under way is to be stopped. */
async function mayStop({ dialog, window, texts }: Pick<Closing, 'dialog' | 'window' | 'texts'>) {
  const { message, detail, stop, goOn } = texts().running;
  const { response } = await dialog.showMessageBox(window(), {
    type: 'question',
    message,
    detail,
    buttons: [goOn, stop],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

async function closed(engine: EngineHost, unsaved: { save?: boolean }): Promise<true> {
  await engine.call('project.close', unsaved);
  return true;
}

import type { BrowserWindow, Dialog } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../core/contract/errors.ts';
import { mayClose } from '../../electron/closing.ts';
import type { EngineHost } from '../../electron/engine-host.ts';
import { createGrants } from '../../electron/grants.ts';
import { mainTexts } from '../../electron/main-texts.ts';
import type { WindowDialogs } from '../../electron/window-dialogs.ts';
import { BrowserWindow as FakeWindow } from './fake-electron.ts';

interface Situation {
  /** What the engine says of the project; null when none is open. */
  readonly project: { readonly name: string | null; readonly unsaved: boolean } | null;
  /** Place of the button that the person presses. */
  readonly press?: 0 | 1 | 2;
  /** Where a project without a file is to be saved. */
  readonly place?: string | null;
  readonly saveFails?: boolean;
  readonly language?: 'en' | 'zh';
  /** Something is under way. */
  readonly works?: boolean;
  /** The engine answers nothing. */
  readonly hangs?: boolean;
}

/** Closes in a situation. @returns whether the window may go, what the engine was told, what the person was asked */
async function close({
  project,
  press = 0,
  place = null,
  saveFails = false,
  language = 'en',
  works = false,
  hangs = false,
}: Situation) {
  const told: unknown[] = [];
  const call = vi.fn((method: string, params: unknown) => {
    if (hangs) return new Promise<never>(() => undefined);
    if (method === 'project.info')
      return project === null ? Promise.reject(new AppError('E_REQUEST_INVALID')) : Promise.resolve(project);
    if (method === 'job.list') return Promise.resolve({ jobs: works ? [{ method: 'model.train' }] : [] });
    told.push([method, params]);
    return method === 'project.save' && saveFails
      ? Promise.reject(new AppError('E_NO_SPACE'))
      : Promise.resolve(null);
  });
  const showMessageBox = vi.fn<
    (
      window: unknown,
      question: { message: string; detail: string; buttons: string[] },
    ) => Promise<{ response: number }>
  >(() => Promise.resolve({ response: press }));
  const grants = createGrants();
  const closing = mayClose({
    dialog: { showMessageBox } as unknown as Dialog,
    window: () => new FakeWindow({}) as unknown as BrowserWindow,
    engine: { call } as unknown as EngineHost,
    texts: () => mainTexts(language, ''),
    grants,
    patience: 10,
    dialogs: {
      chooseSaveTarget: () => Promise.resolve(place === null ? null : grants.issue(place, 'write')),
    } as unknown as WindowDialogs,
  });
  const outcome = await closing.catch((error: unknown) => (error as AppError).code);
  return { outcome, told, asked: showMessageBox.mock.calls.map(([, question]) => question) };
}

const closed = (save: boolean) => ['project.close', { save }];

describe('closing the window', () => {
  it('asks nothing when no project is open or everything is saved', async () => {
    expect(await close({ project: null })).toEqual({ outcome: true, told: [], asked: [] });
    expect(await close({ project: { name: 'a.firth', unsaved: false } })).toEqual({
      outcome: true,
      told: [['project.close', {}]],
      asked: [],
    });
  });

  it('asks what is to become of unsaved work, and does so', async () => {
    const project = { name: 'a.firth', unsaved: true };
    expect(await close({ project, press: 0 })).toMatchObject({
      outcome: true,
      told: [['project.save', {}], closed(true)],
    });
    expect(await close({ project, press: 1 })).toMatchObject({ outcome: true, told: [closed(false)] });
    expect(await close({ project, press: 2 })).toMatchObject({ outcome: false, told: [] });
  });

  it('asks before it stops what is under way, also where everything is saved', async () => {
    const project = { name: 'a.firth', unsaved: false };
    const stays = await close({ project, works: true, press: 0 });
    expect(stays).toMatchObject({ outcome: false, told: [] });
    expect(stays.asked).toMatchObject([{ buttons: ['Keep Open', 'Stop and Close'], defaultId: 0 }]);
    expect(await close({ project, works: true, press: 1 })).toMatchObject({
      outcome: true,
      told: [['project.close', {}]],
    });
  });

  it('does not wait for ever for an engine that does not answer: the person may go', async () => {
    const project = { name: 'a.firth', unsaved: true };
    const stays = await close({ project, hangs: true, press: 0 });
    expect(stays).toMatchObject({ outcome: false, told: [] });
    expect(stays.asked).toMatchObject([{ buttons: ['Keep Open', 'Stop and Close'] }]);
    expect(await close({ project, hangs: true, press: 1 })).toMatchObject({ outcome: true, told: [] });
  });

  it('asks where a project without a file is to go, and stays when nowhere is said', async () => {
    const project = { name: null, unsaved: true };
    expect(await close({ project, place: '/saved/here.firth' })).toMatchObject({
      outcome: true,
      told: [['project.save', { target: { path: '/saved/here.firth' } }], closed(true)],
    });
    expect(await close({ project, place: null })).toMatchObject({ outcome: false, told: [] });
  });

  it('stays when the work could not be saved', async () => {
    expect(await close({ project: { name: 'a.firth', unsaved: true }, saveFails: true })).toMatchObject({
      outcome: 'E_NO_SPACE',
      told: [['project.save', {}]],
    });
  });

  it('asks in the language of the person, with verbs on the buttons', async () => {
    const project = { name: 'letters.firth', unsaved: true };
    const [english] = (await close({ project })).asked;
    expect(english).toMatchObject({ buttons: ['Save', 'Don’t Save', 'Cancel'], defaultId: 0, cancelId: 2 });
    expect(english!.message).toContain('letters.firth');
    const [chinese] = (await close({ project, language: 'zh' })).asked;
    expect(chinese!.buttons).toEqual(['保存', '不保存', '取消']);
    expect(chinese!.message).toMatch(/letters\.firth.*\p{Script=Han}/u);
    expect(
      (await close({ project: { name: null, unsaved: true }, language: 'zh' })).asked[0]!.message,
    ).toContain('未命名');
  });
});

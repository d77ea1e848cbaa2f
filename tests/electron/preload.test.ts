import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channels } from '../../electron/channels.ts';
import type * as Fake from './fake-electron.ts';

type Api = Record<string, (...args: never[]) => unknown>;
type Call = (
  method: string,
  params: unknown,
  onProgress?: (progress: unknown) => void,
) => { answer: Promise<unknown>; cancel: () => void };

let fake: typeof Fake;
let api: Api;
let exposed: [string, Api][];

beforeEach(async () => {
  vi.resetModules();
  fake = await import('./fake-electron.ts');
  await import('../../electron/preload.ts');
  exposed = fake.contextBridge.exposeInMainWorld.mock.calls as [string, Api][];
  api = exposed[0]![1];
});

describe('the preload script', () => {
  it('puts these functions into the page and nothing else', () => {
    expect(exposed.map(([name]) => name)).toEqual(['firthPreload']);
    expect(Object.keys(api).toSorted()).toEqual([
      'call',
      'changeSettings',
      'chooseFiles',
      'chooseFolder',
      'chooseProject',
      'chooseSaveTarget',
      'copyText',
      'dataFolder',
      'grantForDrop',
      'newProject',
      'onJob',
      'onLeaving',
      'onMenu',
      'onOpened',
      'recentProjects',
      'sample',
      'saveFile',
      'settings',
      'settled',
      'showPages',
    ]);
    expect(Object.values(api).every((value) => typeof value === 'function')).toBe(true);
  });

  it('asks only over channels of Firth’s own, whatever it is given', async () => {
    const evil = ['electron:invoke', '__proto__', 'firth:call', 'ELECTRON_BROWSER_REQUIRE'];
    for (const [name, ask] of Object.entries(api)) {
      if (name.startsWith('on')) continue;
      for (const word of evil)
        await (name === 'call' ? (ask as Call)(word, word).answer : ask(...([word, word] as never[])));
    }
    const used = new Set(fake.ipcRenderer.invoke.mock.calls.map(([channel]) => channel));
    expect([...used].filter((channel) => !Object.values<unknown>(channels).includes(channel))).toEqual([]);
    expect(fake.ipcRenderer.send).not.toHaveBeenCalled();
  });

  it('gives no event, no sender and no channel to those who listen', () => {
    const heard = vi.fn();
    const stop = (api['onMenu'] as (listener: unknown) => () => void)(heard);
    fake.ipcRenderer.emit(channels.menu, { sender: fake.ipcRenderer, ports: [] }, 'save');
    expect(heard.mock.calls).toEqual([['save']]);
    stop();
    fake.ipcRenderer.emit(channels.menu, {}, 'save');
    expect(heard).toHaveBeenCalledOnce();
  });

  it('brings progress to the call it belongs to, until that is answered', async () => {
    const call = api['call'] as unknown as Call;
    const answers = [Promise.withResolvers<unknown>(), Promise.withResolvers<unknown>()];
    fake.ipcRenderer.invoke.mockImplementation(
      () => answers[fake.ipcRenderer.invoke.mock.calls.length - 1]!.promise,
    );
    const heard = [vi.fn(), vi.fn()];
    const first = call('model.train', {}, heard[0]);
    const second = call('corpus.import', {}, heard[1]);
    const ids = fake.ipcRenderer.invoke.mock.calls.map(([, id]) => id as number);
    expect(new Set(ids).size).toBe(2);
    expect(ids.every(Number.isSafeInteger)).toBe(true);
    fake.ipcRenderer.emit(channels.progress, {}, ids[1], { done: 1 });
    expect([heard[0]!.mock.calls, heard[1]!.mock.calls]).toEqual([[], [[{ done: 1 }]]]);
    second.cancel();
    expect(fake.ipcRenderer.send.mock.calls).toEqual([[channels.cancel, ids[1]]]);
    answers[1]!.resolve({ ok: true, value: null });
    await second.answer;
    fake.ipcRenderer.emit(channels.progress, {}, ids[1], { done: 2 });
    expect(heard[1]).toHaveBeenCalledOnce();
    answers[0]!.resolve({ ok: true, value: 1 });
    expect(await first.answer).toEqual({ ok: true, value: 1 });
  });

  it('keeps a project that was opened before the page listens', () => {
    fake.ipcRenderer.emit(channels.opened, {}, { grant: 'a', name: 'a.firth' });
    const heard = vi.fn();
    (api['onOpened'] as (listener: unknown) => () => void)(heard);
    expect(heard.mock.calls).toEqual([[{ grant: 'a', name: 'a.firth' }]]);
    fake.ipcRenderer.emit(channels.opened, {}, { grant: 'b', name: 'b.firth' });
    expect(heard.mock.calls.slice(1)).toEqual([[{ grant: 'b', name: 'b.firth' }]]);
  });

  it('takes the path of a dropped file from the system, not from the page', async () => {
    const drop = api['grantForDrop'] as unknown as (file: { path: string }) => Promise<unknown>;
    fake.webUtils.getPathForFile.mockReturnValue('/from/the/system.txt');
    await drop({ path: '/etc/passwd' });
    expect(fake.ipcRenderer.invoke.mock.calls).toEqual([[channels.grantForDrop, '/from/the/system.txt']]);
  });
});

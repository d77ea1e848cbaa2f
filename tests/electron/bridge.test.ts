import type { IpcMain, WebContents } from 'electron';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { calls } from '../../core/contract/calls/all.ts';
import type { Method } from '../../core/contract/contract.ts';
import { AppError, toFailure } from '../../core/contract/errors.ts';
import { openBridge } from '../../electron/bridge.ts';
import { channels, type Answer } from '../../electron/channels.ts';
import type { EngineHost } from '../../electron/engine-host.ts';
import { createGrants } from '../../electron/grants.ts';
import type { WindowDialogs } from '../../electron/window-dialogs.ts';
import { FakeContents, FakeIpcMain } from './fake-electron.ts';

const asked = new Set(['progress', 'menu', 'opened', 'cancel', 'job', 'leaving']);
const requests = Object.entries(channels).filter(([name]) => !asked.has(name));

function opened() {
  const ipcMain = new FakeIpcMain();
  const page = new FakeContents();
  const grants = createGrants();
  const engine = { answer: vi.fn<(...args: unknown[]) => Promise<unknown>>(() => Promise.resolve('answer')) };
  const spoken: string[] = [];
  const dialogs = new Proxy(
    {},
    {
      get:
        (_target, name: string) =>
        (...args: unknown[]) => {
          spoken.push(name);
          return { name, args };
        },
    },
  );
  const onAnswer = vi.fn();
  const shownPages = vi.fn();
  const { settle } = openBridge({
    ipcMain: ipcMain as unknown as IpcMain,
    page: () => page as unknown as WebContents,
    engine: engine as unknown as EngineHost,
    grants,
    dialogs: dialogs as unknown as WindowDialogs,
    showPages: shownPages,
    copyText: () => Promise.resolve(),
    region: () => 'de-AT',
    told: toFailure,
    onAnswer,
  });
  const own = { sender: page, senderFrame: page.mainFrame };
  const ask = (channel: string, args: readonly unknown[], event: object = own) =>
    ipcMain.handlers.get(channel)!(event, ...args) as Promise<Answer>;
  return { ipcMain, page, grants, engine, spoken, onAnswer, shownPages, own, ask, settle };
}

/** As it crosses a process: what is no plain value has no content there. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What each channel but that of calls was agreed to take, said once more by hand. */
function asAgreed([name, args]: readonly [string, readonly unknown[]]): boolean {
  const [first, second] = args;
  switch (name) {
    case 'showPages':
      return args.length === 1 && Array.isArray(first);
    case 'chooseFiles':
      return args.length <= 1 && (first === undefined || Array.isArray(first));
    case 'chooseSaveTarget':
    case 'grantForDrop':
    case 'copyText':
      return args.length === 1 && typeof first === 'string';
    case 'saveFile':
      return (
        args.length === 2 &&
        typeof first === 'string' &&
        (typeof second === 'string' || second instanceof Uint8Array)
      );
    case 'sample':
      return args.length === 1 && (first === 'en' || first === 'zh');
    // What the settings may be is looked at by whoever keeps them.
    case 'changeSettings':
      return args.length <= 1;
    default:
      return args.length === 0;
  }
}

const refusal = { ok: false, error: expect.objectContaining({ code: 'E_REQUEST_INVALID' }) as unknown };
const preset = ['model.preset', {}] as const;

describe('the bridge', () => {
  it('answers exactly the channels that the preload script asks over', () => {
    const { ipcMain } = opened();
    expect([...ipcMain.handlers.keys()].toSorted()).toEqual(requests.map(([, name]) => name).toSorted());
    expect(ipcMain.eventNames()).toEqual([channels.cancel]);
  });

  it('lets the page keep what it holds back, and waits for no page that is gone or hangs', async () => {
    const { ask, page, settle } = opened();
    let isSettled = false;
    const settling = settle().then(() => (isSettled = true));
    expect(page.send.mock.calls).toEqual([[channels.leaving]]);
    await Promise.resolve();
    expect(isSettled).toBe(false);
    expect(await ask(channels.settled, [])).toEqual({ ok: true, value: null });
    await settling;
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const hanging = settle();
    await vi.runAllTimersAsync();
    await hanging;
    page.destroyed = true;
    await settle();
    expect(page.send).toHaveBeenCalledTimes(2);
  });

  it('hands on which pages the menu is to go to', async () => {
    const { ask, shownPages } = opened();
    const named = [
      { name: 'words', label: '词表', key: '3' },
      { name: 'map', label: 'Map', key: null },
    ];
    expect(await ask(channels.showPages, [named])).toEqual({ ok: true, value: null });
    expect(shownPages).toHaveBeenCalledExactlyOnceWith(named);
  });

  it('answers its own page', async () => {
    const { ask, engine, onAnswer } = opened();
    expect(await ask(channels.call, [1, ...preset])).toEqual({ ok: true, value: 'answer' });
    // The engine gets what was checked, with the defaults in it.
    expect(engine.answer.mock.calls[0]!.slice(0, 2)).toEqual(['model.preset', { texts: 'all' }]);
    expect(onAnswer).toHaveBeenCalledWith('model.preset', { texts: 'all' }, 'answer');
    expect(await ask(channels.chooseProject, [])).toMatchObject({ ok: true });
  });

  it('gives tables the signs of the system’s region, unless they are asked for', async () => {
    const { ask, engine, grants } = opened();
    // A right to write is for one table.
    const table = () => ({
      columns: [{ name: 'w', kind: 'text' }],
      rows: [['a']],
      format: 'csv',
      target: { grant: grants.issue('/tables/a.csv', 'write').grant },
    });
    await ask(channels.call, [1, 'exchange.table', table()]);
    await ask(channels.call, [2, 'exchange.table', { ...table(), locale: 'en' }]);
    expect(engine.answer.mock.calls.map(([, input]) => (input as { locale?: string }).locale)).toEqual([
      'de-AT',
      'en',
    ]);
  });

  it.each([
    [
      'a frame within the page',
      (page: FakeContents) => ({ sender: page, senderFrame: { url: 'app://bundle/index.html' } }),
    ],
    ['another page', (page: FakeContents) => ({ sender: new FakeContents(), senderFrame: page.mainFrame })],
    ['a page that has gone', (page: FakeContents) => ({ sender: page, senderFrame: null })],
    ...[
      'https://example.org/',
      'file:///index.html',
      'about:blank',
      'data:text/html,x',
      'app://other/index.html',
      'app://bundle.example.org/index.html',
      'app://bundle@example.org/',
      'https://bundle/app://bundle/',
      '',
    ].map(
      (url) =>
        [
          `the page at “${url}”`,
          (page: FakeContents) => {
            page.mainFrame.url = url;
            return { sender: page, senderFrame: page.mainFrame };
          },
        ] as const,
    ),
  ] as const)('refuses %s on every channel', async (_name, eventOf) => {
    const { ask, page, engine, spoken, ipcMain } = opened();
    const event = eventOf(page);
    for (const [, channel] of requests) expect(await ask(channel, [1, ...preset], event)).toEqual(refusal);
    expect(() => ipcMain.emit(channels.cancel, event, 1)).not.toThrow();
    expect([engine.answer.mock.calls, spoken]).toEqual([[], []]);
  });

  it('refuses methods that are not in the contract, and names that every object has', async () => {
    const { ask, engine } = opened();
    for (const method of ['', 'project', 'constructor', '__proto__', 'toString', 'x'.repeat(101)])
      expect(await ask(channels.call, [1, method, {}])).toEqual(refusal);
    expect(engine.answer).not.toHaveBeenCalled();
  });

  it('refuses keys that were not agreed, in every method', async () => {
    const { ask, engine } = opened();
    for (const method of Object.keys(calls))
      expect([method, await ask(channels.call, [1, method, { surprise: 1 }])]).toEqual([method, refusal]);
    expect(engine.answer).not.toHaveBeenCalled();
  });

  it.each<readonly [string, readonly unknown[]]>([
    [channels.call, [1, 'search.neighbours', { word: 'x'.repeat(10_001) }]],
    [channels.call, [1, 'search.odd', { words: Array.from({ length: 10_001 }, () => 'x') }]],
    [channels.call, [1, 'corpus.preview', { text: 'x'.repeat(100_001), language: 'en', tokens: {} }]],
    [channels.call, [1, 'project.open', { file: { grant: 'x'.repeat(201) } }]],
    [channels.call, [-1, ...preset]],
    [channels.call, [1.5, ...preset]],
    [channels.call, [1, ...preset, 'more']],
    [channels.call, [1]],
    [channels.chooseProject, ['more']],
    [channels.chooseFiles, [Array.from({ length: 21 }, () => ({ name: 'a', extensions: [] }))]],
    [channels.chooseFiles, [[{ name: 'a'.repeat(101), extensions: [] }]]],
    [channels.chooseFiles, [[{ name: 'a', extensions: ['b'.repeat(21)] }]]],
    [channels.chooseFiles, [[{ name: 'a', extensions: [], properties: ['openDirectory'] }]]],
    [channels.chooseSaveTarget, ['x'.repeat(301)]],
    [channels.saveFile, ['table.csv', new Uint8Array(200_000_001)]],
    [channels.saveFile, ['table.csv', 12]],
    [channels.saveFile, ['table.csv', 'text', '/etc/passwd']],
    [channels.grantForDrop, ['x'.repeat(32_769)]],
    [channels.sample, ['../../..']],
    [channels.showPages, [[{ name: 'words', label: '', key: null }]]],
    [channels.showPages, [[{ name: 'words', label: 'x'.repeat(61), key: null }]]],
    [channels.showPages, [[{ name: 'WORDS 1', label: 'Words', key: null }]]],
    [channels.showPages, [[{ name: 'words', label: 'Words', key: 'Shift+Q' }]]],
    [channels.showPages, [Array.from({ length: 41 }, () => ({ name: 'a', label: 'a', key: null }))]],
  ])('refuses on %s what is too long or not as agreed (case %#)', async (channel, args) => {
    const { ask, engine, spoken } = opened();
    expect(await ask(channel, args)).toEqual(refusal);
    expect([engine.answer.mock.calls, spoken]).toEqual([[], []]);
  });

  // One request of each method that takes a file, with the place of the file.
  const naming: readonly (readonly [Method, (file: unknown) => object])[] = [
    ['project.open', (file) => ({ file })],
    ['project.save', (target) => ({ target })],
    ['project.verify', (file) => ({ file })],
    ['model.importVectors', (file) => ({ file })],
    ['evaluate.pairs', (file) => ({ file })],
    ['evaluate.analogies', (file) => ({ file })],
    ['exchange.export', (target) => ({ what: 'vectors', format: 'csv', target })],
  ];

  it.each(naming)('lets the page name no path in %s', async (method, params) => {
    const { ask, engine, grants } = opened();
    expect(await ask(channels.call, [1, method, params({ path: '/etc/passwd' })])).toEqual(refusal);
    expect(await ask(channels.call, [2, method, params('/etc/passwd')])).toEqual(refusal);
    expect(await ask(channels.call, [3, method, params({ grant: '/etc/passwd' })])).toEqual(refusal);
    expect(engine.answer).not.toHaveBeenCalled();
    const { grant } = grants.issue('/chosen/file', 'write');
    expect(await ask(channels.call, [4, method, params({ grant })])).toMatchObject({ ok: true });
    const [asked, input] = engine.answer.mock.calls[0]!;
    expect([asked, input]).toEqual([method, expect.objectContaining(params({ path: '/chosen/file' }))]);
  });

  it('answers anything at all on any channel with a value or a catalogued refusal', async () => {
    const methods = fc.constantFrom(...Object.keys(calls));
    const value = fc.oneof(
      fc.anything({
        withNullPrototype: true,
        withTypedArray: true,
        withBigInt: true,
        withMap: true,
        maxDepth: 3,
      }),
      fc.record({ word: fc.string(), file: fc.anything(), words: fc.anything(), settings: fc.anything() }),
    );
    for (const [name, channel] of requests) {
      const args =
        name === 'call'
          ? fc.tuple(fc.nat(), fc.oneof(methods, fc.string()), value)
          : fc.array(value, { maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(args, async (given) => {
          const { ask, engine, spoken } = opened();
          const answer = await ask(channel, given);
          if (!answer.ok) {
            expect(answer.error.code).toBe('E_REQUEST_INVALID');
            expect([engine.answer.mock.calls, spoken]).toEqual([[], []]);
          } else if (name === 'call') {
            // What was let through is a call of the contract with what was given, and defaults beside it, and names no path.
            const [, method, params] = given as [number, string, object];
            expect(Object.hasOwn(calls, method)).toBe(true);
            expect(engine.answer.mock.calls.map(([asked]) => asked)).toEqual([method]);
            const taken = asJson(engine.answer.mock.calls[0]![1]);
            expect(taken).toMatchObject({ ...(asJson(params) as object) });
            expect(JSON.stringify(taken)).not.toContain('"path"');
          } else {
            expect(engine.answer).not.toHaveBeenCalled();
            expect([name, given]).toSatisfy(asAgreed);
          }
        }),
        { numRuns: 200 },
      );
    }
  });

  it('hands failures over as values, with no stack', async () => {
    const { ask, engine } = opened();
    engine.answer.mockRejectedValueOnce(new AppError('E_WORD_UNKNOWN', { word: 'x' }));
    expect(await ask(channels.call, [1, 'search.neighbours', { word: 'x' }])).toEqual({
      ok: false,
      error: { code: 'E_WORD_UNKNOWN', details: { word: 'x' } },
    });
    engine.answer.mockRejectedValueOnce(new TypeError('at home'));
    expect(await ask(channels.call, [2, ...preset])).toEqual({
      ok: false,
      error: { code: 'E_INTERNAL', details: { reason: 'at home' } },
    });
  });

  it('cancels the call that was meant, and no number twice at a time', async () => {
    const { ask, engine, ipcMain, own } = opened();
    const signals: AbortSignal[] = [];
    const pending: (() => void)[] = [];
    engine.answer.mockImplementation((_method, _params, hooks) => {
      signals.push((hooks as { signal: AbortSignal }).signal);
      return new Promise((resolve) => pending.push(() => resolve('answer')));
    });
    const answers = [ask(channels.call, [1, ...preset]), ask(channels.call, [2, ...preset])];
    expect(await ask(channels.call, [2, ...preset])).toEqual(refusal);
    for (const nonsense of ['2', null, {}, -1, NaN]) ipcMain.emit(channels.cancel, own, nonsense);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
    ipcMain.emit(channels.cancel, own, 2);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
    pending.forEach((settle) => settle());
    await Promise.all(answers);
    void ask(channels.call, [2, ...preset]);
    expect(signals).toHaveLength(3);
  });

  it('tells the page of progress while there is a page', async () => {
    const { ask, engine, page } = opened();
    engine.answer.mockImplementation((_method, _params, hooks) => {
      const { onProgress } = hooks as { onProgress: (value: unknown) => void };
      onProgress({ done: 1 });
      page.destroyed = true;
      onProgress({ done: 2 });
      return Promise.resolve(null);
    });
    await ask(channels.call, [7, ...preset]);
    expect(page.send.mock.calls).toEqual([[channels.progress, 7, { done: 1 }]]);
  });
});

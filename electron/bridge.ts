import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import * as v from 'valibot';
import { checkedInput, isMethod } from '../core/contract/checks.ts';
import type { Method, Output } from '../core/contract/contract.ts';
import { AppError, type Failure } from '../core/contract/errors.ts';
import type { MenuPage } from '../core/contract/window.ts';
import { isOurs } from './app-protocol.ts';
import { channels, type Answer } from './channels.ts';
import type { EngineHost } from './engine-host.ts';
import type { Grants } from './grants.ts';
import type { WindowDialogs } from './window-dialogs.ts';

export interface Bridge {
  readonly ipcMain: IpcMain;
  readonly page: () => WebContents;
  readonly engine: EngineHost;
  readonly grants: Grants;
  readonly dialogs: WindowDialogs;
  /** The pages that the native menu is to go to. */
  readonly showPages: (pages: readonly MenuPage[]) => void;
  readonly copyText: (text: string) => Promise<void>;
  /** The region that the system is set to, as a tag. */
  readonly region: () => string;
  /** What the page is told of an error that arose here. */
  readonly told: (error: unknown, channel: string) => Failure;
  /** Told what was asked and answered, before the page hears of it. */
  readonly onAnswer: (method: Method, params: unknown, value: unknown) => void;
  /** Told what is asked. */
  readonly onAsked?: (method: Method, params: unknown) => void;
}

const id = v.pipe(v.number(), v.integer(), v.minValue(0));
const call = v.strictTuple([id, v.pipe(v.string(), v.maxLength(100)), v.unknown()]);
const none = v.strictTuple([]);
const suggested = v.pipe(v.string(), v.maxLength(300));
const filters = v.pipe(
  v.array(
    v.strictObject({
      name: v.pipe(v.string(), v.maxLength(100)),
      extensions: v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(50)),
    }),
  ),
  v.maxLength(20),
);
// They stand in a menu of the system.
const menuPages = v.pipe(
  v.array(
    v.strictObject({
      name: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/u)),
      label: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
      key: v.nullable(v.pipe(v.string(), v.regex(/^[0-9A-Z]$/u))),
    }),
  ),
  v.maxLength(40),
);
/** A page that hangs must not keep its window open. */
const longestSettlingMs = 2000;
const mostBytes = 200_000_000;
const content = v.union([
  v.pipe(v.string(), v.maxLength(mostBytes)),
  v.pipe(
    v.instance(Uint8Array),
    v.check((bytes) => bytes.byteLength <= mostBytes),
  ),
]);

/** The only place that hears the page: every request comes from our own page’s top frame and has the form that was agreed. */
export function openBridge({
  ipcMain,
  page,
  engine,
  grants,
  dialogs,
  showPages,
  copyText,
  region,
  told,
  onAnswer,
  onAsked,
}: Bridge): { readonly settle: () => Promise<void> } {
  const running = new Map<number, AbortController>();
  /** Tables have the signs of the system’s region, which the page cannot ask for: its own language is that of the window. */
  const inRegion = <I extends object>(method: Method, input: I): I =>
    (method === 'exchange.export' || method === 'exchange.table') && !('locale' in input)
      ? { ...input, locale: region() }
      : input;

  // The frame is null when the page that asked has gone.
  const isFromPage = ({ sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>) =>
    sender === page() &&
    !page().isDestroyed() &&
    senderFrame !== null &&
    senderFrame === page().mainFrame &&
    isOurs(senderFrame.url);

  function handle<S extends v.GenericSchema<unknown, readonly unknown[]>>(
    channel: string,
    schema: S,
    answer: (...args: v.InferOutput<S> extends readonly unknown[] ? [...v.InferOutput<S>] : never) => unknown,
  ): void {
    ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<Answer> => {
      try {
        if (!isFromPage(event)) throw new AppError('E_REQUEST_INVALID', { reason: 'not from the window' });
        const checked = v.safeParse(schema, args);
        if (!checked.success)
          throw new AppError('E_REQUEST_INVALID', { method: channel, reason: 'not as agreed' });
        return { ok: true, value: await answer(...(checked.output as never)) };
      } catch (error) {
        return { ok: false, error: told(error, channel) };
      }
    });
  }

  handle(channels.call, call, async (number: number, method: string, params: unknown) => {
    if (!isMethod(method)) throw new AppError('E_REQUEST_INVALID', { method, reason: 'no such method' });
    const input = checkedInput(method, params);
    const resolved = inRegion(method, grants.resolve(input) as typeof input);
    if (running.has(number))
      throw new AppError('E_REQUEST_INVALID', { method, reason: 'this number is in use' });
    const cancel = new AbortController();
    running.set(number, cancel);
    onAsked?.(method, resolved);
    try {
      const value: Output<Method> = await engine.answer(method, resolved, {
        signal: cancel.signal,
        onProgress: (progress: unknown) => {
          if (!page().isDestroyed()) page().send(channels.progress, number, progress);
        },
      });
      onAnswer(method, resolved, value);
      return value;
    } finally {
      running.delete(number);
    }
  });
  ipcMain.on(channels.cancel, (event, number: unknown) => {
    if (isFromPage(event) && typeof number === 'number') running.get(number)?.abort();
  });
  handle(channels.newProject, none, () => dialogs.newProject());
  handle(channels.chooseProject, none, () => dialogs.chooseProject());
  handle(
    channels.chooseFiles,
    v.strictTuple([v.optional(filters)]),
    (wanted?: v.InferOutput<typeof filters>) => dialogs.chooseFiles(wanted ?? []),
  );
  handle(channels.chooseFolder, none, () => dialogs.chooseFolder());
  handle(channels.chooseSaveTarget, v.strictTuple([suggested]), (name: string) =>
    dialogs.chooseSaveTarget(name),
  );
  handle(channels.saveFile, v.strictTuple([suggested, content]), (name: string, data: string | Uint8Array) =>
    dialogs.saveFile(name, data),
  );
  // The path comes from the preload script, which has it from the system: a page cannot make up a dropped file.
  handle(channels.grantForDrop, v.strictTuple([v.pipe(v.string(), v.maxLength(32_768))]), (path: string) =>
    path === '' ? null : grants.issue(path),
  );
  handle(channels.sample, v.strictTuple([v.picklist(['en', 'zh'])]), (language: 'en' | 'zh') =>
    dialogs.sample(language),
  );
  handle(channels.recentProjects, none, () => dialogs.recentProjects());
  handle(channels.settings, none, () => dialogs.settings());
  handle(channels.changeSettings, v.strictTuple([v.unknown()]), (changed: unknown) =>
    dialogs.changeSettings(changed),
  );
  handle(channels.dataFolder, none, () => dialogs.dataFolder());
  let onSettled = (): void => undefined;
  handle(channels.settled, none, () => {
    onSettled();
    return null;
  });
  handle(channels.showPages, v.strictTuple([menuPages]), (pages: v.InferOutput<typeof menuPages>) => {
    showPages(pages);
    return null;
  });
  handle(
    channels.copyText,
    v.strictTuple([v.pipe(v.string(), v.maxLength(100_000_000))]),
    async (text: string) => {
      await copyText(text);
      return null;
    },
  );
  return {
    /** Lets the page keep what it holds back, before anybody asks whether all is saved. */
    settle: () =>
      new Promise((done) => {
        if (page().isDestroyed()) {
          done();
          return;
        }
        const timer = setTimeout(done, longestSettlingMs);
        onSettled = () => {
          clearTimeout(timer);
          done();
        };
        page().send(channels.leaving);
      }),
  };
}

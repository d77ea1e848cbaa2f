import { AppError, type Failure } from '../../core/contract/errors.ts';
import type { Firth } from '../../core/contract/window.ts';

type Answer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Failure };
type Ask = (...args: readonly unknown[]) => Promise<Answer>;

/** What the preload script puts into the page: functions that answer with values, never by throwing. */
export interface PreloadFunctions {
  readonly call: (
    method: string,
    params: unknown,
    onProgress?: (progress: unknown) => void,
  ) => { readonly answer: Promise<Answer>; readonly cancel: () => void };
  readonly newProject: Ask;
  readonly chooseProject: Ask;
  readonly chooseFiles: Ask;
  readonly chooseFolder: Ask;
  readonly chooseSaveTarget: Ask;
  readonly saveFile: Ask;
  readonly grantForDrop: Ask;
  readonly sample: Ask;
  readonly recentProjects: Ask;
  readonly settings: Ask;
  readonly changeSettings: Ask;
  readonly dataFolder: Ask;
  readonly copyText: Ask;
  readonly showPages: Ask;
  readonly settled: Ask;
  readonly onLeaving: (listener: () => void) => () => void;
  readonly onMenu: (listener: (command: never) => void) => () => void;
  readonly onOpened: (listener: (grant: never) => void) => () => void;
  readonly onJob: (listener: (event: never) => void) => () => void;
}

async function valueOf<T>(answer: Promise<Answer>): Promise<T> {
  const settled = await answer;
  if (settled.ok) return settled.value as T;
  throw new AppError(settled.error.code, settled.error.details);
}

/** State of the page is made of proxies, which cannot cross. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The functions of the preload script as the pages use them: values and errors, signals and progress. */
export function windowApi(preload: PreloadFunctions): Firth {
  const ask =
    <T>(name: Exclude<keyof PreloadFunctions, 'call' | 'onLeaving' | 'onMenu' | 'onOpened' | 'onJob'>) =>
    (...args: readonly unknown[]) =>
      valueOf<T>(preload[name](...args));
  return {
    call(method, params, { signal, onProgress } = {}) {
      const { answer, cancel } = preload.call(
        method,
        plain(params),
        onProgress as ((progress: unknown) => void) | undefined,
      );
      // An event cannot cross into the preload script's world.
      const onAbort = () => cancel();
      if (signal?.aborted === true) cancel();
      signal?.addEventListener('abort', onAbort, { once: true });
      return valueOf(answer.finally(() => signal?.removeEventListener('abort', onAbort)));
    },
    newProject: ask('newProject'),
    chooseProject: ask('chooseProject'),
    chooseFiles: ask('chooseFiles'),
    chooseFolder: ask('chooseFolder'),
    chooseSaveTarget: ask('chooseSaveTarget'),
    saveFile: ask('saveFile'),
    grantForDrop: ask('grantForDrop'),
    sample: ask('sample'),
    recentProjects: ask('recentProjects'),
    settings: ask('settings'),
    changeSettings: (changed) => valueOf(preload.changeSettings(plain(changed))),
    dataFolder: ask('dataFolder'),
    copyText: ask('copyText'),
    showPages: (pages) => valueOf(preload.showPages(plain(pages))),
    settled: ask('settled'),
    onLeaving: (listener) => preload.onLeaving(listener),
    onMenu: (listener) => preload.onMenu(listener),
    onOpened: (listener) => preload.onOpened(listener),
    onJob: (listener) => preload.onJob(listener),
  };
}

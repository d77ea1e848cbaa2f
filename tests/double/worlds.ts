import type { Codec } from './wire.ts';

// Both functions are sent to the page by their source text: they must not look at anything outside themselves.

interface Waiting {
  readonly keep: (value: unknown) => void;
  readonly fail: (reason: unknown) => void;
}
type Listener = (event: object, ...args: unknown[]) => void;

/**
 * Between the page's own world and the preload script's: values are copied; functions and promises become proxies. An event that is
 * dispatched runs its listeners before it returns, in whatever world they are, which makes calls synchronous.
 */
export function connectWorlds(here: string, there: string) {
  type Told =
    | { readonly told: 'call'; readonly id: number; readonly args: readonly unknown[] }
    | { readonly told: 'return'; readonly value: unknown }
    | { readonly told: 'throw' | 'expose'; readonly name: string; readonly value: unknown }
    | { readonly told: 'settle'; readonly id: number; readonly kept: boolean; readonly value: unknown };
  const channel = (world: string) => `double:${world}`;
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<number, Waiting>();
  const returned: Told[] = [];
  let count = 0;

  const tell = (message: Told) => window.dispatchEvent(new CustomEvent(channel(there), { detail: message }));

  function wrap(value: unknown): unknown {
    if (typeof value === 'function') {
      functions.set((count += 1), value as never);
      return { is: 'function', id: count };
    }
    if (typeof value !== 'object' || value === null) return { is: 'value', value };
    if (value instanceof Promise) {
      const id = (count += 1);
      value.then(
        (kept) => tell({ told: 'settle', id, kept: true, value: wrap(kept) }),
        (reason: unknown) => tell({ told: 'settle', id, kept: false, value: wrap(reason) }),
      );
      return { is: 'promise', id };
    }
    if (value instanceof Error) return { is: 'error', value: value.message };
    if (Array.isArray(value)) return { is: 'list', value: value.map(wrap) };
    if (Object.prototype.toString.call(value) !== '[object Object]') return { is: 'value', value };
    return { is: 'record', value: Object.entries(value).map(([name, part]) => [name, wrap(part)]) };
  }

  function unwrap(wrapped: unknown): unknown {
    const { is, id, value } = wrapped as { is: string; id: number; value: unknown };
    if (is === 'function') return (...args: unknown[]) => callThere(id, args);
    if (is === 'promise')
      return new Promise((resolve, reject) => promises.set(id, { keep: resolve, fail: reject }));
    if (is === 'error') return new Error(value as string);
    if (is === 'list') return (value as unknown[]).map(unwrap);
    if (is === 'record')
      return Object.fromEntries((value as [string, unknown][]).map(([name, part]) => [name, unwrap(part)]));
    return value;
  }

  function callThere(id: number, args: readonly unknown[]): unknown {
    tell({ told: 'call', id, args: args.map(wrap) });
    const answer = returned.pop();
    if (answer?.told === 'return') return unwrap(answer.value);
    throw new Error(answer?.told === 'throw' ? answer.name : 'the other world did not answer');
  }

  function freeze(value: unknown): unknown {
    if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(freeze);
      Object.freeze(value);
    }
    return value;
  }

  window.addEventListener(channel(here), (event) => {
    // Copied, so that neither world holds an object of the other.
    const message = (event as CustomEvent<Told>).detail;
    if (message.told === 'call') {
      let answer: Told;
      try {
        answer = { told: 'return', value: wrap(functions.get(message.id)!(...message.args.map(unwrap))) };
      } catch (error) {
        answer = { told: 'throw', name: error instanceof Error ? error.message : String(error), value: null };
      }
      tell(answer);
    } else if (message.told === 'settle') {
      const promise = promises.get(message.id);
      promises.delete(message.id);
      if (message.kept) promise?.keep(unwrap(message.value));
      else promise?.fail(unwrap(message.value));
    } else if (message.told === 'expose') {
      Object.defineProperty(window, message.name, {
        value: freeze(unwrap(message.value)),
        enumerable: true,
      });
    } else returned.push(message);
  });

  return {
    expose: (name: string, value: unknown) => tell({ told: 'expose', name, value: wrap(value) }),
  };
}

/**
 * The preload script's world: `require` knows only what a sandboxed preload script may have of electron.
 * @param drops folder in which files that are dropped in tests are thought to lie
 */
export function runPreload(
  connect: typeof connectWorlds,
  makeCodec: (
    toBase64: (bytes: Uint8Array) => string,
    fromBase64: (text: string) => Uint8Array<ArrayBuffer>,
  ) => Codec,
  drops: string,
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
): void {
  const world = globalThis as unknown as {
    doubleSend?: (text: string) => void;
    doubleReceive: (text: string) => void;
  };
  const codec = makeCodec(
    (bytes) => {
      let text = '';
      for (let from = 0; from < bytes.length; from += 32_768)
        text += String.fromCharCode(...bytes.subarray(from, from + 32_768));
      return btoa(text);
    },
    (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
  );
  const sendText = world.doubleSend!;
  delete world.doubleSend;
  const { expose } = connect('preload', 'page');
  const listeners = new Map<string, Set<Listener>>();
  const waiting = new Map<number, Waiting>();
  let count = 0;

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = (count += 1);
        waiting.set(id, { keep: resolve, fail: reject });
        sendText(codec.pack({ kind: 'invoke', id, channel, args }));
      }),
    send: (channel: string, ...args: unknown[]) => sendText(codec.pack({ kind: 'send', channel, args })),
    on(channel: string, listener: Listener) {
      if (!listeners.has(channel)) listeners.set(channel, new Set());
      listeners.get(channel)!.add(listener);
      return ipcRenderer;
    },
    removeListener(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };
  world.doubleReceive = (text) => {
    const message = codec.unpack(text) as {
      kind: 'answer' | 'failure' | 'event';
      id: number;
      value: unknown;
      channel: string;
      args: unknown[];
    };
    if (message.kind === 'event') {
      for (const listener of [...(listeners.get(message.channel) ?? [])])
        listener({ sender: ipcRenderer }, ...message.args);
      return;
    }
    const { keep, fail } = waiting.get(message.id)!;
    waiting.delete(message.id);
    if (message.kind === 'answer') keep(message.value);
    else fail(new Error(message.value as string));
  };
  const electron = {
    contextBridge: { exposeInMainWorld: expose },
    ipcRenderer,
    webUtils: { getPathForFile: (file: File) => (drops === '' ? '' : `${drops}/${file.name}`) },
  };
  const require = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
}

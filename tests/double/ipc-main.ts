import { EventEmitter } from 'node:events';

/** What a page's preload script sends. */
export interface FromPage {
  readonly kind: 'invoke' | 'send';
  readonly id: number;
  readonly channel: string;
  readonly args: readonly unknown[];
}

interface Sender {
  readonly mainFrame: object;
  deliver(message: object): void;
}

type Handler = (event: object, ...args: readonly unknown[]) => unknown;

/** Electron's `ipcMain`. */
class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  async receive(sender: Sender, { kind, id, channel, args }: FromPage): Promise<void> {
    const event = { sender, senderFrame: sender.mainFrame };
    if (kind === 'send') {
      this.emit(channel, event, ...args);
      return;
    }
    try {
      const handler = this.#handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      sender.deliver({ kind: 'answer', id, value: await handler(event, ...args) });
    } catch (error) {
      sender.deliver({
        kind: 'failure',
        id,
        value: `Error invoking remote method '${channel}': ${String(error)}`,
      });
    }
  }
}

export const ipcMain = new IpcMain();

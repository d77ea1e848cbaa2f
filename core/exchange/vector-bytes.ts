import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';

/** The bytes of a file, gunzipped where they are zipped, taken in whatever portions a format asks for. */
export interface VectorBytes {
  /** The next bytes without taking them: `length` of them, fewer only at the end of the file. */
  peek(length: number): Promise<Buffer>;
  /** Takes up to and without the mark; null at the end of the file. @throws AppError E_VECTORS_MALFORMED beyond `longest` bytes */
  until(mark: number, longest: number): Promise<Buffer | null>;
  /** Takes exactly so many bytes, or null where there are fewer. */
  take(length: number): Promise<Buffer | null>;
  close(): void;
}

const lineFeed = 0x0a;
export const marks = { lineFeed, space: 0x20 } as const;

/** @throws AppError E_FILE_UNREADABLE, E_VECTORS_MALFORMED (damaged gzip), E_CANCELLED while reading */
export function readBytes(
  path: string,
  size: number,
  gzip: boolean,
  { signal, onProgress }: Hooks,
): VectorBytes {
  const file = basename(path);
  const source = createReadStream(path, { highWaterMark: 1 << 20 });
  const stream = gzip ? source.pipe(createGunzip()) : source;
  source.on('error', (error) => stream.destroy(error));
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let pending: Buffer = Buffer.alloc(0);
  let at = 0;
  let ended = false;

  async function more(): Promise<boolean> {
    if (ended) return false;
    if (signal?.aborted === true) throw new AppError('E_CANCELLED');
    const next = await chunks.next().catch((error: unknown) => {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code.startsWith('Z_')) throw new AppError('E_VECTORS_MALFORMED', { file, reason: 'damaged gzip' });
      throw new AppError('E_FILE_UNREADABLE', { file, reason: code });
    });
    if (next.done === true) {
      ended = true;
      return false;
    }
    pending = at === pending.length ? next.value : Buffer.concat([pending.subarray(at), next.value]);
    at = 0;
    onProgress?.({ phase: 'reading', done: Math.min(size, source.bytesRead), total: size });
    return true;
  }

  async function fill(length: number): Promise<void> {
    while (pending.length - at < length && (await more()));
  }

  return {
    async peek(length) {
      await fill(length);
      return pending.subarray(at, at + length);
    },
    async until(mark, longest) {
      for (let searched = 0; ;) {
        const found = pending.indexOf(mark, at + searched);
        if (found >= 0) {
          const taken = pending.subarray(at, found);
          at = found + 1;
          return taken;
        }
        searched = pending.length - at;
        if (searched > longest) throw new AppError('E_VECTORS_MALFORMED', { file, reason: 'no end of line' });
        if (await more()) continue;
        if (searched === 0) return null;
        const taken = pending.subarray(at);
        at = pending.length;
        return taken;
      }
    },
    async take(length) {
      await fill(length);
      if (pending.length - at < length) return null;
      at += length;
      return pending.subarray(at - length, at);
    },
    close() {
      source.destroy();
      stream.destroy();
    },
  };
}

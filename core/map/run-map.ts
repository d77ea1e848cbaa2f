import { Worker } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import type { StopSignal } from '../contract/progress.ts';
import type { MapLayout, MapRequest } from './lay-out.ts';

export interface MapWorkerData {
  readonly module: WebAssembly.Module;
  readonly request: MapRequest;
}

export type MapMessage = { readonly share: number } | { readonly layout: MapLayout };

/** Lays words out in a thread of its own. @throws AppError E_CANCELLED at once, whatever the thread is at */
export function runMap(
  workerEntry: string,
  data: MapWorkerData,
  {
    signal,
    onShare,
  }: { readonly signal?: StopSignal | undefined; readonly onShare: (share: number) => void },
): Promise<MapLayout> {
  const { promise, resolve, reject } = Promise.withResolvers<MapLayout>();
  const worker = new Worker(new URL(workerEntry), { workerData: data });
  const cancel = () => reject(new AppError('E_CANCELLED'));
  worker.on('message', (message: MapMessage) => {
    if ('share' in message) onShare(message.share);
    else resolve(message.layout);
  });
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error('the thread of a map ended')));
  if (signal?.aborted === true) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  return promise.finally(() => {
    signal?.removeEventListener('abort', cancel);
    void worker.terminate();
  });
}

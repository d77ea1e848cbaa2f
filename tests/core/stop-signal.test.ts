import { expect, it } from 'vitest';
import { goOn, stopSignal, whileGoing } from '../../core/stop-signal.ts';

it('is raised by whoever stops it, and tells those who listen, once', () => {
  const { signal, stop } = stopSignal();
  const heard: string[] = [];
  const gone = () => heard.push('gone');
  signal.addEventListener('abort', () => heard.push('stop'), { once: true });
  signal.addEventListener('abort', gone);
  signal.removeEventListener('abort', gone);
  expect(signal.aborted).toBe(false);
  goOn(signal);
  stop();
  stop();
  expect([signal.aborted, heard]).toEqual([true, ['stop']]);
  expect(() => goOn(signal)).toThrow(expect.objectContaining({ code: 'E_CANCELLED' }));
});

it('is raised by memory that another thread writes', () => {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const { signal } = stopSignal(() => Atomics.load(flag, 0) !== 0);
  const seen: number[] = [];
  const read = () => {
    for (const one of whileGoing([1, 2, 3, 4], () => goOn(signal))) {
      seen.push(one);
      if (one === 2) Atomics.store(flag, 0, 1);
    }
  };
  expect(read).toThrow(expect.objectContaining({ code: 'E_CANCELLED' }));
  expect(seen).toEqual([1, 2]);
});

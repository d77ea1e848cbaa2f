import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { Latest } from '../../../renderer/state/latest.svelte.ts';
import { failing, inHand, settled } from './answering.ts';
import { watched } from './watched.svelte.ts';

describe('the latest answer', () => {
  it('is shown when it comes, and those who look see it come', async () => {
    const latest = new Latest<number>();
    const { seen, stop } = watched(() => [latest.busy, latest.value]);
    expect(await latest.ask(() => Promise.resolve(3))).toBe(3);
    flushSync();
    stop();
    expect(seen[0]).toEqual([false, null]);
    expect(seen.at(-1)).toEqual([false, 3]);
  });

  it('is that of the last question, in whatever order answers come', async () => {
    const latest = new Latest<string>();
    const { ask, asked } = inHand<string>();
    const first = latest.ask(ask);
    const second = latest.ask(ask);
    expect(asked[0]!.signal!.aborted).toBe(true);
    asked[1]!.answer('new');
    expect(await second).toBe('new');
    asked[0]!.answer('old');
    expect(await first).toBeNull();
    expect(latest.value).toBe('new');
    expect(latest.busy).toBe(false);
  });

  it('leaves what was shown until the new one is there', async () => {
    const latest = new Latest<number>();
    await latest.ask(() => Promise.resolve(1));
    const { ask, asked } = inHand<number>();
    const next = latest.ask(ask);
    expect([latest.value, latest.busy]).toEqual([1, true]);
    asked[0]!.answer(2);
    await next;
    expect([latest.value, latest.busy]).toEqual([2, false]);
  });

  it('gives way to a failure, and a failure to the next answer', async () => {
    const latest = new Latest<number>();
    await latest.ask(() => Promise.resolve(1));
    expect(await latest.ask(() => Promise.reject(failing('E_WORD_UNKNOWN', { word: 'xyz' })))).toBeNull();
    expect(latest.value).toBeNull();
    expect(latest.failure).toEqual({ code: 'E_WORD_UNKNOWN', details: { word: 'xyz' } });
    await latest.ask(() => Promise.resolve(2));
    expect([latest.value, latest.failure]).toEqual([2, null]);
  });

  it('ignores a failure that comes too late, and takes being cancelled for none', async () => {
    const latest = new Latest<number>();
    const { ask, asked } = inHand<number>();
    const late = latest.ask(ask);
    await latest.ask(() => Promise.resolve(2));
    asked[0]!.fail(failing('E_IO'));
    await late;
    expect([latest.value, latest.failure]).toEqual([2, null]);
    await latest.ask(() => Promise.reject(failing('E_CANCELLED')));
    expect([latest.value, latest.failure, latest.busy]).toEqual([2, null, false]);
  });

  it('is dropped with its question when it is cleared', async () => {
    const latest = new Latest<number>();
    const { ask, asked } = inHand<number>();
    await latest.ask(() => Promise.resolve(1));
    const pending = latest.ask(ask);
    latest.clear();
    expect(asked[0]!.signal!.aborted).toBe(true);
    expect([latest.value, latest.failure, latest.busy]).toEqual([null, null, false]);
    asked[0]!.answer(9);
    await pending;
    await settled();
    expect(latest.value).toBeNull();
  });
});

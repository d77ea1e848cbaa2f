import fc from 'fast-check';
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { RemoteRows, type Fetch } from '../../../renderer/state/remote-rows.svelte.ts';
import { failing, settled } from './answering.ts';
import { watched } from './watched.svelte.ts';

/** A list of `total` numbers that lies elsewhere; keeps which stretches were asked for. */
function farAway(total: number) {
  const stretches: (readonly [number, number])[] = [];
  const fetch: Fetch<number> = (offset, limit) => {
    stretches.push([offset, limit]);
    const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) => offset + i);
    return Promise.resolve({ total, rows });
  };
  return { fetch, stretches };
}

describe('rows that lie in the engine', () => {
  it('begin with the first stretch, and tell how many they are', async () => {
    const rows = new RemoteRows<number>();
    const { seen, stop } = watched(() => [rows.ready, rows.total, rows.row(0)]);
    rows.begin(farAway(1200).fetch);
    await settled();
    flushSync();
    stop();
    expect(seen[0]).toEqual([false, 0, undefined]);
    expect(seen.at(-1)).toEqual([true, 1200, 0]);
    expect(rows.row(499)).toBe(499);
    expect(rows.row(500)).toBeUndefined();
  });

  it('fetch what is about to be seen, each stretch once', async () => {
    const rows = new RemoteRows<number>();
    const { fetch, stretches } = farAway(100_000);
    rows.begin(fetch);
    await settled();
    rows.need(50_000, 50_030);
    rows.need(50_010, 50_040);
    await settled();
    expect(rows.row(50_029)).toBe(50_029);
    const offsets = stretches.map(([offset]) => offset);
    expect(new Set(offsets).size).toBe(offsets.length);
    expect(offsets.length).toBeLessThan(12);
  });

  it('have every row in its place, wherever one looks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), fc.array(fc.nat(5000), { maxLength: 5 }), async (total, places) => {
        const rows = new RemoteRows<number>();
        rows.begin(farAway(total).fetch);
        await settled();
        for (const place of places) rows.need(place, place + 40);
        await settled();
        for (const place of places) expect(rows.row(place)).toBe(place < total ? place : undefined);
      }),
      { numRuns: 30 },
    );
  });

  it('are all handed out for copying, in order', async () => {
    const rows = new RemoteRows<number>();
    rows.begin(farAway(23_456).fetch);
    await settled();
    expect(await rows.all()).toEqual(Array.from({ length: 23_456 }, (_, i) => i));
    expect(await new RemoteRows<number>().all()).toEqual([]);
  });

  it('drop answers to a question that was asked before', async () => {
    const rows = new RemoteRows<string>();
    const old = Promise.withResolvers<{ total: number; rows: readonly string[] }>();
    rows.begin(() => old.promise);
    rows.begin(() => Promise.resolve({ total: 1, rows: ['new'] }));
    await settled();
    old.resolve({ total: 7, rows: ['old'] });
    await settled();
    expect([rows.total, rows.row(0)]).toEqual([1, 'new']);
  });

  it('keep what was shown until the new first stretch is there', async () => {
    const rows = new RemoteRows<string>();
    rows.begin(() => Promise.resolve({ total: 1, rows: ['before'] }));
    await settled();
    const next = Promise.withResolvers<{ total: number; rows: readonly string[] }>();
    rows.begin(() => next.promise);
    await settled();
    expect(rows.row(0)).toBe('before');
    next.resolve({ total: 1, rows: ['after'] });
    await settled();
    expect(rows.row(0)).toBe('after');
  });

  it('say what failed, and ask for that stretch again when it is looked at again', async () => {
    const rows = new RemoteRows<number>();
    let broken = true;
    const { fetch } = farAway(2000);
    rows.begin((offset, limit, signal) =>
      broken && offset > 0 ? Promise.reject(failing('E_IO')) : fetch(offset, limit, signal),
    );
    await settled();
    rows.need(600, 620);
    await settled();
    expect(rows.failure?.code).toBe('E_IO');
    broken = false;
    rows.need(600, 620);
    await settled();
    expect([rows.failure, rows.row(610)]).toEqual([null, 610]);
  });
});

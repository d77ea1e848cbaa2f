import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Firth } from '../../../core/contract/window.ts';
import { Waiting } from '../../../renderer/state/waiting.svelte.ts';
import { failing, inHand } from './answering.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window whose every answer is given by hand, watched. */
function watched() {
  const waiting = new Waiting();
  const { ask, asked } = inHand<unknown>();
  const firth = waiting.watching({ call: () => ask() } as unknown as Firth);
  return { waiting, firth, asked };
}

describe('an answer that lets wait', () => {
  it('is told after a moment, until it is there', async () => {
    const { waiting, firth, asked } = watched();
    const answer = firth.call('corpus.words', {});
    expect(waiting.long).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(waiting.long).toBe(true);
    asked[0]!.answer('there');
    expect(await answer).toBe('there');
    expect(waiting.long).toBe(false);
  });

  it('is told of questions one after the other that are one wait, each of them too short', async () => {
    const { waiting, firth, asked } = watched();
    const both = waiting.during(firth.call('corpus.words', {}).then(() => firth.call('corpus.words', {})));
    await vi.advanceTimersByTimeAsync(100);
    asked[0]!.answer('first');
    await vi.advanceTimersByTimeAsync(100);
    expect(waiting.long).toBe(true);
    asked[1]!.answer('second');
    expect(await both).toBe('second');
    expect(waiting.long).toBe(false);
  });

  it('is not told where it comes at once', async () => {
    const { waiting, firth, asked } = watched();
    const answer = firth.call('corpus.words', {});
    asked[0]!.answer('there');
    await answer;
    await vi.advanceTimersByTimeAsync(1000);
    expect(waiting.long).toBe(false);
  });

  it('is told until the last of several, also where one fails', async () => {
    const { waiting, firth, asked } = watched();
    const first = firth.call('corpus.words', {}).catch((error: unknown) => error);
    const second = firth.call('query.lines', { query: 'a' });
    await vi.advanceTimersByTimeAsync(200);
    asked[0]!.fail(failing('E_IO'));
    await first;
    expect(waiting.long).toBe(true);
    asked[1]!.answer('there');
    await second;
    expect(waiting.long).toBe(false);
  });

  it('is waited for no longer once another question took its place', async () => {
    const { waiting, firth, asked } = watched();
    const abort = new AbortController();
    const old = firth.call('query.lines', { query: 'a' }, { signal: abort.signal });
    await vi.advanceTimersByTimeAsync(200);
    abort.abort();
    expect(waiting.long).toBe(false);
    asked[0]!.answer('late');
    await old;
    const next = firth.call('query.lines', { query: 'b' });
    await vi.advanceTimersByTimeAsync(200);
    expect(waiting.long).toBe(true);
    asked[1]!.answer('there');
    await next;
    expect(waiting.long).toBe(false);
  });

  it('is left to its own line where the work tells how far it is', async () => {
    const { waiting, firth } = watched();
    void firth.call('corpus.import', { files: [] }, { onProgress: () => undefined });
    await vi.advanceTimersByTimeAsync(1000);
    expect(waiting.long).toBe(false);
  });
});

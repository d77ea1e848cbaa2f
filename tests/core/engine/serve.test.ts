import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { AppError } from '../../../core/contract/errors.ts';
import type { JobEvent } from '../../../core/contract/jobs.ts';
import type { StopSignal } from '../../../core/contract/progress.ts';
import { connect } from '../../../core/engine/client.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { serveEngine } from '../../../core/engine/serve.ts';

const never = new Int32Array(new SharedArrayBuffer(4));
const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) {
    port1.close();
    port2.close();
  }
});

/** A client and an engine with a port between them, as they stand in two threads. */
function joined(
  call: (
    method: string,
    params: unknown,
    hooks: { signal?: StopSignal; onProgress?: (value: never) => void },
  ) => Promise<unknown>,
) {
  const channel = new MessageChannel();
  channels.push(channel);
  let time = 0;
  const followers: ((event: JobEvent) => void)[] = [];
  const events: JobEvent[] = [];
  const engine: Pick<Engine, 'answer' | 'follow'> = {
    answer: call as Engine['answer'],
    follow(listener) {
      followers.push(listener);
      return () => undefined;
    },
  };
  serveEngine(engine, channel.port1, () => time);
  const client = connect(channel.port2, (event) => events.push(event));
  const tell = (event: JobEvent) => followers.forEach((follower) => follower(event));
  return { client, events, tell, tick: (ms: number) => (time += ms) };
}

describe('a client', () => {
  it('gets each answer to the call that asked', async () => {
    const { client } = joined((_method, params) =>
      Promise.resolve({ score: (params as { first: string }).first.length }),
    );
    const answers = await Promise.all(
      ['a', 'bb', 'ccc'].map((first) => client.call('search.similarity', { first, second: 'x' })),
    );
    expect(answers).toEqual([{ score: 1 }, { score: 2 }, { score: 3 }]);
  });

  it('gets errors as values with their codes', async () => {
    const { client } = joined(() => Promise.reject(new AppError('E_WORD_UNKNOWN', { word: 'xyzzy' })));
    await expect(client.call('search.neighbours', { word: 'xyzzy' })).rejects.toMatchObject({
      code: 'E_WORD_UNKNOWN',
      details: { word: 'xyzzy' },
    });
  });

  it('is refused a method that the contract does not know', async () => {
    const { client } = joined(() => Promise.resolve(null));
    await expect(client.answer('constructor' as never, {} as never)).rejects.toMatchObject({
      code: 'E_REQUEST_INVALID',
    });
  });

  it('sees progress at most ten times a second, and always the last', async () => {
    const seen: number[] = [];
    const { client, tick } = joined((_method, _params, hooks) => {
      for (let done = 0; done <= 100; done += 1) {
        hooks.onProgress?.({ done } as never);
        tick(10);
      }
      return Promise.resolve({ score: 0 });
    });
    await client.call(
      'search.similarity',
      { first: 'a', second: 'b' },
      { onProgress: ({ done }) => seen.push(done) },
    );
    expect(seen.at(-1)).toBe(100);
    expect(seen.length).toBeLessThanOrEqual(12);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('cancels what it asked for', async () => {
    const { client } = joined(
      (_method, _params, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new AppError('E_CANCELLED')));
        }),
    );
    const stop = new AbortController();
    const call = client.call('model.train', { settings: {} }, { signal: stop.signal });
    stop.abort();
    await expect(call).rejects.toMatchObject({ code: 'E_CANCELLED' });
  });

  it('reaches work that reads no messages, and calls that wait behind it', async () => {
    const begun: string[] = [];
    const { client } = joined((method, _params, { signal }) => {
      begun.push(method);
      // Nothing is read from the port until this has ended.
      while (method === 'corpus.recut' && signal?.aborted !== true) Atomics.wait(never, 0, 0, 1);
      return Promise.reject(new AppError('E_CANCELLED'));
    });
    const stop = new AbortController();
    const busy = client.call('corpus.recut', { tokens: defaultTokenSettings }, { signal: stop.signal });
    stop.abort();
    await expect(busy).rejects.toMatchObject({ code: 'E_CANCELLED' });
    expect(begun).toEqual(['corpus.recut']);
  });

  it('cancels a call by its number before the engine has read that it is to', async () => {
    const seen: boolean[] = [];
    const { client } = joined((method, _params, { signal }) => {
      if (method === 'job.cancel') return Promise.resolve(null);
      seen.push(signal?.aborted === true);
      return Promise.reject(new AppError('E_CANCELLED'));
    });
    const [call] = await Promise.allSettled([
      client.call('corpus.recut', { tokens: defaultTokenSettings }),
      client.call('job.cancel', { job: 1 }),
    ]);
    expect(call.status).toBe('rejected');
    expect(seen).toEqual([true]);
  });

  it('hears of every job, whoever asked for it', async () => {
    const { client, events, tell } = joined(() => {
      tell({ name: 'job.ended', value: ended });
      return Promise.resolve({ jobs: [] });
    });
    const ended = { id: 7, method: 'corpus.recut', failure: null, result: null } as const;
    await client.call('job.list', {});
    expect(events).toMatchObject([{ name: 'job.ended', value: ended }]);
  });

  it('settles every pending and later call when the engine is gone', async () => {
    const { client } = joined(() => new Promise(() => undefined));
    const pending = client.call('project.info', {});
    client.disconnect();
    await expect(pending).rejects.toMatchObject({ code: 'E_ENGINE_STOPPED' });
    await expect(client.call('project.info', {})).rejects.toMatchObject({ code: 'E_ENGINE_STOPPED' });
  });
});

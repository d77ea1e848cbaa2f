import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AppError } from '../../core/contract/errors.ts';
import type { Places } from '../../core/environment.ts';
import { startEngine } from '../../electron/engine-host.ts';

/** An engine of a few lines: `ready` when it starts, then whatever `answer` does with a message. */
function engineOf(source: string, watch: { patience?: () => number; every?: number } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'firth-engine-host-'));
  const file = join(folder, 'engine.mjs');
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${source}`);
  const [onStopped, onFault, onJob] = [vi.fn(), vi.fn(), vi.fn()];
  const host = startEngine({ workers: { engine: pathToFileURL(file).href } } as Places, {
    onStopped,
    onFault,
    onJob,
    ...watch,
  });
  onTestFinished(async () => {
    await host.stop();
    rmSync(folder, { recursive: true });
  });
  return { host, onStopped, onFault, onJob };
}

const stopped = new AppError('E_ENGINE_STOPPED');
const ready = `parentPort.postMessage({ kind: 'ready', protocol: 1 });`;
const answering = (crash: string) => `${ready}
parentPort.on('message', ({ id, method }) => {
  if (method === 'model.preset') { ${crash} }
  else parentPort.postMessage({ kind: 'ok', id, value: method });
});`;

describe('the host of the engine', () => {
  it.each([
    ['throws', `throw new Error('lost');`],
    ['ends itself', `process.exit(3);`],
  ])('P14: starts it again when it %s, and fails every call that was waiting', async (_name, crash) => {
    const { host, onStopped } = engineOf(answering(crash));
    expect(await host.call('project.info', {})).toBe('project.info');
    const waiting = await Promise.allSettled([host.call('model.preset', {}), host.call('model.preset', {})]);
    expect(waiting).toEqual([
      { status: 'rejected', reason: stopped },
      { status: 'rejected', reason: stopped },
    ]);
    await vi.waitFor(() => expect(onStopped).toHaveBeenCalledOnce());
    expect(await host.call('project.info', {})).toBe('project.info');
  });

  it('ends it when it no longer answers, names the call, and starts it again', async () => {
    const { host, onStopped } = engineOf(answering(`for (;;);`), { patience: () => 60, every: 20 });
    expect(await host.call('project.info', {})).toBe('project.info');
    await expect(host.call('model.preset', {})).rejects.toMatchObject({
      code: 'E_ENGINE_STOPPED',
      details: { call: 'model.preset' },
    });
    await vi.waitFor(() => expect(onStopped).toHaveBeenCalledWith('model.preset'));
    expect(await host.call('project.info', {})).toBe('project.info');
  });

  it('leaves one alone that waits for its own threads, or tells of its progress', async () => {
    const pong = `parentPort.on('message', ({ kind }) => { if (kind === 'ping') parentPort.postMessage({ kind: 'pong' }); });`;
    const slow = `setTimeout(() => parentPort.postMessage({ kind: 'ok', id, value: 'late' }), 2_000);`;
    // So patient that a busy computer does not break it: 25 looks in a row must be missed.
    const { host, onStopped } = engineOf(`${answering(slow)}\n${pong}`, { patience: () => 1_000, every: 40 });
    expect(await host.call('model.preset', {})).toBe('late');
    expect(onStopped).not.toHaveBeenCalled();
  });

  it('tells what ended it, and of its jobs', async () => {
    const { host, onFault, onJob } = engineOf(`${answering(`throw new RangeError('lost');`)}
parentPort.postMessage({ kind: 'event', name: 'job.ended', value: { id: 1 } });`);
    await expect(host.call('model.preset', {})).rejects.toEqual(stopped);
    await vi.waitFor(() => expect(onFault).toHaveBeenCalledOnce());
    expect(onFault.mock.calls[0]![0]).toBeInstanceOf(RangeError);
    expect(onJob.mock.calls[0]).toMatchObject([{ name: 'job.ended', value: { id: 1 } }]);
  });

  it('does not start one for ever that ends before it says a word', async () => {
    const { host, onStopped } = engineOf(`throw new Error('cannot begin');`);
    await expect(host.call('project.info', {})).rejects.toEqual(stopped);
    await expect(host.call('project.info', {})).rejects.toEqual(stopped);
    expect(onStopped).not.toHaveBeenCalled();
  });

  it('is not started again once it was told to stop', async () => {
    const { host, onStopped } = engineOf(answering(''));
    expect(await host.call('project.info', {})).toBe('project.info');
    const waiting = host.call('model.preset', {});
    await Promise.all([expect(waiting).rejects.toEqual(stopped), host.stop()]);
    expect(onStopped).not.toHaveBeenCalled();
    await expect(host.call('project.info', {})).rejects.toEqual(stopped);
  });
});

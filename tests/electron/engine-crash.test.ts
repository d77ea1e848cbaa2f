import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Threads from 'node:worker_threads';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../core/contract/cutting.ts';
import type { Places } from '../../core/environment.ts';
import { startEngine } from '../../electron/engine-host.ts';
import { seeded, smallText } from '../fixtures/small-language.ts';
import { extent } from '../extent.ts';

const started = vi.hoisted((): Threads.Worker[] => []);
vi.mock('node:worker_threads', async (load) => {
  const actual = await load<typeof Threads>();
  class Worker extends actual.Worker {
    constructor(...args: ConstructorParameters<typeof actual.Worker>) {
      super(...args);
      started.push(this);
    }
  }
  return { ...actual, Worker };
});

const kills = extent(3, 50);
const folder = mkdtempSync(join(tmpdir(), 'firth-engine-crash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const texts = join(folder, 'texts.txt');
writeFileSync(texts, smallText(3000, 1));
const project = { path: join(folder, 'p.firth') };

const { workers, kernels, samples, cpuCount } = commandLineEnvironment();
const places: Places = { workers, kernels, samples, cpuCount, dataFolder: join(folder, 'data') };

describe('P14: the engine of a window', () => {
  it(`that is killed ${kills} times, whatever it does, is there again with the project as it was kept`, async () => {
    const random = seeded(14);
    const onStopped = vi.fn();
    const host = startEngine(places, { onStopped });
    const importing = () =>
      host.call('corpus.import', {
        files: [{ path: texts }],
        language: 'en',
        encoding: 'utf-8',
        tokens: defaultTokenSettings,
      });
    await host.call('project.open', { file: project, create: true });
    await importing();
    await host.call('model.train', { name: 'kept', settings: { epochs: 1, dimensions: 16 } });
    await host.call('project.save', {});
    let kept = (await host.call('project.digest', {})).digest;
    let struck = 0;
    for (let round = 0; round < kills; round += 1) {
      const work = [
        importing,
        () => host.call('model.train', { name: `model ${round}`, settings: { epochs: 60, dimensions: 50 } }),
        () => host.call('project.save', {}),
      ][round % 3]!;
      const answer: Promise<{ code: string | null }> = work().then(
        () => ({ code: null }),
        (error: unknown) => ({ code: (error as { code: string }).code }),
      );
      await new Promise((resolve) => setTimeout(resolve, random() * 300));
      // What was answered before the blow is confirmed and must be there afterwards.
      const confirmed = await Promise.race([answer, Promise.resolve(null)]);
      if (confirmed !== null) kept = (await host.call('project.digest', {})).digest;
      await started.findLast((thread) => thread.threadId !== -1)!.terminate();
      const { code } = await answer;
      if (confirmed === null) {
        expect([round, code]).toEqual([round, 'E_ENGINE_STOPPED']);
        struck += 1;
      }
      await vi.waitFor(() => expect(onStopped).toHaveBeenCalledTimes(round + 1));
      await host.call('project.open', { file: project });
      const { digest } = await host.call('project.digest', {});
      // An import or a model whose answer was lost on the way may be there as a whole; nothing is there in part.
      if (confirmed === null && digest !== kept) {
        const verified = await host.call('project.verify', { file: project });
        expect(verified.ok).toBe(true);
        kept = digest;
      }
      expect(digest).toBe(kept);
    }
    expect(readdirSync(folder).toSorted()).toEqual(['data', 'p.firth', 'texts.txt']);
    await host.call('project.close', { save: true });
    await host.stop();
    console.log(`${struck} of ${kills} struck in the middle of a call`);
  });
});

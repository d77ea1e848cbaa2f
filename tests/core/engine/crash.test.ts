import type * as Threads from 'node:worker_threads';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { breakAtRandom, endNewest, operationsIn, preparedEngine } from './crash-checks.ts';
import { smallPlace } from './small-engine.ts';
import { extent, isLongRun } from '../../extent.ts';

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

const kills = extent(1, 50);
const cancels = extent(1, 20);

const place = smallPlace();
afterAll(() => place.remove());
const engine = await preparedEngine(place);
const operations = operationsIn(place);

describe('P14: a worker that dies', () => {
  it.each(operations.filter(({ name }) => name !== 'export'))(
    `at ${kills} random points of the $name costs that alone`,
    async (operation) => {
      const before = started.length;
      await breakAtRandom(place, engine, operation, kills, () => endNewest(started), [
        'E_IMPORT_STOPPED',
        'E_NO_TEXTS',
        'E_TRAINING_STOPPED',
      ]);
      expect(started.length).toBeGreaterThan(before);
    },
  );
});

describe('P14: cancelling', () => {
  // That a killed export leaves nothing, killed-export asks in every run.
  it.each(operations.filter(({ name }) => isLongRun || name !== 'export'))(
    `at ${cancels} random points of the $name leaves nothing`,
    async (operation) => {
      await breakAtRandom(place, engine, operation, cancels, (controller) => controller.abort(), [
        'E_CANCELLED',
      ]);
    },
  );

  it('before it has begun leaves nothing either', async () => {
    for (const operation of operations) {
      const signal = AbortSignal.abort();
      await expect(operation.run(engine, { signal }, 999)).rejects.toMatchObject({ code: 'E_CANCELLED' });
    }
  });
});

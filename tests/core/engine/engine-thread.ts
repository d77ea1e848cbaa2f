import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { JobEvent } from '../../../core/contract/jobs.ts';
import { connect, type Client } from '../../../core/engine/client.ts';
import type { SmallPlace } from './small-engine.ts';

export interface EngineThread {
  readonly client: Client;
  /** All that was told of jobs so far. */
  readonly events: readonly JobEvent[];
  /** Passing files that lie in the folders of open projects. */
  readonly passing: () => readonly string[];
  stop(): Promise<void>;
}

/** The engine in a thread of its own, as the window has it. */
export function engineThread({ environment }: SmallPlace): EngineThread {
  const { workers, kernels, samples, dataFolder, cpuCount } = environment;
  const worker = new Worker(new URL(workers.engine), {
    workerData: { places: { workers, kernels, samples, dataFolder, cpuCount } },
  });
  const events: JobEvent[] = [];
  const work = join(dataFolder, 'work');
  return {
    client: connect(worker, (event) => events.push(event)),
    events,
    passing: () =>
      readdirSync(work, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap(({ name }) => readdirSync(join(work, name, 'tmp'))),
    async stop() {
      await worker.terminate();
    },
  };
}

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { logFile } from '../log-file.ts';
import { dataFolder } from './data-folder.ts';

/** Where this entry file and its workers lie: as TypeScript in a checkout, as bundles in an installed Firth. */
function workerFiles(): Environment['workers'] {
  const source = import.meta.url.endsWith('.ts');
  const file = (inSource: string, bundled: string) =>
    new URL(source ? inSource : bundled, import.meta.url).href;
  return {
    importing: file('../corpus/import-worker.ts', './import-worker.js'),
    training: file('../training/training-worker.ts', './training-worker.js'),
    counting: file('../training/count-worker.ts', './count-worker.js'),
    sequence: file('../sequence/sequence-worker.ts', './sequence-worker.js'),
    map: file('../map/map-worker.ts', './map-worker.js'),
    change: file('../change/change-worker.ts', './change-worker.js'),
    engine: file('../engine/engine-worker.ts', './engine-worker.js'),
  };
}

/** The environment of the command line. Resources lie two folders above, both in a checkout and in a bundle. */
export function commandLineEnvironment(): Environment {
  const folder = dataFolder();
  const now = () => Date.now();
  const resources = join(import.meta.dirname, '..', '..', 'resources');
  return {
    workers: workerFiles(),
    kernels: join(resources, 'kernels'),
    samples: join(resources, 'samples'),
    dataFolder: folder,
    cpuCount: availableParallelism(),
    now,
    log: logFile({ dataFolder: folder }, now),
  };
}

import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { logFile } from '../log-file.ts';

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
    engine: file('../engine/engine-worker.ts', './engine-worker.js'),
  };
}

function dataFolder(): string {
  const { env, platform } = process;
  if (env['FIRTH_DATA'] !== undefined) return env['FIRTH_DATA'];
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Firth');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Firth');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'firth');
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

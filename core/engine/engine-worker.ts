import { parentPort, workerData } from 'node:worker_threads';
import type { Places } from '../environment.ts';
import { logFile } from '../log-file.ts';
import { loadAllHandlers } from './calls-by-area.ts';
import { createEngine } from './engine.ts';
import { serveEngine, type Port } from './serve.ts';

// The entry of the engine's own thread: it alone holds the project's database and the trained matrices.
const { places } = workerData as { places: Places };
const port: Port | null = parentPort;
const now = () => Date.now();
if (port !== null) {
  await loadAllHandlers();
  serveEngine(createEngine({ ...places, now, log: logFile(places, now) }, { lasting: true }), port, () =>
    performance.now(),
  );
}

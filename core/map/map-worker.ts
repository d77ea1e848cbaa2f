import { parentPort, workerData } from 'node:worker_threads';
import { layOut } from './lay-out.ts';
import type { MapMessage, MapWorkerData } from './run-map.ts';

// The entry of a thread that lays words out: it is ended from outside when somebody cancels.
const { module, request } = workerData as MapWorkerData;
const post = (message: MapMessage) => parentPort!.postMessage(message);
const steps = layOut(module, request);
let told = 0;
for (;;) {
  const step = steps.next();
  if (step.done === true) {
    post({ layout: step.value });
    break;
  }
  // Thousandths are enough.
  if (step.value - told < 0.001) continue;
  told = step.value;
  post({ share: told });
}

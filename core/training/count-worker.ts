import { workerData } from 'node:worker_threads';
import { countVectors } from './count-model.ts';
import type { CountWorkerData } from './count-thread.ts';
import { nextOrder } from './thread-orders.ts';

// The entry of the thread of a count model. It sends no messages: what it is asked and what it says is in shared memory.
const { kernel, control, share, tokens, words, settings, vectors } = workerData as CountWorkerData;
const steps = countVectors(kernel, tokens, words, settings);
while (nextOrder(control) === 'run') {
  const step = steps.next();
  if (step.done === true) {
    vectors.set(step.value);
    share[0] = 1;
    break;
  }
  share[0] = step.value;
}

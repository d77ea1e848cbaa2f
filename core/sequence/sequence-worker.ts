import { workerData } from 'node:worker_threads';
import { nextOrder } from '../training/thread-orders.ts';
import { measuringChunks, trainingChunks } from './chunks.ts';
import { trainingNetwork } from './network.ts';
import { sequenceKernel } from './sequence-kernel.ts';
import { progressOf } from './sequence-run.ts';
import type { SequenceWorkerData } from './trainer.ts';

// The entry of the thread that trains a recurrent network. It reads no files and sends no messages: everything is in shared memory, and
// between two chunks all that a checkpoint keeps is there.
const { module, run } = workerData as SequenceWorkerData;
const { memory, layout, settings, counts } = run;
const control = new Int32Array(memory.buffer, layout.control, 4);
const progress = progressOf(run);
const network = trainingNetwork(sequenceKernel(module, memory), memory, layout, settings, counts);
const { trainingTokens, heldOutTokens } = layout.use.training!;
const chunks = trainingChunks(new Uint32Array(memory.buffer, layout.training, trainingTokens), settings);
const heldOut = new Uint32Array(memory.buffer, layout.heldOut, heldOutTokens);

/** Gradients are followed back in time for one chunk in so many. */
const normInterval = 20;
/** The learning rate at the end, as a share of that at the beginning. */
const lastRate = 0.1;

function rateNow(): number {
  const done = (progress.epoch + progress.chunk / chunks.count) / settings.epochs;
  return settings.rate * (1 - (1 - lastRate) * done);
}

function trainChunk(): void {
  const { epoch, chunk } = progress;
  const { sum, count, gradientNorms } = network.train(chunks.chunk(chunk), {
    number: progress.steps + 1,
    rate: rateNow(),
    epoch,
    chunk,
    withNorms: chunk % normInterval === 0,
  });
  progress.addLoss(sum, count);
  if (gradientNorms !== null) progress.addNorms(gradientNorms);
  progress.steps += 1;
  progress.chunk += 1;
  if (!Number.isFinite(sum)) progress.diverged = epoch + 1;
}

/** False when there is to be an end before it is done. */
function measure(): boolean {
  progress.measuring = 1;
  network.begin('measuring');
  let sum = 0;
  let count = 0;
  for (const chunk of measuringChunks(heldOut, settings)) {
    if (nextOrder(control) === 'stop') return false;
    const loss = network.measure(chunk);
    sum += loss.sum;
    count += loss.count;
  }
  const perplexity = Math.exp(sum / count);
  if (count > 0) progress.addPerplexity(perplexity);
  if (count > 0 && !Number.isFinite(perplexity)) progress.diverged = progress.epoch + 1;
  progress.measuring = 0;
  return true;
}

const hasDiverged = () => progress.diverged > 0;

function train(): void {
  while (progress.epoch < settings.epochs && !hasDiverged()) {
    let order = nextOrder(control);
    while (order === 'run' && progress.chunk < chunks.count && !hasDiverged()) {
      trainChunk();
      order = nextOrder(control);
    }
    if (order === 'stop' || hasDiverged()) return;
    // Stopped just after an epoch, which is measured.
    if (progress.chunk === 0) return;
    if (!measure()) return;
    if (progress.chunk < chunks.count) return;
    progress.epoch += 1;
    progress.chunk = 0;
    network.begin('training');
  }
}

train();

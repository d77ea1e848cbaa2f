import { parentPort, workerData } from 'node:worker_threads';
import { comparisonBy } from './comparison.ts';
import { divisionNumber } from './measure-change.ts';
import type { ChangeMessage, ChangeWorkerData } from './run-change.ts';

// The entry of a thread that makes every so many-th comparison: it is ended from outside when somebody cancels.
const { work, first, step, end } = workerData as ChangeWorkerData;
const compare = comparisonBy(work.method, work.contexts);
for (let number = first; number < end; number += step) {
  const scores = compare(divisionNumber(work.sides, work.course, number));
  parentPort!.postMessage({ number, scores } satisfies ChangeMessage);
}

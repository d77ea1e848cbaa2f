import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SequenceSettings } from '../../../core/contract/settings/sequence.ts';
import type { TrainingSettings } from '../../../core/contract/settings/training.ts';
import type { SmallPlace } from './small-engine.ts';

/**
 * Trains in a process of its own, which is killed behind its next checkpoints.
 * @param checkpoints how many it may write before SIGKILL; Infinity lets it finish
 * @returns the sha256 of the vectors or weights when it finished, null when it was killed
 */
export function trainUntil(
  { project, environment }: SmallPlace,
  settings: Partial<TrainingSettings> | Partial<SequenceSettings>,
  checkpoints: number,
  method: 'model.train' | 'sequence.train' = 'model.train',
): Promise<string | null> {
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'train-child.ts'),
      project,
      environment.dataFolder,
      JSON.stringify(settings),
      method,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let written = 0;
  let sha256: string | null = null;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, value = ''] = line.split(' ');
    if (word === 'finished') sha256 = value;
    if (word !== 'checkpoint') return;
    written += 1;
    if (written >= checkpoints) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('exit', (status, signal) => {
      if (signal === 'SIGKILL' || status === 0) resolve(sha256);
      else reject(new Error(`the training process ended with ${status ?? signal}`));
    });
  });
}

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parallelScript, slurmScript } from '../../../core/studies/batch-scripts.ts';

it('asks Slurm for one core a task, for room beyond the training, and for time to spare', () => {
  const script = slurmScript('1-3,7', { bytes: 100 * 1024 * 1024, seconds: 1000 });
  const asked = script.split('\n').filter((line) => line.startsWith('#SBATCH'));
  expect(asked).toContain('#SBATCH --array=1-3,7');
  expect(asked).toContain('#SBATCH --cpus-per-task=1');
  expect(asked).toContain('#SBATCH --mem=632M');
  expect(asked).toContain('#SBATCH --time=67');
  expect(slurmScript('1', { bytes: 1, seconds: null })).not.toContain('--time');
  expect(slurmScript('1', { bytes: 1, seconds: 2 })).toContain('--time=10');
});

/** A script in a folder whose name has a space, with programs that say what they were called with. */
function called(script: string, env: Readonly<Record<string, string>>): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'firth-batch-')), 'my study');
  mkdirSync(folder);
  for (const name of ['parallel', 'firth']) {
    writeFileSync(join(folder, name), '#!/bin/sh\nfor one in "$@"; do printf "<%s>" "$one"; done\n');
    chmodSync(join(folder, name), 0o755);
  }
  writeFileSync(join(folder, 'script'), script);
  const { stdout } = spawnSync('sh', [join(folder, 'script')], {
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env['PATH']}`, SLURM_SUBMIT_DIR: folder, ...env },
  });
  rmSync(join(folder, '..'), { recursive: true });
  return stdout;
}

it.skipIf(process.platform === 'win32')('calls the task of its number', () => {
  const slurm = slurmScript('1', { bytes: 1, seconds: 1 });
  expect(called(slurm, { SLURM_ARRAY_TASK_ID: '7' })).toBe('<study><task><.><7>');
  expect(called(parallelScript([2, 5]), { JOBS: '3' })).toBe('<--jobs><3><firth study task . {}><:::><2><5>');
});

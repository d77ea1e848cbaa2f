import { names } from './study-folder.ts';

export interface TaskNeeds {
  /** Of one run. */
  readonly bytes: number;
  /** Of one run on this computer; null where it is not known. */
  readonly seconds: number | null;
}

/** Node itself, its code and what it reads. */
const programBytes = 512 * 1024 * 1024;
/** Nodes of a cluster may be slow, and shared. */
const timesSlower = 4;
const leastMinutes = 10;

/** A job array of Slurm: one task a run. It lies in the folder and is handed in from there. */
export function slurmScript(array: string, { bytes, seconds }: TaskNeeds): string {
  const megabytes = Math.ceil((bytes * 1.2 + programBytes) / (1024 * 1024));
  const minutes = seconds === null ? null : Math.max(leastMinutes, Math.ceil((seconds * timesSlower) / 60));
  return [
    '#!/bin/sh',
    '# In this folder: sbatch study.sbatch',
    '# Where "firth" is not on the PATH: FIRTH="node /where/it/is/firth.js" sbatch study.sbatch',
    '#SBATCH --job-name=firth-study',
    `#SBATCH --array=${array}`,
    '#SBATCH --ntasks=1',
    '#SBATCH --cpus-per-task=1',
    `#SBATCH --mem=${megabytes}M`,
    ...(minutes === null ? [] : [`#SBATCH --time=${minutes}`]),
    `#SBATCH --output=${names.logs}/%A_%a.log`,
    '',
    'cd "${SLURM_SUBMIT_DIR:-.}" || exit 1',
    'exec ${FIRTH:-firth} study task . "$SLURM_ARRAY_TASK_ID"',
    '',
  ].join('\n');
}

/** One line for GNU parallel, as a script. */
export function parallelScript(numbers: readonly number[]): string {
  return [
    '#!/bin/sh',
    '# sh study.parallel; as many tasks at once as there are cores, or JOBS=4 sh study.parallel',
    'cd "$(dirname "$0")" || exit 1',
    `exec parallel --jobs "\${JOBS:-100%}" "\${FIRTH:-firth} study task . {}" ::: ${numbers.join(' ')}`,
    '',
  ].join('\n');
}

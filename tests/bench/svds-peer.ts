import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SparseMatrix } from '../../core/training/sparse-matrix.ts';

/** What SciPy took of the processor and of the clock, seconds, and the singular values that it found, falling. */
export interface PeerSvd {
  readonly cpu: number;
  readonly seconds: number;
  readonly values: readonly number[];
}

const python = '/usr/bin/python3';
const hasSciPy = () => spawnSync(python, ['-c', 'import scipy.sparse.linalg']).status === 0;

/**
 * SciPy from Debian; installed where that is allowed. Null, and said so, where it cannot be had.
 * @param folder for the matrices that are handed over
 */
export async function startSvds(folder: string) {
  if (!hasSciPy() && process.getuid?.() === 0) {
    console.log('Installing python3-scipy to compare with …');
    spawnSync('apt-get', ['install', '-y', '-q', 'python3-scipy'], { stdio: 'ignore' });
  }
  if (!hasSciPy()) {
    console.log('SciPy is not here (Debian: apt-get install python3-scipy): no comparison with it.');
    return null;
  }
  const child = spawn(python, [join(import.meta.dirname, 'svds_peer.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line = await lines.next();
    if (line.done === true) throw new Error('SciPy ended before its time');
    return JSON.parse(line.value) as unknown;
  };
  const { version } = (await next()) as { version: string };
  return {
    name: `SciPy ${version}`,
    svd({ size, offsets, columns, values }: SparseMatrix, rank: number): Promise<PeerSvd> {
      const files = join(folder, 'matrix');
      writeFileSync(`${files}.offsets`, offsets);
      writeFileSync(`${files}.columns`, columns);
      writeFileSync(`${files}.values`, values);
      child.stdin.write(`${JSON.stringify({ files, size, rank })}\n`);
      return next() as Promise<PeerSvd>;
    },
    close: () => child.stdin.end(),
  };
}

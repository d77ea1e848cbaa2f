import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface TorchRequest {
  readonly sampled: boolean;
  readonly optimiser: 'adam' | 'sgd';
  readonly chunks: number;
}

export interface TorchPeer {
  /** The version and what it was built with. */
  readonly about: { readonly version: string; readonly build: string };
  /** Seconds of CPU time that some chunks take. */
  train(request: TorchRequest): Promise<{ readonly seconds: number; readonly loss: number }>;
  close(): void;
}

const python = '/usr/bin/python3';
const hasTorch = () => spawnSync(python, ['-c', 'import torch']).status === 0;

/** One thread, and the kernels that its libraries choose for this processor themselves. */
function environment(): NodeJS.ProcessEnv {
  const one = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
  // Says which kernels those are, on stderr.
  const env: NodeJS.ProcessEnv = { ...process.env, ...one, OPENBLAS_VERBOSE: '2' };
  delete env['OPENBLAS_CORETYPE'];
  delete env['OPENBLAS_L2_SIZE'];
  return env;
}

/** PyTorch from Debian; installed where that is allowed. Null, and said so, where it cannot be had. */
export async function startTorch(sizes: readonly number[]): Promise<TorchPeer | null> {
  if (!hasTorch() && process.getuid?.() === 0) {
    console.log('Installing python3-torch to compare with …');
    spawnSync('apt-get', ['install', '-y', '-q', 'python3-torch'], { stdio: 'ignore' });
  }
  if (!hasTorch()) {
    console.log('PyTorch is not here (Debian: apt-get install python3-torch): no comparison with it.');
    return null;
  }
  const child = spawn(python, [join(import.meta.dirname, 'torch_peer.py'), ...sizes.map(String)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: environment(),
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line = await lines.next();
    if (line.done === true) throw new Error('PyTorch ended before its time');
    return JSON.parse(line.value) as unknown;
  };
  const about = (await next()) as TorchPeer['about'];
  return {
    about,
    train(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return next() as ReturnType<TorchPeer['train']>;
    },
    close: () => child.stdin.end(),
  };
}

import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface PeerSettings {
  readonly architecture: 'skip-gram' | 'cbow';
  readonly output: 'negative-sampling' | 'hierarchical-softmax';
  readonly dimensions: number;
  readonly workers: number;
  readonly epochs: number;
  readonly seed: number;
  /** Where to leave the vectors: `.f32` and `.txt` are appended. */
  readonly vectors?: string;
}

/** Words of the running text. CPU time is that of all threads of the process. */
export interface Speed {
  readonly wordsPerSecond: number;
  readonly wordsPerCpuSecond: number;
}

export interface Peer {
  /** Versions of what is compared with. */
  readonly name: string;
  train(settings: PeerSettings): Promise<Speed>;
  close(): void;
}

const python = '/usr/bin/python3';
const hasGensim = () => spawnSync(python, ['-c', 'import gensim']).status === 0;

/**
 * OpenBLAS with one thread (rows are short) and with the code for this very processor: these two variables would have it take
 * the processor for another.
 */
function peerEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
  delete environment['OPENBLAS_CORETYPE'];
  delete environment['OPENBLAS_L2_SIZE'];
  return environment;
}

/** gensim from Debian; installed where that is allowed. Null, and said so, where it cannot be had. */
export async function startGensim(text: string): Promise<Peer | null> {
  if (!hasGensim() && process.getuid?.() === 0) {
    console.log('Installing python3-gensim to compare with …');
    spawnSync('apt-get', ['install', '-y', '-q', 'python3-gensim'], { stdio: 'ignore' });
  }
  if (!hasGensim()) {
    console.log('gensim is not here (Debian: apt-get install python3-gensim): no comparison with it.');
    return null;
  }
  const child = spawn(python, [join(import.meta.dirname, 'gensim_peer.py'), text], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: peerEnvironment(),
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line = await lines.next();
    if (line.done === true) throw new Error('gensim ended before its time');
    return JSON.parse(line.value) as unknown;
  };
  const { version, core } = (await next()) as { version: string; core: string | null };
  return {
    name: `gensim ${version}, ${core === null ? 'no OpenBLAS' : `OpenBLAS for ${core}`}`,
    train(settings) {
      child.stdin.write(`${JSON.stringify(settings)}\n`);
      return next() as Promise<Speed>;
    },
    close: () => child.stdin.end(),
  };
}

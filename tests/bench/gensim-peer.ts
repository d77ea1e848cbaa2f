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

export interface Peer {
  train(settings: PeerSettings): Promise<{ wordsPerSecond: number }>;
  close(): void;
}

const python = '/usr/bin/python3';
const hasGensim = () => spawnSync(python, ['-c', 'import gensim']).status === 0;

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
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line = await lines.next();
    if (line.done === true) throw new Error('gensim ended before its time');
    return JSON.parse(line.value) as { wordsPerSecond: number };
  };
  await next();
  return {
    train(settings) {
      child.stdin.write(`${JSON.stringify(settings)}\n`);
      return next();
    },
    close: () => child.stdin.end(),
  };
}

import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import { countVectors } from '../../../core/training/count-model.ts';
import { startCount } from '../../../core/training/count-thread.ts';
import { completeSettings } from '../../../core/training/settings.ts';

const settings = completeSettings({ architecture: 'count', dimensions: 12, window: 3, mode: 'reproducible' });
const words = 60;

/** Tokens in shared memory, the last of each ten the end of a document. */
function someTokens(length: number): Uint32Array {
  const tokens = new Uint32Array(new SharedArrayBuffer(length * 4));
  for (let at = 0; at < length; at += 1)
    tokens[at] = (((at * at + 3 * at) % words) | (at % 10 === 9 ? 0x8000_0000 : 0)) >>> 0;
  return tokens;
}

const { workers, now } = commandLineEnvironment();
const kernel = kernelModule(commandLineEnvironment(), 'panels', 'strict');
const start = (tokens: Uint32Array, onShare: (share: number) => void = () => undefined) =>
  startCount({ kernel, tokens, words, settings }, { workerEntry: workers.counting, now, onShare });

describe('a count model in a thread of its own', () => {
  it('is the one that is made in this thread', async () => {
    const tokens = someTokens(6000);
    const shares: number[] = [];
    const vectors = await start(tokens, (share) => shares.push(share)).outcome;
    const steps = countVectors(kernel, tokens, words, settings);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(Array.from(vectors)).toEqual(Array.from(step.value));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('ends when it is cancelled, also while it rests', async () => {
    const run = start(someTokens(200_000));
    run.pause();
    run.cancel();
    await expect(run.outcome).rejects.toMatchObject({ code: 'E_CANCELLED' });
  });

  it('is refused before it begins where there are too many pairs', () => {
    const tokens = { length: 2 ** 31 } as Uint32Array;
    expect(() => start(tokens)).toThrow(expect.objectContaining({ code: 'E_MODEL_TOO_LARGE' }) as Error);
  });
});

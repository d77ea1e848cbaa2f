import type { Output } from '../../core/contract/contract.ts';
import type { SequenceProgress } from '../../core/contract/sequence.ts';
import type { CallOptions } from '../../core/contract/window.ts';
import { sequences, vanishing } from './sample-sequence.ts';

const epochs = 8;

function progressAt(share: number): SequenceProgress {
  const finished = Math.floor(share * epochs);
  const done = sequences[0]!;
  return {
    phase: share === 0 ? 'counting' : 'training',
    done: Math.round(2_736_000 * share),
    total: 2_736_000,
    epoch: Math.min(epochs, finished + 1),
    epochs,
    tokensPerSecond: 9120,
    secondsLeft: 312 * (1 - share),
    loss: share === 0 ? Number.NaN : 4.3 + 2.6 * Math.exp(-6 * share) + 0.02 * Math.sin(share * 300),
    heldOutPerplexity: done.heldOutPerplexity.slice(0, finished),
    baselines: share === 0 ? null : done.baselines,
    gradientNorms: share === 0 ? [] : vanishing(35, 0.8 + 0.05 * share),
  };
}

/** A training that lasts some seconds. @param asked what the person asked of it meanwhile */
export async function trainSequence(
  options: CallOptions<'sequence.train'>,
  asked: { readonly paused: boolean; stopped: boolean },
): Promise<Output<'sequence.train'>> {
  asked.stopped = false;
  const isStopped = () => asked.stopped;
  for (let step = 0; step <= 100 && !isStopped(); step++) {
    options.onProgress?.(progressAt(step / 100));
    do await new Promise((done) => setTimeout(done, 40));
    while (asked.paused && options.signal?.aborted !== true);
    if (options.signal?.aborted === true)
      throw Object.assign(new Error(), { code: 'E_CANCELLED', details: {} });
  }
  return { ...sequences[0]!, sha256: '' };
}

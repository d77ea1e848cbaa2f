import type { SequenceSummary } from '../../../core/contract/sequence.ts';

/** Perplexity of the texts that were kept from training after the last epoch; NaN for a model that was stopped before one. */
export function perplexityOf(model: Pick<SequenceSummary, 'heldOutPerplexity'>): number {
  return model.heldOutPerplexity.at(-1) ?? Number.NaN;
}

export type Verdict = 'best' | 'bigram' | 'none';

/** Whether a network predicts better than models that only count: than all of them, than the bigram, or not even that. */
export function verdictOf(model: Pick<SequenceSummary, 'heldOutPerplexity' | 'baselines'>): Verdict | null {
  const perplexity = perplexityOf(model);
  if (!Number.isFinite(perplexity)) return null;
  const { unigram, bigram, trigram } = model.baselines;
  if (perplexity < Math.min(unigram, bigram, trigram)) return 'best';
  return perplexity < bigram ? 'bigram' : 'none';
}

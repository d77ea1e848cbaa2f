import type { TrainingSettings } from '../contract/settings/training.ts';

/** Multiplications and additions for one token of the corpus, roughly: only for comparing settings with each other. */
export function operationsPerToken(settings: TrainingSettings, words: number): number {
  const { architecture, output, negative, dimensions, window, dynamicWindow } = settings;
  const outputs = {
    'negative-sampling': negative + 1,
    'hierarchical-softmax': Math.log2(Math.max(2, words)),
    'full-softmax': words,
  }[output];
  const contexts = dynamicWindow ? window + 1 : 2 * window;
  const inputs = architecture === 'cbow' ? 1 : contexts;
  return 6 * dimensions * (inputs * outputs + contexts);
}

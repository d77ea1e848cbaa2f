import type { LayerSummary } from '../../core/contract/query.ts';

/**
 * What a model can be trained on: forms, words as they are written, layers of tokens, and each lemma or stem with each part of speech.
 * @param chosen stays among them, though the texts may have lost it
 */
export function layersToTrainOn(layers: readonly LayerSummary[], chosen: string): readonly string[] {
  const ofTokens = layers.filter(({ region }) => region === '');
  const named = (kinds: readonly string[]) =>
    ofTokens.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  const together = named(['lemma', 'stem']).flatMap((lemma) =>
    named(['pos']).map((tag) => `${lemma}+${tag}`),
  );
  return [...new Set(['form', 'word', ...ofTokens.map(({ name }) => name), ...together, chosen])];
}

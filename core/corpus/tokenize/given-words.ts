import type { GivenWords } from '../readers/extracted.ts';
import { kindOf, normalForm } from './normal-form.ts';
import { numberLayers } from './token-layers.ts';
import { isUnusual } from './usual-spelling.ts';
import { addToken, annotateNext, finishDocument, gatherTokens } from './token-pieces.ts';
import type { CutText, TokenizerOptions } from './tokenizer.ts';

/**
 * Words that a file has already are taken as they are, with what it says of them: only case, punctuation and numbers follow the
 * settings, and a word that these leave out takes its annotation along.
 */
export function countGivenWords(
  { forms, starts, lengths, sentenceStarts, layers = [] }: GivenWords,
  { language, settings, lexicon, emit }: Pick<TokenizerOptions, 'language' | 'settings' | 'lexicon' | 'emit'>,
): CutText {
  const normal = normalForm(language, settings);
  const tokens = gatherTokens(emit, layers.length);
  const numbers = numberLayers(layers);
  const sentences = new Set(sentenceStarts);
  const dropped = { punctuation: 0, numbers: 0 };
  let respelled = 0;
  forms.forEach((form, at) => {
    if (sentences.has(at)) tokens.startsSentence = true;
    const kind = kindOf(form);
    const counted = normal(form, kind);
    if (counted !== null && counted !== '') {
      if (isUnusual(form)) respelled += 1;
      layers.forEach(({ values }, layer) =>
        annotateNext(tokens, layer, numbers.numberOf(layer, values[at] ?? '')),
      );
      addToken(tokens, lexicon.idOf(counted), starts[at]!, lengths[at]!);
    } else if (kind === 'number') dropped.numbers += 1;
    else dropped.punctuation += 1;
  });
  return { tokens: finishDocument(tokens), layers: numbers.take(), dropped, respelled };
}

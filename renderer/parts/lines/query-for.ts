const isPlain = (words: readonly string[]) =>
  words.every((word) => word === '*' || /^[\p{L}\p{M}\p{N}]+$/u.test(word));

/** Signs of regular expressions stand for themselves, and a quotation mark does not end the condition. */
const literally = (word: string) => word.replaceAll(/[\\^$.*+?()[\]{}|/"]/gu, '\\$&');

/**
 * The query that finds an n-gram or a frame again.
 * @param layer what was counted
 * @param ngram values of the layer with spaces between; `*` is the slot of a frame
 */
export function queryFor(ngram: string, layer: string, isFrame: boolean): string {
  const words = ngram.split(' ');
  if (layer === 'form' && isPlain(words)) return ngram;
  return words.map((word) => (isFrame && word === '*' ? '[]' : conditionFor(word, layer))).join(' ');
}

/** The tokens that have a value in a layer, whatever signs stand in it. */
export const conditionFor = (value: string, layer: string): string => `[${layer}="${literally(value)}"]`;

import type { ReadToken } from '../../../core/contract/sequence.ts';

/** Words of what was drawn, sentence by sentence; the first goes on with what was given, the last may lack its end. */
export function drawnSentences(tokens: readonly Pick<ReadToken, 'word'>[]): readonly (readonly string[])[] {
  let last: string[] = [];
  const sentences = [last];
  for (const { word } of tokens) {
    if (word === '<eos>') sentences.push((last = []));
    else last.push(word);
  }
  return sentences.filter((words, i) => i === 0 || words.length > 0);
}

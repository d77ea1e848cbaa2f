import { buildVocabulary } from '../vocabulary/vocabulary.ts';
import {
  endOfSentence,
  endRow,
  startOfText,
  unknownRow,
  unknownWord,
  type SequenceData,
} from './sequence-data.ts';
import type { CorpusText, Stretch } from './split-texts.ts';

export interface EncodedCorpus extends SequenceData {
  /** Row of each type of the corpus. */
  readonly rowOfType: Uint32Array;
  /** Share of all tokens that are no `<unk>`, 0 to 1. */
  readonly keptShare: number;
  /** Tokens of each part, without `<eos>`. */
  readonly trainTokens: number;
  readonly heldOutTokens: number;
}

/**
 * Words and rows of a network over a corpus that is split. The vocabulary is that of the training part alone: what occurs only in the
 * held-out texts is unknown, as it would be in a text that nobody had yet. A corpus that holds the strings `<unk>` or `<eos>`
 * itself means an unknown word by them.
 * @param texts read twice, in the order of the stretches
 * @param forms word of each type id
 * @throws AppError E_VOCABULARY_EMPTY
 */
export function encodeCorpus(
  texts: () => Iterable<CorpusText>,
  forms: readonly string[],
  stretches: readonly Stretch[],
  { minCount, maxVocabulary }: { readonly minCount: number; readonly maxVocabulary: number },
): EncodedCorpus {
  const counts = new Uint32Array(forms.length);
  const sizes = { training: 0, heldOut: 0, trainTokens: 0, heldOutTokens: 0, sentences: 0 };
  for (const { ids, heldOut, sentences } of stretchesOf(texts(), stretches)) {
    // One <eos> before the text, one behind each sentence.
    sizes[heldOut ? 'heldOut' : 'training'] += ids.length + sentences.length + 1;
    sizes[heldOut ? 'heldOutTokens' : 'trainTokens'] += ids.length;
    if (heldOut) continue;
    sizes.sentences += sentences.length;
    for (const id of ids) counts[id]! += 1;
  }
  const vocabulary = buildVocabulary(
    { forms, counts },
    {
      minCount,
      maxVocabulary: maxVocabulary === 0 ? 0 : Math.max(1, maxVocabulary - 2),
      // A token without a value of a layer is unknown as well.
      stopWords: [unknownWord, endOfSentence, ''],
    },
  );
  const rowOfType = Uint32Array.from(vocabulary.rowOfType, (row) => (row < 0 ? unknownRow : row + 2));
  const data = {
    words: [unknownWord, endOfSentence, ...vocabulary.words],
    counts: new Uint32Array(vocabulary.words.length + 2),
    training: new Uint32Array(sizes.training),
    heldOut: new Uint32Array(sizes.heldOut),
  };
  data.counts[unknownRow] = vocabulary.totalTokens - vocabulary.keptTokens;
  data.counts[endRow] = sizes.sentences;
  data.counts.set(vocabulary.counts, 2);
  const known = fill(texts(), stretches, rowOfType, data);
  return {
    ...data,
    rowOfType,
    keptShare: known / Math.max(1, sizes.trainTokens + sizes.heldOutTokens),
    trainTokens: sizes.trainTokens,
    heldOutTokens: sizes.heldOutTokens,
  };
}

interface StretchTokens {
  readonly ids: Uint32Array;
  /** Tokens of the stretch at which a sentence starts; the first is 0. */
  readonly sentences: readonly number[];
  readonly heldOut: boolean;
}

function* stretchesOf(
  texts: Iterable<CorpusText>,
  stretches: readonly Stretch[],
): Generator<StretchTokens, void, undefined> {
  const byDocument = Map.groupBy(stretches, ({ document }) => document);
  for (const { document, ids, sentenceStarts } of texts)
    for (const { from, to, heldOut } of byDocument.get(document) ?? []) {
      const within = Array.from(sentenceStarts).filter((start) => start > from && start < to);
      yield { ids: ids.subarray(from, to), sentences: [0, ...within.map((start) => start - from)], heldOut };
    }
}

/** @returns tokens that have a row of their own */
function fill(
  texts: Iterable<CorpusText>,
  stretches: readonly Stretch[],
  rowOfType: Uint32Array,
  { training, heldOut }: Pick<SequenceData, 'training' | 'heldOut'>,
): number {
  const ends = { training: 0, heldOut: 0 };
  let known = 0;
  for (const stretch of stretchesOf(texts, stretches)) {
    const part = stretch.heldOut ? 'heldOut' : 'training';
    const target = part === 'heldOut' ? heldOut : training;
    let at = ends[part];
    target[at++] = (startOfText | endRow) >>> 0;
    stretch.sentences.forEach((start, number) => {
      const end = stretch.sentences[number + 1] ?? stretch.ids.length;
      for (let token = start; token < end; token += 1) {
        const row = rowOfType[stretch.ids[token]!]!;
        known += Number(row !== unknownRow);
        target[at++] = row;
      }
      target[at++] = endRow;
    });
    ends[part] = at;
  }
  return known;
}

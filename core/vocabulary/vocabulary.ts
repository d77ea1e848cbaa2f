import { AppError } from '../contract/errors.ts';

/** The words of a model: row numbers follow falling frequency, so that frequent rows lie together in memory. */
export interface Vocabulary {
  /** By falling count, then in code-point order. */
  readonly words: readonly string[];
  /** Occurrences of each word. */
  readonly counts: Uint32Array;
  /** Row of each type of the corpus, −1 for those left out. */
  readonly rowOfType: Int32Array;
  /** Tokens of the corpus whose word has a row. */
  readonly keptTokens: number;
  /** All tokens of the corpus. */
  readonly totalTokens: number;
}

export interface VocabularyLimits {
  /** Occurrences that a word needs, at least 1. */
  readonly minCount: number;
  /** At most so many words: the minimum count rises until they fit (as gensim’s max_final_vocab). 0: no limit. */
  readonly maxVocabulary: number;
  /** Words that are left out however frequent they are. */
  readonly stopWords?: readonly string[];
}

/**
 * Chooses and orders the words of a model.
 * @param types indexed by type id; a count of 0 marks an id without a word
 * @throws AppError E_VOCABULARY_EMPTY when no word reaches the minimum count
 */
export function buildVocabulary(
  types: { readonly forms: readonly string[]; readonly counts: Uint32Array },
  { minCount, maxVocabulary, stopWords }: VocabularyLimits,
): Vocabulary {
  const { forms, counts } = types;
  const stopped = new Set(stopWords);
  const allowed = counts.reduce<number[]>((ids, count, id) => {
    if (count > 0 && !stopped.has(forms[id]!)) ids.push(id);
    return ids;
  }, []);
  allowed.sort((a, b) => counts[b]! - counts[a]! || byCodePoints(forms[a]!, forms[b]!));
  const least = Math.max(minCount, 1, countThatFits(allowed, counts, maxVocabulary));
  const end = allowed.findIndex((id) => counts[id]! < least);
  const ids = end < 0 ? allowed : allowed.slice(0, end);
  if (ids.length === 0) throw new AppError('E_VOCABULARY_EMPTY', { minCount: least, types: allowed.length });

  const rowOfType = new Int32Array(counts.length).fill(-1);
  ids.forEach((id, row) => (rowOfType[id] = row));
  const kept = Uint32Array.from(ids, (id) => counts[id]!);
  return {
    words: ids.map((id) => forms[id]!),
    counts: kept,
    rowOfType,
    keptTokens: sum(kept),
    totalTokens: sum(counts),
  };
}

/** The smallest minimum count with which at most `most` words remain; words of equal count stay or go together. */
function countThatFits(sorted: readonly number[], counts: Uint32Array, most: number): number {
  const firstTooMany = most > 0 ? sorted[most] : undefined;
  return firstTooMany === undefined ? 0 : counts[firstTooMany]! + 1;
}

/** JavaScript compares UTF-16 units; this puts astral characters after the others, as every other program does. */
export function byCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [unitA, unitB] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (unitA === unitB) continue;
    const [surrogateA, surrogateB] = [isSurrogate(unitA), isSurrogate(unitB)];
    return surrogateA === surrogateB ? unitA - unitB : surrogateA ? 1 : -1;
  }
  return a.length - b.length;
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;
const sum = (numbers: Uint32Array) => numbers.reduce((total, number) => total + number, 0);

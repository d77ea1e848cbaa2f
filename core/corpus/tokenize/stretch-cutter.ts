import { cut as cutByJieba } from 'jieba-wasm/web';
import { japaneseDictionary, type JapaneseDictionary } from './dictionaries/japanese-dictionary.ts';
import { koreanDictionary } from './dictionaries/korean-dictionary.ts';
import { loadBuilt } from './dictionaries/load-dictionary.ts';
import type { MorphemeDictionary } from './dictionaries/morpheme-dictionary.ts';
import { morphemeLattice } from './dictionaries/morpheme-lattice.ts';
import { unpackArrays, type PackedArrays } from './dictionaries/packed-arrays.ts';
import { wordListCutter } from './dictionaries/word-list-cutter.ts';
import { trieOf } from './dictionaries/word-trie.ts';
import { rowsOfFigures } from './rows-of-figures.ts';
import { inSimplified } from './simplified-characters.ts';
import { startJieba } from './start-jieba.ts';

/** How letters that no spaces separate are cut: by jieba, by the IPA dictionary, by that of Korean, or by the list of one script. */
export type CuttingRules = 'chinese' | 'japanese' | 'korean' | 'thai' | 'lao' | 'khmer' | 'burmese';

/** Where the parts of a stretch end, from its beginning; together they are the stretch. Good until the next stretch is cut. */
export interface StretchParts {
  readonly count: number;
  readonly ends: ArrayLike<number>;
  /** Entries of the dictionary, where it says more of its words than that they are words. */
  readonly entries: ArrayLike<number> | null;
}

/** Cuts units[from … to). */
export type StretchCutter = (units: Uint16Array, from: number, to: number) => StretchParts;

/** Each is made when it is needed, once for each thread; all come to the same parts on every system. */
const cutters = new Map<CuttingRules, StretchCutter>();
let lists: PackedArrays | null = null;
let japanese: JapaneseDictionary | null = null;
let korean: MorphemeDictionary | null = null;

/**
 * @param kernels folder of the dictionaries
 * @throws AppError E_INTERNAL when one of them cannot be loaded
 */
export function stretchCutter(rules: CuttingRules, kernels: string): StretchCutter {
  const known = cutters.get(rules) ?? newCutter(rules, kernels);
  cutters.set(rules, known);
  return known;
}

/** What the IPA dictionary says of its words. @throws AppError E_INTERNAL when it cannot be loaded */
export function japaneseWords(kernels: string): JapaneseDictionary {
  japanese ??= loadBuilt(kernels, 'japanese.dict.gz', japaneseDictionary);
  return japanese;
}

/** What ko-dic says of its morphemes. @throws AppError E_INTERNAL when it cannot be loaded */
export function koreanMorphemes(kernels: string): MorphemeDictionary {
  korean ??= loadBuilt(kernels, 'korean.dict.gz', koreanDictionary);
  return korean;
}

function newCutter(rules: CuttingRules, kernels: string): StretchCutter {
  if (rules === 'chinese') return jieba(kernels);
  if (rules === 'japanese') return morphemeLattice(japaneseWords(kernels));
  if (rules === 'korean') return morphemeLattice(koreanMorphemes(kernels));
  lists ??= loadBuilt(kernels, 'word-lists.dict.gz', unpackArrays);
  const cutter = wordListCutter(trieOf(lists, rules), rules === 'thai' || rules === 'lao');
  return (units, from, to) => ({ ...cutter(units, from, to), entries: null });
}

/**
 * Chinese by jieba, with its big dictionary and, for words that it lacks, its hidden Markov model. Traditional characters are looked up as
 * the simplified ones that they are written with: the dictionary counts these better, and the model knows no others. Figures in a row are
 * one word, and elsewhere 〇 is looked up as 零: jieba knows no 〇.
 */
function jieba(kernels: string): StretchCutter {
  startJieba(kernels);
  return (units, from, to) => {
    const stretch = textOf(units, from, to);
    const simplified = inSimplified(stretch).replaceAll('〇', '零');
    const ends: number[] = [];
    let end = 0;
    const cutUpTo = (next: number) => {
      if (next === end) return;
      for (const { length } of cutByJieba(simplified.slice(end, next), true)) {
        end += length;
        ends.push(end);
      }
    };
    for (const row of rowsOfFigures(stretch)) {
      cutUpTo(row.from);
      end = row.to;
      ends.push(end);
    }
    cutUpTo(stretch.length);
    return { count: ends.length, ends, entries: null };
  };
}

export const textOf = (units: Uint16Array, from: number, to: number): string =>
  Buffer.from(units.buffer, units.byteOffset + from * 2, (to - from) * 2).toString('utf16le');

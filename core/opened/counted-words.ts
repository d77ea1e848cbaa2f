import type { WordRow } from '../contract/words.ts';
import { deviationOfProportions, deviationOfSome } from '../lines/dispersion.ts';
import { corpusSummary } from '../project/documents.ts';
import { placesByDocument } from '../project/places-by-document.ts';
import { wholeDocuments } from '../project/whole-documents.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';
import { countsOf } from './part-counts.ts';

/** Every word of some texts with its frequencies, by type. */
export interface CountedWords {
  readonly tokens: number;
  readonly counts: Uint32Array;
  readonly documents: Uint32Array;
  /** Of every word, as {@link deviationOfProportions}; null where there are fewer than two texts. */
  readonly spread: () => Float64Array | null;
  /** Some words with everything that a list shows. */
  readonly rows: (types: readonly number[]) => readonly WordRow[];
}

const spreads = kept<Float64Array>({ most: 2 });

/** Of the words of the whole corpus that were shown; NaN for the others. */
const shownSpreads = kept<Float64Array>();

/** More words than a page has: it is quicker to work out all of them. */
const manyWords = 1000;

/** Of the corpus, or of some documents, counted in these alone. */
export function countedWords(opened: Opened, only?: readonly number[]): CountedWords {
  const { db } = opened.project;
  const counted = only === undefined ? ofCorpus(opened) : ofPart(opened, only);
  const { tokens, counts, documents, texts } = counted;
  const key = only === undefined ? 'all' : only.join(' ');
  // One text has no spread.
  const spread = () =>
    texts < 2
      ? null
      : opened.remember(spreads, key, () => deviationOfProportions(wholeDocuments(db, only), counts));
  const spreadOf = (types: readonly number[]): ArrayLike<number> | null => {
    const known = opened.recall(spreads, key);
    if (texts < 2) return null;
    if (known !== undefined || types.length > manyWords) {
      const all = known ?? spread()!;
      return types.map((type) => all[type]!);
    }
    return only === undefined
      ? spreadByIndex(opened, counts, tokens, types)
      : deviationOfSome(wholeDocuments(db, only), counts, tokens, types);
  };
  return {
    tokens,
    counts,
    documents,
    spread,
    rows(types) {
      const { forms } = typesOf(opened);
      const dispersion = spreadOf(types);
      return types.map((type, at) => ({
        word: forms[type]!,
        count: counts[type]!,
        perMillion: (counts[type]! * 1e6) / tokens,
        documents: documents[type]!,
        dispersion: dispersion === null ? null : dispersion[at]!,
      }));
    },
  };
}

/** Every word of the corpus, the most frequent first. */
export function allWords(opened: Opened): readonly WordRow[] {
  const { counts, rows } = countedWords(opened);
  const types = Array.from(counts.keys()).filter((type) => counts[type]! > 0);
  return rows(types.sort((a, b) => counts[b]! - counts[a]!));
}

function ofCorpus(opened: Opened) {
  const { documents: texts, tokens } = corpusSummary(opened.project.db);
  return { ...typesOf(opened), tokens, texts };
}

const ofPart = (opened: Opened, only: readonly number[]) => ({
  ...countsOf(opened, only),
  texts: new Set(only).size,
});

/** As {@link deviationOfSome} over the whole corpus, from the index of occurrences: no token is read. */
function spreadByIndex(
  opened: Opened,
  counts: Uint32Array,
  tokens: number,
  types: readonly number[],
): Float64Array {
  const known = opened.remember(shownSpreads, 'all', () => new Float64Array(counts.length).fill(NaN));
  const unknown = types.filter((type) => Number.isNaN(known[type]!));
  if (unknown.length > 0) {
    const { sizes, of } = placesByDocument(opened.project.db);
    for (const type of unknown) {
      let sum = 1;
      of(type, (document, times) => {
        const expected = sizes[document]! / tokens;
        sum += Math.abs(times / counts[type]! - expected) - expected;
      });
      known[type] = Math.max(0, sum / 2);
    }
  }
  return Float64Array.from(types, (type) => known[type]!);
}

import type { MorphemeDictionary } from './dictionaries/morpheme-dictionary.ts';
import { numberLayers, type LayerName, type LayerValues } from './token-layers.ts';
import { annotateNext, type GatheredTokens } from './token-pieces.ts';

/** What a dictionary of morphemes says of a word, in the order of its layers. */
const ofDictionary: readonly LayerName[] = [
  { name: 'lemma', kind: 'lemma' },
  { name: 'pos', kind: 'pos' },
  { name: 'reading', kind: 'reading' },
  { name: 'inflection', kind: 'features' },
];

/** Where words are counted by their stems, how each is written is a layer; where they are counted as written, their stems may be one. */
const ofStems = {
  written: { name: 'written', kind: 'other' },
  stem: { name: 'stem', kind: 'stem' },
} as const satisfies Readonly<Record<string, LayerName>>;

export type StemLayer = keyof typeof ofStems;

/** The layers that texts may come to have as they are cut. */
export const layersOfCutting = (stems: StemLayer | null): readonly LayerName[] =>
  stems === null ? ofDictionary : [...ofDictionary, ofStems[stems]];

/** What is said of the tokens of a text while it is cut. */
export interface TokenNotes {
  /** The next token is an entry of the dictionary, and stands in source[start … end). */
  sayEntry(entry: number, source: string, start: number, end: number): void;
  /** How the next token is written, or its stem: what the last layer has. */
  sayOther(form: string): void;
  /** The values of the text that ends here; none where nothing was said. */
  take(): readonly LayerValues[];
}

/** Numbers of what is said of an entry, layer by layer. */
interface Said {
  readonly numbers: readonly number[];
  /** The base form is that of a word of this length, of which there is but one; or of any, or of none. */
  readonly length: number;
}

const anyLength = -1;
const noLength = -2;

/**
 * @param tokens must have {@link layersOfCutting}
 * @param dictionary loaded when something is said of an entry
 */
export function noteTokens(
  tokens: GatheredTokens,
  dictionary: () => MorphemeDictionary,
  stems: StemLayer | null,
): TokenNotes {
  const layers = layersOfCutting(stems);
  const numbers = numberLayers(layers);
  const ofEntries = new Map<number, Said>();
  let isSaid = false;

  function numbersOf(entry: number, form: string): Said {
    const { baseOf, partOf, readingOf, inflectionOf, firsts } = dictionary();
    const base = baseOf(entry, form);
    // Words without a base form of their own are it themselves; those that the rules make of a kind of characters are of any form.
    const isMade = entry >= firsts[firsts.length - 1]!;
    const length = base !== '' ? anyLength : isMade ? noLength : form.length;
    const values = [base === '' ? form : base, partOf(entry), readingOf(entry), inflectionOf(entry)];
    const numbered = values.map((value, layer) => (value === '' ? 0 : numbers.numberOf(layer, value)));
    const said = { numbers: numbered, length };
    ofEntries.set(entry, said);
    return said;
  }

  return {
    sayEntry(entry, source, start, end) {
      isSaid = true;
      const said = ofEntries.get(entry) ?? numbersOf(entry, source.slice(start, end));
      const isThisForm = said.length === anyLength || said.length === end - start;
      // A string for each token would take longer than all else here.
      annotateNext(tokens, 0, isThisForm ? said.numbers[0]! : numbers.numberOf(0, source.slice(start, end)));
      for (let layer = 1; layer < ofDictionary.length; layer += 1)
        annotateNext(tokens, layer, said.numbers[layer]!);
    },
    sayOther(form) {
      isSaid = true;
      annotateNext(tokens, ofDictionary.length, numbers.numberOf(ofDictionary.length, form));
    },
    take() {
      if (!isSaid) return [];
      isSaid = false;
      ofEntries.clear();
      return numbers.take();
    },
  };
}

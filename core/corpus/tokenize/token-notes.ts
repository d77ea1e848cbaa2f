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
  /** The next token is an entry of the dictionary, and stands there as `form`. */
  sayEntry(entry: number, form: string): void;
  /** How the next token is written, or its stem: what the last layer has. */
  sayOther(form: string): void;
  /** The values of the text that ends here; none where nothing was said. */
  take(): readonly LayerValues[];
}

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
  /** Numbers of what is said of an entry in this text; 0 for a base form that is the word itself. */
  const ofEntries = new Map<number, readonly number[]>();
  let isSaid = false;

  function numbersOf(entry: number, form: string): readonly number[] {
    const { baseOf, partOf, readingOf, inflectionOf } = dictionary();
    const values = [baseOf(entry, form), partOf(entry), readingOf(entry), inflectionOf(entry)];
    const numbered = values.map((value, layer) => (value === '' ? 0 : numbers.numberOf(layer, value)));
    ofEntries.set(entry, numbered);
    return numbered;
  }

  return {
    sayEntry(entry, form) {
      isSaid = true;
      const numbered = ofEntries.get(entry) ?? numbersOf(entry, form);
      for (let layer = 0; layer < numbered.length; layer += 1) {
        const number = numbered[layer]!;
        // Words without a base form of their own are it themselves.
        annotateNext(tokens, layer, layer === 0 && number === 0 ? numbers.numberOf(0, form) : number);
      }
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

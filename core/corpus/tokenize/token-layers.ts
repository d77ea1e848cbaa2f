import type { LayerKind } from '../../contract/cutting.ts';
import { createLexicon } from './lexicon.ts';

/** A layer of annotation as whoever gives the tokens calls it. */
export interface LayerName {
  /** What a query calls it. */
  readonly name: string;
  readonly kind: LayerKind;
}

/** Values of one layer of a document by their numbers; number 0 is the empty one. */
export interface LayerValues extends LayerName {
  readonly values: readonly string[];
}

/** Gives the values of a document’s layers their numbers, in order of first appearance. */
export interface LayerNumbers {
  numberOf(layer: number, value: string): number;
  /** The values of the document; the next one begins with none. */
  take(): readonly LayerValues[];
}

export function numberLayers(layers: readonly LayerName[]): LayerNumbers {
  const fresh = () =>
    layers.map(() => {
      const lexicon = createLexicon();
      lexicon.idOf('');
      return lexicon;
    });
  let lexicons = fresh();
  return {
    numberOf: (layer, value) => lexicons[layer]?.idOf(value) ?? 0,
    take() {
      const taken = lexicons;
      lexicons = fresh();
      return layers.map(({ name, kind }, layer) => ({ name, kind, values: taken[layer]!.forms }));
    },
  };
}

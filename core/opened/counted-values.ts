import type { TextsRef } from '../contract/texts.ts';
import { deviationOfProportions, deviationOfSome } from '../lines/dispersion.ts';
import type { CountedWords } from './counted-words.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';
import { piecesOf, sideOf } from './sides.ts';
import { attributeOf } from './token-attributes.ts';
import type { Side } from './keywords.ts';

const sides = kept<Side>({ most: 2 });

/** Every value of a layer in some texts with its frequencies, as words are counted. Tokens without a value do not count. */
export function countedValues(opened: Opened, layer: string, texts: TextsRef): CountedWords {
  const { values } = attributeOf(opened, layer, 0);
  const {
    counts,
    documents,
    tokens,
    texts: sizes,
  } = opened.remember(sides, JSON.stringify([layer, texts]), () => sideOf(opened, texts, layer));
  const pieces = () => piecesOf(opened, texts, layer);
  return {
    tokens,
    counts,
    documents,
    spread: () => (sizes < 2 ? null : deviationOfProportions(pieces(), counts)),
    rows(some) {
      const dispersion = sizes < 2 ? null : deviationOfSome(pieces(), counts, tokens, some);
      return some.map((value, at) => ({
        word: values[value]!,
        count: counts[value]!,
        perMillion: (counts[value]! * 1e6) / tokens,
        documents: documents[value]!,
        dispersion: dispersion === null ? null : dispersion[at]!,
      }));
    },
  };
}

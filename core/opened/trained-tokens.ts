import { AppError } from '../contract/errors.ts';
import { readTexts, readTokenIds, type TextTokens } from '../project/token-stream.ts';
import type { Attribute } from '../query/token-classes.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';
import { attributeOf } from './token-attributes.ts';
import type { TrainingTexts } from './training-texts.ts';

/** The tokens of a training: numbers of what stands in the place of each. */
export interface TrainedTokens {
  /** What stands there, by number, with its occurrences in the texts of the training. A token that has no value of a layer counts as none. */
  types(): { readonly forms: readonly string[]; readonly counts: Uint32Array };
  readonly pieces: () => Iterable<{ readonly ids: Uint32Array; readonly lastOfDocument: boolean }>;
  readonly texts: () => Iterable<TextTokens>;
}

/**
 * Texts as they are trained on: by the forms that are counted, read from the project piece by piece, or by layers.
 * @param layer `form`, `word`, a layer such as `lemma`, or several, as `lemma+upos`
 * @throws AppError E_SETTING_INVALID with the layers that there are
 */
export function trainedTokens(
  opened: Opened,
  texts: Pick<TrainingTexts, 'only' | 'types'>,
  layer: string,
): TrainedTokens {
  const { db } = opened.project;
  const { only } = texts;
  if (layer === 'form')
    return {
      types: () => texts.types(),
      pieces: () => readTokenIds(db, only),
      texts: () => readTexts(db, only),
    };
  const { ids, values } = layerAttribute(opened, layer);
  const corpus = corpusTokensOf(opened);
  const chosen = only === undefined ? null : new Set(only);
  const ofTexts = function* (): Generator<TextTokens> {
    for (const [at, document] of corpus.documents.entries()) {
      if (chosen?.has(document) === false) continue;
      const [from, to] = [corpus.starts[at]!, corpus.starts[at + 1]!];
      const sentenceStarts: number[] = [];
      for (let token = from; token < to; token++)
        if (corpus.sentences.goesOn[token] === 0) sentenceStarts.push(token - from);
      yield { document, ids: ids.subarray(from, to), sentenceStarts: Uint32Array.from(sentenceStarts) };
    }
  };
  return {
    types() {
      const counts = new Uint32Array(values.length);
      for (const text of ofTexts()) for (const id of text.ids) counts[id]! += 1;
      values.forEach((value, id) => {
        if (value === '') counts[id] = 0;
      });
      return { forms: values, counts };
    },
    *pieces() {
      for (const text of ofTexts()) yield { ids: text.ids, lastOfDocument: true };
    },
    texts: ofTexts,
  };
}

const joinedLayers = kept<Attribute>({ most: 2 });

/** One layer, or several as one: the lemma and its part of speech, `walk_VERB`. A token that lacks one of them has no value. */
function layerAttribute(opened: Opened, layer: string): Attribute {
  const [first = '', ...rest] = layer.split('+').map((name) => knownLayer(opened, layer, name.trim()));
  if (rest.length === 0) return attributeOf(opened, first, 0);
  return opened.remember(joinedLayers, layer, () =>
    rest.reduce(
      (before, name) => joined(before, attributeOf(opened, name, 0)),
      attributeOf(opened, first, 0),
    ),
  );
}

/** @throws AppError E_SETTING_INVALID */
function knownLayer(opened: Opened, setting: string, name: string): string {
  try {
    attributeOf(opened, name, 0);
    return name;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'E_QUERY_INVALID') throw error;
    const there = error.details['expected'];
    const allowed = Array.isArray(there) ? there.join(', ') : '';
    throw new AppError('E_SETTING_INVALID', { setting: 'layer', value: setting, allowed });
  }
}

function joined(one: Attribute, other: Attribute): Attribute {
  const numbers = new Map<number, number>();
  const values = [''];
  const ids = one.ids.map((id, token) => {
    const further = other.ids[token]!;
    const [a, b] = [one.values[id]!, other.values[further]!];
    if (a === '' || b === '') return 0;
    const key = id * other.values.length + further;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = values.push(`${a}_${b}`) - 1;
    numbers.set(key, number);
    return number;
  });
  return { ids, values };
}

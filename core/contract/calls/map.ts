import * as v from 'valibot';
import { answer, call } from '../call.ts';
import { count, file, ofModel, optional, target, words } from '../fields.ts';
import { mapMethods, type WordMap } from '../map.ts';

export const mapCalls = {
  'map.words': call({
    says: 'Put words on a plane, near ones near each other as far as a plane allows',
    input: v.strictObject({
      method: optional(
        v.picklist(mapMethods),
        '`pca`: the two directions of greatest variance; `umap` and `tsne` start from it and keep near words together',
        'pca',
      ),
      list: optional(file, 'only these words, from a file with one a line'),
      only: optional(words, 'only these words'),
      most: optional(
        v.pipe(count, v.minValue(4), v.maxValue(200_000)),
        'the most frequent words, without a list',
        2000,
      ),
      seed: optional(v.pipe(count, v.maxValue(2 ** 32 - 1)), 'of UMAP, the only one that draws anything', 1),
      target: optional(target, 'a file of the coordinates: `.csv`, `.tsv`, `.xlsx` or `.json`'),
      ...ofModel,
    }),
    output: answer<WordMap>(),
    command: { words: ['map'], options: { list: 'words', target: 'out' } },
  }),
};

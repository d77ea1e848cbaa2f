import * as v from 'valibot';
import { answer, call } from '../call.ts';
import { count, file, ofModel, optional, target, words } from '../fields.ts';
import { mapMethods, type MapRuns, type WordMap } from '../map.ts';

/** Which words are on a map. */
const onMap = {
  list: optional(file, 'only these words, from a file with one a line'),
  only: optional(words, 'only these words'),
  most: optional(
    v.pipe(count, v.minValue(4), v.maxValue(200_000)),
    'the most frequent words, without a list',
    2000,
  ),
};

export const mapCalls = {
  'map.words': call({
    says: 'Put words on a plane, near ones near each other as far as a plane allows',
    input: v.strictObject({
      method: optional(
        v.picklist(mapMethods),
        '`pca`: the two directions of greatest variance; `umap` and `tsne` start from it and keep near words together',
        'pca',
      ),
      ...onMap,
      groups: optional(
        v.pipe(count, v.maxValue(8)),
        'groups of like words at most, by k-means over the vectors; 0 for none',
        8,
      ),
      seed: optional(v.pipe(count, v.maxValue(2 ** 32 - 1)), 'of UMAP, the only one that draws anything', 1),
      target: optional(target, 'a file of the coordinates: `.csv`, `.tsv`, `.xlsx` or `.json`'),
      ...ofModel,
    }),
    output: answer<WordMap>(),
    command: { words: ['map'], options: { list: 'words', target: 'out' } },
  }),
  'map.runs': call({
    says: 'How far the runs of a study agree on the nearest words of each word of a map',
    input: v.strictObject({
      ...onMap,
      of: optional(words, 'only of these words; all of the map without it'),
      ...ofModel,
    }),
    output: answer<MapRuns>(),
    command: { words: ['map', 'runs'], options: { list: 'words' } },
  }),
};

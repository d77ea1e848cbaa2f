import { expect, it } from 'vitest';
import { parseDictionary } from '../../../core/corpus/read-dictionary.ts';

it('reads lists of words, jieba’s frequencies and tags, phrases and splits', () => {
  expect(
    parseDictionary('# mine\r\n云计算 5 n\n创新办 3\n台中 nz\n\nnew york\n那 | 黛玉\n|\nmother-in-law\n'),
  ).toEqual({
    words: ['云计算', '创新办', '台中', 'new york', 'mother-in-law'],
    splits: [['那', '黛玉']],
  });
});

it('takes what stands behind words for frequencies where most lines have them, and a tag of a text for a word', () => {
  expect(parseDictionary('C++ 5 nz\nEdu Trust认证 2000\nens 1000\n').words).toEqual([
    'C++',
    'Edu Trust认证',
    'ens',
  ]);
  expect(parseDictionary('Apollo 11\nnew york\n#metoo\n# 3\n#\n').words).toEqual([
    'Apollo 11',
    'new york',
    '#metoo',
  ]);
});

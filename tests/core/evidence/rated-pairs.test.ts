import { describe, expect, it } from 'vitest';
import { readRatedPairs } from '../../../core/evidence/rated-pairs.ts';

const pairsOf = (text: string, ratings?: string, words?: string) =>
  readRatedPairs(text, 'p', ratings, words).pairs.map(({ first, second, rating }) => [first, second, rating]);
const refused = (text: string, details: object, ratings?: string, words?: string) =>
  expect(() => readRatedPairs(text, 'p', ratings, words)).toThrow(
    expect.objectContaining({
      code: 'E_EVALUATION_INVALID',
      details: expect.objectContaining(details) as object,
    }),
  );

describe('a file of rated pairs', () => {
  it('is read with tabs or spaces, notes and a heading', () => {
    expect(
      readRatedPairs('Word 1\tWord 2\tHuman\n# note\nice cream\tsnow\t7.5\ncar bus 3\n', 'p.tsv'),
    ).toEqual({
      pairs: [
        { first: 'ice cream', second: 'snow', rating: 7.5 },
        { first: 'car', second: 'bus', rating: 3 },
      ],
      column: 3,
      heading: 'Human',
    });
  });

  it.each([
    ['commas', 'goat,sheep,7.5\ncup,sea,1'],
    ['quoted commas', '"goat","sheep","7.5"\n"cup","sea","1"'],
    ['semicolons and decimal commas', 'goat;sheep;7,5\ncup;sea;1,0'],
    ['tabs and decimal commas', 'goat\tsheep\t7,5\ncup\tsea\t1'],
    ['spaces at the ends, and old line ends', '\uFEFF goat sheep 7.5 \r\rcup sea 1\r'],
    ['notes behind the ratings', 'goat\tsheep\t7.5 # sure\ncup\tsea\t1\t# of one person'],
    ['notes behind ratings with commas', 'goat,sheep,7.5 # sure\ncup,sea,1'],
    ['a note that is moved in', 'goat\tsheep\t7.5\n   # doubtful\n\ncup\tsea\t1'],
  ])('is read with %s', (_, text) => {
    expect(pairsOf(text)).toEqual([
      ['goat', 'sheep', 7.5],
      ['cup', 'sea', 1],
    ]);
  });

  it('finds the rating before the words where a heading says so, or nothing else can be one', () => {
    expect(pairsOf('score,word1,word2\n7.5,goat,sheep\n1,cup,sea')).toEqual([
      ['goat', 'sheep', 7.5],
      ['cup', 'sea', 1],
    ]);
    expect(pairsOf('7.5\tgoat\tsheep\n1\tcup\tsea')[1]).toEqual(['cup', 'sea', 1]);
    expect(pairsOf('1\tgoat\tsheep\t7.5\n2\tcup\tsea\t1')[0]).toEqual(['goat', 'sheep', 7.5]);
    refused('1\t2\tgoat\tsheep', { line: 1 });
  });

  it('keeps words that begin with a number sign', () => {
    expect(pairsOf('C# language 6\nF# #nlp 5')).toEqual([
      ['C#', 'language', 6],
      ['F#', '#nlp', 5],
    ]);
    expect(pairsOf('#nlp\tlanguage\t6\n# one of them\n#snow\tice\t5')).toEqual([
      ['#nlp', 'language', 6],
      ['#snow', 'ice', 5],
    ]);
  });

  it('has its ratings in the column that the heading names, whatever stands beside', () => {
    const wide =
      'word1\tword2\tPOS\tSimLex999\tconc(w1)\nold\tnew\tA\t1.58\t2.72\nsmart\tbright\tA\t9.2\t1.75\n';
    expect(readRatedPairs(wide, 'p')).toMatchObject({ column: 4, heading: 'SimLex999' });
    expect(pairsOf('ID,Word 1,Word 2,Annotator 1,Average\n1,vuori,mäki,5,4.5\n2,talo,meri,0,0.5')).toEqual([
      ['vuori', 'mäki', 4.5],
      ['talo', 'meri', 0.5],
    ]);
    expect(pairsOf('take\tremove\tV\t6.81\tSYNONYMS\nwalk\ttrail\tV\t4.81\tCOHYPONYMS')).toEqual([
      ['take', 'remove', 6.81],
      ['walk', 'trail', 4.81],
    ]);
  });

  it('has its words in the columns that are asked for, wherever the ratings stand', () => {
    const bare = '7.5\tN\tking\tqueen\n2\tN\tking\tcabbage\n';
    expect(pairsOf(bare, '1', '3,4')).toEqual([
      ['king', 'queen', 7.5],
      ['king', 'cabbage', 2],
    ]);
    const headed = 'pos,left,right,mean\nN,king,queen,7.5\n';
    expect(pairsOf(headed, undefined, 'Right, left')).toEqual([['queen', 'king', 7.5]]);
    for (const [words, reason] of [
      ['left,middle', 'no column “middle”'],
      ['9,1', 'no column “9”'],
      ['left', 'two columns hold the words'],
    ] as const)
      refused(headed, { reason }, undefined, words);
  });

  it('has its ratings in the column that is asked for, by name or by number', () => {
    const wide = 'a,b,old,new\ngoat,sheep,7,8\ncup,sea,1,2';
    expect(pairsOf(wide, 'NEW')).toEqual([
      ['goat', 'sheep', 8],
      ['cup', 'sea', 2],
    ]);
    expect(pairsOf(wide, '4')).toEqual(pairsOf(wide, 'new'));
    refused(wide, { reason: 'no column “5”' }, '5');
    refused(wide, { reason: 'no column “newest”' }, 'newest');
  });

  it('is refused with the line that is none', () => {
    refused('a\tb\t1\na\tb\n', { line: 2 });
    refused('a\tb\t1\na\tb\t\n', { line: 2 });
    refused('a\tb\t1\na\tb\tn/a\n', { line: 2 });
    refused('goat\n', { reason: 'no pairs' });
    refused('', { reason: 'no pairs' });
  });
});

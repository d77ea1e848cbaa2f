import { describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../../core/contract/cutting.ts';
import { countGivenWords } from '../../../../core/corpus/tokenize/given-words.ts';
import { joinsAndSplits } from '../../../../core/corpus/tokenize/joins-and-splits.ts';
import { createLexicon } from '../../../../core/corpus/tokenize/lexicon.ts';
import type { TokenPiece } from '../../../../core/corpus/tokenize/token-pieces.ts';

function counted(words: readonly (readonly [form: string, lemma: string])[]) {
  const lexicon = createLexicon();
  const pieces: TokenPiece[] = [];
  const { layers, tokens } = countGivenWords(
    {
      forms: words.map(([form]) => form),
      starts: words.map((_, at) => at * 10),
      lengths: words.map(([form]) => form.length),
      sentenceStarts: [0],
      layers: [{ name: 'lemma', kind: 'lemma', values: words.map(([, lemma]) => lemma) }],
    },
    { language: 'en', settings: defaultTokenSettings, lexicon, emit: (piece) => pieces.push(piece) },
  );
  const forms = pieces.flatMap(({ ids }) => Array.from(ids, (id) => lexicon.forms[id]));
  const lemmas = pieces.flatMap(({ ids, layers: columns }) =>
    Array.from(ids, (_, at) => layers[0]!.values[columns?.[0]?.[at] ?? 0]),
  );
  return { forms, lemmas, tokens, pieces };
}

describe('words that a file gives', () => {
  it('keep what it says of them; what the settings leave out takes its annotation along', () => {
    const { forms, lemmas } = counted([
      ['The', 'the'],
      ['goats', 'goat'],
      [',', ','],
      ['drank', 'drink'],
      ['!', 'no sign'],
      ['x', ''],
    ]);
    expect(forms).toEqual(['the', 'goats', 'drank', 'x']);
    expect(lemmas).toEqual(['the', 'goat', 'drink', '']);
  });

  it('have no columns in a stretch of which nothing is said', () => {
    const many = Array.from({ length: 40_000 }, (_, at) => ['w', at === 20_000 ? 'l' : ''] as const);
    const { pieces, lemmas } = counted(many);
    expect(pieces.map(({ layers }) => layers?.length)).toEqual([undefined, 1, undefined]);
    expect(lemmas.indexOf('l')).toBe(20_000);
    expect(lemmas.lastIndexOf('l')).toBe(20_000);
  });
});

it('What was said of tokens does not hold of what they are joined to or split into', () => {
  const pieces: TokenPiece[] = [];
  const rules = {
    joins: [{ ids: [1, 2], joined: 9 }],
    splits: new Map([
      [
        5,
        [
          { id: 6, length: 1 },
          { id: 7, length: 1 },
        ],
      ],
    ]),
  };
  const changed = joinsAndSplits(rules, (piece) => pieces.push(piece), 1);
  [1, 2, 3, 5, 3].forEach((id, at) =>
    changed.add({ id, start: at * 3, length: 2, startsSentence: at === 0, isNext: at > 0, said: [11 + at] }),
  );
  expect(changed.end()).toBe(5);
  expect(pieces.flatMap((piece) => [...piece.ids])).toEqual([9, 3, 6, 7, 3]);
  expect(pieces.flatMap((piece) => [...piece.layers![0]!])).toEqual([0, 13, 0, 0, 15]);
});

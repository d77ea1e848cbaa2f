import type { Checked, Output } from '../contract/contract.ts';
import { spellingsOf } from '../corpus/tokenize/spellings.ts';
import { highest } from '../lines/highest.ts';
import { chosenTexts } from './chosen-texts.ts';
import { wayOfCounting } from './corpus-words.ts';
import { countedWords, type CountedWords } from './counted-words.ts';
import { formRanksOf } from './form-ranks.ts';
import { typesOf, type Opened } from './opened.ts';

/** The words of some texts, those that are looked for, in the order asked for. */
export function wordList(
  opened: Opened,
  { search, match, sort, ascending, texts, offset, limit }: Checked<'corpus.words'>,
): Output<'corpus.words'> {
  const { forms } = typesOf(opened);
  const counted = countedWords(opened, chosenTexts(opened, texts).only);
  const sought = partsOfWords(opened, search);
  const types: number[] = [];
  for (let type = 0; type < forms.length; type++)
    if (counted.counts[type]! > 0 && sought.some((part) => fits(forms[type]!, part, match))) types.push(type);
  // Words run from A to Z by themselves, numbers from the largest.
  const direction = (ascending ?? sort === 'word') ? -1 : 1;
  const valueOf = values(opened, counted, sort);
  const order = highest(
    Float64Array.from(types, (type) => direction * valueOf(type)),
    offset + limit,
    (a, b) => (forms[types[a]!]! < forms[types[b]!]! ? -1 : 1),
  );
  const page = Array.from(order.subarray(offset), (at) => types[at]!);
  return { total: types.length, tokens: counted.tokens, rows: counted.rows(page) };
}

/** A part of words as the corpus may write it. */
function partsOfWords(opened: Opened, search: string): readonly string[] {
  if (search === '') return [''];
  const { languages, tokens } = wayOfCounting(opened);
  return spellingsOf(search, { languages, tokens: { ...tokens, wordForm: 'written' } });
}

function fits(word: string, search: string, match: 'contains' | 'starts' | 'ends'): boolean {
  if (match === 'starts') return word.startsWith(search);
  if (match === 'ends') return word.endsWith(search);
  return word.includes(search);
}

function values(
  opened: Opened,
  { counts, documents, spread }: CountedWords,
  sort: 'count' | 'word' | 'documents' | 'dispersion',
): (type: number) => number {
  switch (sort) {
    case 'count':
      return (type) => counts[type]!;
    case 'documents':
      return (type) => documents[type]!;
    case 'dispersion': {
      const all = spread();
      return (type) => all?.[type] ?? 0;
    }
    case 'word': {
      const ranks = formRanksOf(opened);
      return (type) => ranks[type]!;
    }
  }
}

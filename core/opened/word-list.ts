import type { Checked, Output } from '../contract/contract.ts';
import type { WordRow } from '../contract/words.ts';
import { spellingsOf } from '../corpus/tokenize/spellings.ts';
import { chosenTexts } from './chosen-texts.ts';
import { wayOfCounting } from './corpus-words.ts';
import { formRanksOf } from './form-ranks.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';
import { wordRows } from './word-rows.ts';

/** The words of some texts, those that are looked for, in the order asked for. */
export function wordList(
  opened: Opened,
  { search, match, sort, ascending, texts, offset, limit }: Checked<'corpus.words'>,
): Output<'corpus.words'> {
  const counted = wordRows(opened, chosenTexts(opened, texts).only);
  const sought = partsOfWords(opened, search);
  const rows = counted.rows.filter(({ word }) => sought.some((part) => fits(word, part, match)));
  // Words run from A to Z by themselves, numbers from the largest.
  const direction = (ascending ?? sort === 'word') ? 1 : -1;
  const order = comparison(opened, sort);
  rows.sort((a, b) => direction * order(a, b) || (a.word < b.word ? -1 : 1));
  return { total: rows.length, tokens: counted.tokens, rows: rows.slice(offset, offset + limit) };
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

function comparison(
  opened: Opened,
  sort: 'count' | 'word' | 'documents' | 'dispersion',
): (a: WordRow, b: WordRow) => number {
  if (sort !== 'word') return (a, b) => (a[sort] ?? 0) - (b[sort] ?? 0);
  const places = placesOfWords(opened);
  return (a, b) => places.get(a.word)! - places.get(b.word)!;
}

const places = kept<ReadonlyMap<string, number>>();

/** In the order of the language of the corpus, by word. */
const placesOfWords = (opened: Opened): ReadonlyMap<string, number> =>
  opened.remember(places, 'all', () => {
    const ranks = formRanksOf(opened);
    return new Map(typesOf(opened).forms.map((form, type) => [form, ranks[type]!]));
  });

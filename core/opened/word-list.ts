import type { Checked, Output } from '../contract/contract.ts';
import { spellingsOf } from '../corpus/tokenize/spellings.ts';
import { highest } from '../lines/highest.ts';
import { chosenTexts } from './chosen-texts.ts';
import { wayOfCounting } from './corpus-words.ts';
import { countedValues } from './counted-values.ts';
import { countedWords, type CountedWords } from './counted-words.ts';
import { formRanksOf, ranksOf } from './form-ranks.ts';
import { typesOf, type Opened } from './opened.ts';
import { attributeOf } from './token-attributes.ts';

/** The words of some texts, those that are looked for, in the order asked for. */
export function wordList(
  opened: Opened,
  { layer, search, match, sort, ascending, texts, offset, limit }: Checked<'corpus.words'>,
): Output<'corpus.words'> {
  const isForms = layer === 'form';
  const forms = isForms ? typesOf(opened).forms : attributeOf(opened, layer, 0).values;
  const counted = isForms
    ? countedWords(opened, chosenTexts(opened, texts).only)
    : countedValues(opened, layer, texts);
  const types = typesThat(counted, search === '' ? null : fitting(opened, forms, search, match));
  // Words run from A to Z by themselves, numbers from the largest.
  const direction = (ascending ?? sort === 'word') ? -1 : 1;
  const valueOf = values(opened, counted, sort, isForms ? null : forms);
  const keys = new Float64Array(types.length);
  for (let at = 0; at < keys.length; at++) keys[at] = direction * valueOf[types[at]!]!;
  const order = highest(keys, offset + limit, (a, b) => (forms[types[a]!]! < forms[types[b]!]! ? -1 : 1));
  const page = Array.from(order.subarray(offset), (at) => types[at]!);
  return { total: types.length, tokens: counted.tokens, rows: counted.rows(page) };
}

/** Types that occur, and are looked for. */
function typesThat({ counts }: CountedWords, fit: ((type: number) => boolean) | null): Uint32Array {
  const types = new Uint32Array(counts.length);
  let found = 0;
  for (let type = 0; type < counts.length; type++)
    if (counts[type]! > 0 && (fit === null || fit(type))) types[found++] = type;
  return types.subarray(0, found);
}

function fitting(
  opened: Opened,
  forms: readonly string[],
  search: string,
  match: 'contains' | 'starts' | 'ends',
): (type: number) => boolean {
  const sought = partsOfWords(opened, search);
  return (type) => sought.some((part) => fits(forms[type]!, part, match));
}

/** A part of words as the corpus may write it. */
function partsOfWords(opened: Opened, search: string): readonly string[] {
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
  /** null: the forms of the corpus. */
  listed: readonly string[] | null,
): ArrayLike<number> {
  switch (sort) {
    case 'count':
      return counts;
    case 'documents':
      return documents;
    case 'dispersion':
      return spread() ?? new Float64Array(counts.length);
    case 'word':
      return listed === null ? formRanksOf(opened) : ranksOf(opened, listed);
  }
}

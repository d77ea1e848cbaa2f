import { AppError } from '../contract/errors.ts';
import { findWordList, listWordLists, type StoredWordList } from '../project/word-lists.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';

const lists = kept<readonly StoredWordList[]>();

/** Lists of words that the project keeps, by name. */
export const wordListsOf = (opened: Opened): readonly StoredWordList[] =>
  opened.remember(lists, 'all', () => listWordLists(opened.project.db));

/** @throws AppError E_LIST_UNKNOWN with the names that there are */
export function wordListOf(opened: Opened, name: string): StoredWordList {
  const list = findWordList(opened.project.db, name);
  if (list !== null) return list;
  throw new AppError('E_LIST_UNKNOWN', { list: name, lists: wordListsOf(opened).map((one) => one.name) });
}

/** A list as what words are compared with. @throws AppError E_LIST_UNKNOWN, E_LIST_WITHOUT_COUNTS */
export function countedListOf(opened: Opened, name: string): ReadonlyMap<string, number> {
  const { words, counts } = wordListOf(opened, name);
  if (counts === null) throw new AppError('E_LIST_WITHOUT_COUNTS', { list: name });
  return new Map(words.map((word, at) => [word, counts[at]!]));
}

/** The words of a list that a query names. @throws AppError E_QUERY_INVALID { offset, expected, found } */
export function listed(opened: Opened, name: string, offset: number): readonly string[] {
  const known = wordListsOf(opened);
  const list = known.find((one) => one.name === name);
  if (list !== undefined) return list.words;
  throw new AppError('E_QUERY_INVALID', {
    offset,
    expected: known.map((one) => `$${one.name}`),
    found: `$${name}`,
  });
}

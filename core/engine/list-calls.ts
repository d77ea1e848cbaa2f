import { basename } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { WordListSummary } from '../contract/own-work.ts';
import { readListOfWords } from '../corpus/read-word-list.ts';
import { typeMeant } from '../opened/corpus-words.ts';
import type { Opened } from '../opened/opened.ts';
import { countedListOf, wordListOf, wordListsOf } from '../opened/word-lists.ts';
import { removeWordList, storeWordList, type StoredWordList } from '../project/word-lists.ts';
import { pathOf, type Handlers } from './handlers.ts';

export const listCalls: Handlers<'lists'> = {
  'lists.list': (session) => ({ lists: wordListsOf(session).map(summaryOf) }),
  'lists.show': (session, { name }) => {
    const { words, counts } = wordListOf(session, name);
    return {
      name,
      rows: words.map((word, at) => ({
        word,
        listed: counts?.[at] ?? null,
        count: occurrencesOf(session, word),
      })),
    };
  },
  'lists.set': (session, { name, words: typed, file, counts: from }) => {
    if (file !== undefined && typed.length > 0)
      throw new AppError('E_REQUEST_INVALID', { field: 'file', reason: 'words or a file, not both' });
    const read = file === undefined ? null : readListOfWords(pathOf(file), basename(pathOf(file)));
    const words = [...new Set((read?.words ?? typed).map((word) => word.trim()))].filter(
      (word) => word !== '',
    );
    if (words.length === 0)
      throw new AppError('E_REQUEST_INVALID', { field: 'words', reason: 'a list has one word at least' });
    const list: StoredWordList = {
      name,
      words,
      counts: from === 'none' ? (read?.counts ?? null) : countsOf(session, name, words, from),
      changedAt: session.environment.now(),
    };
    storeWordList(session.project.db, list);
    return summaryOf(list);
  },
  'lists.delete': (session, { name }) => {
    wordListOf(session, name);
    removeWordList(session.project.db, name);
    return null;
  },
};

const summaryOf = ({ name, words, counts, changedAt }: StoredWordList): WordListSummary => ({
  name,
  words: words.length,
  hasCounts: counts !== null,
  changedAt,
});

function countsOf(
  opened: Opened,
  name: string,
  words: readonly string[],
  from: 'texts' | 'kept',
): readonly number[] {
  if (from === 'texts') return words.map((word) => occurrencesOf(opened, word));
  const before = countedListOf(opened, name);
  return words.map((word) => before.get(word) ?? 0);
}

const occurrencesOf = (opened: Opened, word: string): number => typeMeant(opened, word)?.count ?? 0;

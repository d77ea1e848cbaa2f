import * as v from 'valibot';
import { answer, call } from '../call.ts';
import { file, listName, optional, required, word } from '../fields.ts';
import type { WordListSummary } from '../own-work.ts';

export const listCalls = {
  'lists.list': call({
    says: 'Lists of words that the project keeps; in a query each is `$NAME`',
    input: v.strictObject({}),
    output: answer<{ readonly lists: readonly WordListSummary[] }>(),
    command: { words: ['lists'] },
  }),
  'lists.show': call({
    says: 'The words of a list, with how often each occurs in the texts now',
    input: v.strictObject({ name: required(listName, 'of the list') }),
    output: answer<{
      readonly name: string;
      readonly rows: readonly {
        readonly word: string;
        /** Occurrences where the list comes from; null where the list does not say. */
        readonly listed: number | null;
        /** Occurrences in the texts of the project. */
        readonly count: number;
      }[];
    }>(),
    command: { words: ['lists', 'show'], positional: ['name'] },
  }),
  'lists.set': call({
    says: 'Make a list of words, or give one of that name other words',
    input: v.strictObject({
      name: required(listName, 'of the list: letters, figures, hyphens and low lines'),
      words: optional(v.pipe(v.array(word), v.maxLength(1_000_000)), 'its words, in their order', []),
      file: optional(
        file,
        'or a file: a word a line, with a number beside each where the list says how often',
      ),
      counts: optional(
        v.picklist(['none', 'texts', 'kept']),
        'frequencies beside the words: those in the `texts` now, or `kept` as the list has them, 0 for words that are new',
        'none',
      ),
    }),
    output: answer<WordListSummary>(),
    command: { words: ['lists', 'set'], positional: ['name', 'words'], project: 'change' },
  }),
  'lists.delete': call({
    says: 'Delete a list of words',
    input: v.strictObject({ name: required(listName, 'of the list') }),
    output: answer<null>(),
    command: { words: ['lists', 'delete'], positional: ['name'], project: 'change' },
  }),
};

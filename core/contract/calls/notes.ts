import * as v from 'valibot';
import { answer, call } from '../call.ts';
import { count, name, ofTexts, optional, page, required } from '../fields.ts';
import type { NoteRow, SavedQuery } from '../own-work.ts';
import type { LineNote } from '../words.ts';
import { asked } from './query.ts';

const category = v.pipe(v.string(), v.maxLength(200));
const yesOrNo = v.picklist(['yes', 'no']);

export const noteCalls = {
  'notes.list': call({
    says: 'What was said of lines: categories, marks and notes, with what stands there',
    input: v.strictObject({
      kind: optional(
        v.picklist(['all', 'marked', 'hidden', 'loose']),
        'only those: `loose` ones have lost their token, since a new cut left none at their place',
        'all',
      ),
      category: optional(category, 'only of this category'),
      ...ofTexts,
      ...page(100),
    }),
    output: answer<{
      readonly total: number;
      /** Of all notes: those whose token is gone. */
      readonly loose: number;
      /** The most frequent first. */
      readonly categories: readonly { readonly category: string; readonly count: number }[];
      readonly rows: readonly NoteRow[];
    }>(),
    command: { words: ['notes'] },
  }),
  'notes.set': call({
    says: 'Say something of a line: of the place at which its match begins, whatever query finds it',
    input: v.strictObject({
      document: required(count, 'id of the text'),
      position: required(count, 'token in the text, from 0'),
      tokens: optional(v.pipe(count, v.minValue(1), v.maxValue(1000)), 'tokens of the match', 1),
      category: optional(category, 'one of your own; empty for none'),
      marked: optional(yesOrNo, 'a mark'),
      hidden: optional(yesOrNo, 'left out of the lines that are shown, never of what is counted'),
      note: optional(v.pipe(v.string(), v.maxLength(10_000)), 'in your own words; empty for none'),
    }),
    output: answer<LineNote>(),
    command: { words: ['notes', 'set'], positional: ['document', 'position'], project: 'change' },
  }),
};

export const savedQueryCalls = {
  'savedQueries.list': call({
    says: 'Queries that were kept, with their day and what they found on it, the newest first',
    input: v.strictObject({}),
    output: answer<{ readonly queries: readonly SavedQuery[] }>(),
    command: { words: ['queries'] },
  }),
  'savedQueries.save': call({
    says: 'Keep a query under a name, with how it is read and what it finds today',
    input: v.strictObject({ name: required(name, 'of the query'), ...asked }),
    output: answer<SavedQuery>(),
    command: { words: ['queries', 'save'], positional: ['name', 'query'], project: 'change' },
  }),
  'savedQueries.delete': call({
    says: 'Delete a query that was kept',
    input: v.strictObject({ name: required(name, 'of the query') }),
    output: answer<{ readonly deleted: boolean }>(),
    command: { words: ['queries', 'delete'], positional: ['name'], project: 'change' },
  }),
};

import { AppError } from '../contract/errors.ts';
import { chosenTexts } from '../opened/chosen-texts.ts';
import { noteRows, notesOf } from '../opened/line-notes.ts';
import { hitsOf } from '../opened/query-hits.ts';
import { findDocument } from '../project/documents.ts';
import { storeNotes } from '../project/line-notes.ts';
import { readTokenWindows } from '../project/occurrences.ts';
import { listSavedQueries, removeQuery, storeQuery } from '../project/saved-queries.ts';
import { goOn } from '../stop-signal.ts';
import type { Handlers } from './handlers.ts';

export const noteCalls: Handlers<'notes'> = {
  'notes.list': (session, { kind, category, texts, offset, limit }) => {
    const all = notesOf(session);
    const { has } = chosenTexts(session, texts);
    const of = new Map<string, number>();
    for (const note of all) if (note.category !== '') of.set(note.category, (of.get(note.category) ?? 0) + 1);
    const rows = all.filter(
      (note) =>
        has(note.document) &&
        (category === undefined || note.category === category) &&
        (kind === 'all' || (kind === 'loose' ? note.position === null : note[kind])),
    );
    return {
      total: rows.length,
      loose: all.filter(({ position }) => position === null).length,
      categories: [...of]
        .map(([name, count]) => ({ category: name, count }))
        .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1)),
      rows: noteRows(session, rows.slice(offset, offset + limit)),
    };
  },
  'notes.set': (session, { document, position, tokens, category, marked, hidden, note }) => {
    const { db } = session.project;
    const stored = findDocument(db, document);
    if (stored === null || position >= stored.tokens)
      throw new AppError('E_REQUEST_INVALID', { field: 'position', reason: 'there is no such place' });
    const [place] = readTokenWindows(db, [{ document, position, tokens }], { left: 0, right: 0 });
    const { nodeStart: start, nodeEnd } = place!;
    const before = notesOf(session).find((one) => one.document === document && one.start === start);
    const said = {
      category: category?.trim() ?? before?.category ?? '',
      marked: marked === undefined ? (before?.marked ?? false) : marked === 'yes',
      hidden: hidden === undefined ? (before?.hidden ?? false) : hidden === 'yes',
      note: note?.trim() ?? before?.note ?? '',
    };
    const there = { document, position, start, length: nodeEnd - start };
    session.beside(() => storeNotes(db, [{ ...there, ...said, changedAt: session.environment.now() }]));
    return said;
  },
};

export const savedQueryCalls: Handlers<'savedQueries'> = {
  'savedQueries.list': ({ project }) => ({ queries: listSavedQueries(project.db) }),
  'savedQueries.save': (session, { name, ...question }, { signal }) => {
    const hits = hitsOf(session, question, question.within, () => goOn(signal)).starts.length;
    const saved = { name, question, hits, savedAt: session.environment.now() };
    session.beside(() => storeQuery(session.project.db, saved));
    return saved;
  },
  'savedQueries.delete': (session, { name }) => ({
    deleted: session.beside(() => removeQuery(session.project.db, name)),
  }),
};

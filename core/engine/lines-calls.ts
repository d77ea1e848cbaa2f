import { AppError } from '../contract/errors.ts';
import { readText } from '../project/document-text.ts';
import { findDocument } from '../project/documents.ts';
import { readTokenWindow } from '../project/occurrences.ts';
import { collocateNetwork } from '../opened/collocate-network.ts';
import { collocatesOf } from '../opened/collocates-of.ts';
import { knownType } from '../opened/corpus-words.ts';
import { orderOf, pageOfLines } from '../opened/hit-lines.ts';
import type { Handlers } from './handlers.ts';
import { hitsOf, type Question } from '../opened/query-hits.ts';
import { goOn } from '../stop-signal.ts';

export const linesCalls: Handlers<'lines'> = {
  'lines.concordance': (session, { word, width, sort, texts, offset, limit }) => {
    const question: Question = { query: word, language: 'word', matchCase: false, matchMarks: false, texts };
    const hits = hitsOf(session, question);
    const total = hits.starts.length;
    // A word alone that the corpus does not have is an answer of its own: it may be misspelt.
    if (total === 0 && texts === 'all') knownType(session, word);
    const order = orderOf(session, question, hits, sort, undefined);
    return { total, lines: pageOfLines(session, hits, order, { offset, limit, width }) };
  },
  'lines.context': ({ project }, { document, position, width }) => {
    const stored = findDocument(project.db, document);
    if (stored === null || position >= stored.tokens)
      throw new AppError('E_REQUEST_INVALID', { field: 'position', reason: 'there is no such place' });
    const { start, nodeStart, nodeEnd, end } = readTokenWindow(project.db, document, position, width, width);
    const text = readText(project.db, document, start, end);
    return {
      document: stored.name,
      left: text.slice(0, nodeStart - start),
      node: text.slice(nodeStart - start, nodeEnd - start),
      right: text.slice(nodeEnd - start),
    };
  },
  'lines.network': (
    session,
    { words, left, right, within, layer, minimum, by, top, most, texts, language },
    { signal },
  ) => {
    const nodes = [...new Set(words)].map((word) => {
      goOn(signal);
      const question: Question = { query: word, language, matchCase: false, matchMarks: false, texts };
      const hits = hitsOf(session, question, 's', () => goOn(signal));
      if (hits.starts.length === 0 && texts === 'all') knownType(session, word);
      return { word, hits };
    });
    return collocateNetwork(session, nodes, { texts, left, right, within, layer, minimum, by }, top, most);
  },
  'lines.collocates': (
    session,
    { word, left, right, within, layer, minimum, by, limit, ...how },
    { signal },
  ) => {
    const { texts } = how;
    const hits = hitsOf(session, { query: word, ...how }, 's', () => goOn(signal));
    if (hits.starts.length === 0 && texts === 'all') knownType(session, word);
    const asked = { texts, left, right, within, layer, minimum, by, limit };
    return { occurrences: hits.starts.length, ...collocatesOf(session, hits, asked) };
  },
};

import { AppError } from '../contract/errors.ts';
import type { TextsRef } from '../contract/texts.ts';
import { rankCollocates, withPlaces } from '../lines/collocates.ts';
import { countSpans } from '../lines/span-counts.ts';
import { readText } from '../project/document-text.ts';
import { findDocument } from '../project/documents.ts';
import { readTokenWindow } from '../project/occurrences.ts';
import { chosenTexts } from '../opened/chosen-texts.ts';
import { corpusTokensOf, tokenRow } from '../opened/corpus-tokens.ts';
import { knownType, typeMeant } from '../opened/corpus-words.ts';
import { orderOf, pageOfLines } from '../opened/hit-lines.ts';
import type { Handlers } from './handlers.ts';
import { typesOf, type Opened } from '../opened/opened.ts';
import { countsOf } from '../opened/part-counts.ts';
import { hitsOf, type Question } from '../opened/query-hits.ts';

/** A word that the corpus has, by whatever spelling it is found; else words as a person writes them, or a query in CQL. */
function questionFor(opened: Opened, word: string, texts: TextsRef): Question {
  const form = typeMeant(opened, word)?.form;
  const read =
    form === undefined
      ? { query: word, language: 'auto' as const }
      : { query: form, language: 'form' as const };
  return { ...read, matchCase: false, matchMarks: false, texts };
}

export const linesCalls: Handlers<'lines'> = {
  'lines.concordance': (session, { word, width, sort, texts, offset, limit }) => {
    const question = questionFor(session, word, texts);
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
  'lines.collocates': (session, { word, left, right, within, minimum, by, texts, limit }) => {
    const question = questionFor(session, word, texts);
    const hits = hitsOf(session, question);
    if (hits.starts.length === 0 && texts === 'all') knownType(session, word);
    const row = tokenRow(session, within === 's' ? 'sentence' : 'text');
    const { forms, counts: all } = typesOf(session);
    const { only } = chosenTexts(session, texts);
    const { counts, tokens } =
      only === undefined ? { counts: all, tokens: corpusTokensOf(session).tokens } : countsOf(session, only);
    const rows = rankCollocates(countSpans(hits, row, left, right), { forms, counts }, tokens, minimum, by);
    const shown = rows.slice(0, limit);
    return {
      total: rows.length,
      occurrences: hits.starts.length,
      parameters: `${by}, L${left}–R${right}${within === 's' ? ' within sentences' : ''}, C${minimum}–NC${minimum}`,
      rows: withPlaces(shown, hits, row, left, right),
    };
  },
};

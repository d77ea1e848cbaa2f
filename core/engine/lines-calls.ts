import { AppError } from '../contract/errors.ts';
import { rankCollocates, withPlaces } from '../lines/collocates.ts';
import { countSpans } from '../lines/span-counts.ts';
import { readText } from '../project/document-text.ts';
import { findDocument } from '../project/documents.ts';
import { readTokenWindow } from '../project/occurrences.ts';
import { knownType } from '../opened/corpus-words.ts';
import { orderOf, pageOfLines } from '../opened/hit-lines.ts';
import type { Handlers } from './handlers.ts';
import { hitsOf, type Question } from '../opened/query-hits.ts';
import { tokenRow, valueCounts } from '../opened/token-row.ts';
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
  'lines.collocates': (
    session,
    { word, left, right, within, layer, minimum, by, limit, ...how },
    { signal },
  ) => {
    const { texts } = how;
    const hits = hitsOf(session, { query: word, ...how }, 's', () => goOn(signal));
    if (hits.starts.length === 0 && texts === 'all') knownType(session, word);
    const row = tokenRow(session, within, layer);
    const { counts, tokens } = valueCounts(session, row, texts);
    const counted = countSpans(hits, row, left, right);
    // A token without a value is no collocate; forms and words have values all.
    if (layer !== 'form' && layer !== 'word')
      row.values.forEach((value, id) => {
        if (value === '') counted.together[id] = 0;
      });
    const ranked = rankCollocates(counted, { forms: row.values, counts }, tokens, minimum, by, limit);
    const stops = within === 'text' ? '' : ` within ${within === 's' ? 'sentences' : `<${within}>`}`;
    return {
      total: ranked.total,
      occurrences: hits.starts.length,
      parameters: `${by}, L${left}–R${right}${stops}, C${minimum}–NC${minimum}${layer === 'form' ? '' : `, ${layer}`}`,
      rows: withPlaces(ranked.rows, hits, row, left, right),
    };
  },
};

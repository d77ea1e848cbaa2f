import { AppError } from '../contract/errors.ts';
import { countSpans, rankCollocates } from '../lines/collocates.ts';
import { orderByPlaces } from '../lines/kwic-order.ts';
import { readText } from '../project/document-text.ts';
import { corpusSummary, findDocument } from '../project/documents.ts';
import { readOccurrences, readTokenWindow, type Occurrence } from '../project/occurrences.ts';
import type { ReadDb } from '../project/connection.ts';
import type { StoredType } from '../project/types.ts';
import { chosenTexts } from '../opened/chosen-texts.ts';
import { knownType } from '../opened/corpus-words.ts';
import type { Handlers } from './handlers.ts';
import { linesAt } from '../opened/lines-at.ts';
import { typesOf } from '../opened/opened.ts';
import { countsOf } from '../opened/part-counts.ts';
import { wholeDocuments } from '../project/whole-documents.ts';

export const linesCalls: Handlers<'lines'> = {
  'lines.concordance': (session, { word, width, sort, texts, offset, limit }) => {
    const { db } = session.project;
    const type = knownType(session, word);
    const chosen = chosenTexts(session, texts);
    if (sort.length === 0 && chosen.only === undefined) {
      const { total, occurrences } = readOccurrences(db, type.id, { offset, limit });
      return { total, lines: linesAt(db, occurrences, width) };
    }
    const all = allOccurrences(db, type).filter(({ document }) => chosen.has(document));
    const page = ordered(db, all, sort).slice(offset, offset + limit);
    return { total: all.length, lines: linesAt(db, page, width) };
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
  'lines.collocates': (session, { word, left, right, minimum, texts, limit }) => {
    const { db } = session.project;
    const type = knownType(session, word);
    const types = typesOf(session);
    const { only } = chosenTexts(session, texts);
    const spans = countSpans(wholeDocuments(db, only), type.id, left, right);
    const { counts, tokens } =
      only === undefined
        ? { counts: types.counts, tokens: corpusSummary(db).tokens }
        : countsOf(session, only);
    const rows = rankCollocates(spans, { forms: types.forms, counts }, tokens, minimum);
    return { total: rows.length, occurrences: spans.occurrences, rows: rows.slice(0, limit) };
  },
};

function allOccurrences(db: ReadDb, type: StoredType): readonly Occurrence[] {
  return readOccurrences(db, type.id, { limit: type.count }).occurrences;
}

/** Sorting needs one token at each place only, so only these are cut from the text. */
function ordered(
  db: ReadDb,
  occurrences: readonly Occurrence[],
  places: readonly number[],
): readonly Occurrence[] {
  if (places.length === 0) return occurrences;
  const language =
    occurrences[0] === undefined ? 'und' : (findDocument(db, occurrences[0].document)?.language ?? 'und');
  const widest = Math.max(...places.map(Math.abs));
  const lines = linesAt(db, occurrences, widest).map(({ left, node, right }) => {
    const before = words(left, language).reverse();
    const after = words(right, language);
    return {
      wordAt: (place: number) =>
        place === 0 ? node : place < 0 ? (before[-place - 1] ?? '') : (after[place - 1] ?? ''),
    };
  });
  return orderByPlaces(lines, places, language).map((index) => occurrences[index]!);
}

const words = (text: string, language: string) =>
  text.toLocaleLowerCase(language).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

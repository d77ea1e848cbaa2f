import { AppError } from '../contract/errors.ts';
import type { NgramRow } from '../contract/query.ts';
import { dispersion } from '../lines/dispersion-measures.ts';
import { chosenTexts } from '../opened/chosen-texts.ts';
import { comparisonOf, kindsOf, pageOfWords, textsCompared } from '../opened/comparison.ts';
import { completionsOf } from '../opened/completions.ts';
import { regionNamesOf } from '../opened/corpus-regions.ts';
import { corpusTokensOf } from '../opened/corpus-tokens.ts';
import { distributionBy, hitsByText } from '../opened/distribution.ts';
import { fieldsShown } from '../opened/fields-shown.ts';
import { foundLines } from '../opened/found-lines.ts';
import { pageOfLines } from '../opened/hit-lines.ts';
import { typesOf, type Opened } from '../opened/opened.ts';
import { hitsOf, partsOf, plainWords, type Question } from '../opened/query-hits.ts';
import { orderedStrips, stripsOf } from '../opened/strips.ts';
import { testsByText } from '../opened/sides.ts';
import { attributeOf, attributesOf } from '../opened/token-attributes.ts';
import { framesOf, ngramsOf, type CountedFrames, type CountedNgrams } from '../opened/token-ngrams.ts';
import { goOn } from '../stop-signal.ts';
import { suggestionsFor } from '../vectors/suggestions.ts';
import { pathOf, type Handlers } from './handlers.ts';

export const queryCalls: Handlers<'query'> = {
  'query.lines': (session, { width, context, fields, offset, limit, ...asked }, { signal }) => {
    const { hits, order, ...counts } = foundLines(session, asked, () => goOn(signal));
    const none = counts.total === 0;
    const lines = pageOfLines(session, hits, order, { offset, limit, width, context });
    const shown = fields === undefined ? null : fieldsShown(session, fields);
    return {
      ...counts,
      lines:
        shown === null ? lines : lines.map((line) => ({ ...line, fields: shown.ofText(line.documentId) })),
      parts: none ? partsOf(session, asked) : [],
      spellings: none ? spellingsFor(session, asked) : [],
    };
  },
  'query.distribution': (session, { by, offset, limit, ...question }) => {
    const hits = hitsOf(session, question, question.within);
    const corpus = corpusTokensOf(session);
    const rows = distributionBy(session, question.texts, hits, by);
    const { has } = chosenTexts(session, question.texts);
    const counts = hitsByText(corpus, hits);
    const chosen = corpus.documents.flatMap((id, at) => (has(id) ? [at] : []));
    return {
      total: rows.length,
      rows: rows.slice(offset, offset + limit),
      dispersion: dispersion(
        chosen.map((at) => counts[at]!),
        chosen.map((at) => corpus.starts[at + 1]! - corpus.starts[at]!),
      ),
    };
  },
  'query.strips': (session, { stretches, order, offset, limit, ...question }) => {
    const strips = stripsOf(session, question.texts, hitsOf(session, question, question.within), stretches);
    const rows = orderedStrips(session, strips, order);
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  },
  'query.attributes': (session) => ({
    attributes: attributesOf(session),
    regions: regionNamesOf(session),
  }),
  'query.complete': (session, { query, offset, limit }) => completionsOf(session, query, offset, limit),
  'query.keywords': (
    session,
    { target, reference, list, savedList, layer, measure, minimum, kind, tests, seed, offset, limit },
    { signal },
  ) => {
    if ([reference, list, savedList].filter((one) => one !== undefined).length > 1)
      throw new AppError('E_REQUEST_INVALID', { field: 'list', reason: 'texts or one list, not both' });
    const path = list === undefined ? undefined : pathOf(list);
    const asked = { target, reference, list: path, savedList, layer, minimum, measure };
    const comparison = comparisonOf(session, asked);
    const page = pageOfWords(comparison, kind, { offset, limit });
    const { none, ...kinds } = kindsOf(comparison);
    const all = { ...kinds, none };
    const { own, other } = textsCompared(session, asked);
    const types = page.map(({ type }) => type);
    const tested =
      tests && !comparison.fewTexts && list === undefined && savedList === undefined
        ? testsByText(session, { own, other, layer }, types, seed, () => goOn(signal))
        : null;
    return {
      total: kind === undefined ? comparison.compared.words : all[kind],
      target: comparison.target,
      reference: comparison.reference,
      kinds,
      critical: comparison.compared.critical,
      fewTexts: comparison.fewTexts,
      rows: page.map((row, at) => ({ ...withoutType(row), ...tested?.[at] })),
    };
  },
  'query.ngrams': (session, { frames: asFrames, offset, limit, ...asked }, { signal }) => {
    const pulse = () => goOn(signal);
    if (asFrames && asked.n < 3)
      throw new AppError('E_REQUEST_INVALID', { field: 'n', reason: 'a frame has three words at least' });
    return asFrames
      ? frameRows(framesOf(session, asked, pulse), offset, limit)
      : ngramRows(ngramsOf(session, asked, pulse), offset, limit);
  },
};

function frameRows({ rows, values, tokens }: CountedFrames, offset: number, limit: number) {
  const page = rows.slice(offset, offset + limit);
  return {
    total: rows.length,
    tokens,
    rows: page.map(({ words, top, variants, count, texts, topShare }): NgramRow => ({
      ngram: words.map((id) => (id === null ? '*' : values[id]!)).join(' '),
      count,
      texts,
      variants,
      variantRatio: variants / count,
      topShare,
      top: values[top]!,
    })),
  };
}

function ngramRows(found: CountedNgrams, offset: number, limit: number) {
  const { n, ids, counts, texts, subsumed, within, values, tokens, spreadOf } = found;
  const end = Math.min(counts.length, offset + limit);
  const spread = end > offset ? spreadOf(offset, end) : null;
  const rows = Array.from({ length: Math.max(0, end - offset) }, (_, step): NgramRow => {
    const row = offset + step;
    return {
      ngram: Array.from(ids.subarray(row * n, (row + 1) * n), (id) => values[id]!).join(' '),
      count: counts[row]!,
      texts: texts[row]!,
      subsumed: subsumed[row] === 1,
      overlap: within[row]! / counts[row]!,
      dispersion: spread === null || Number.isNaN(spread[step]) ? null : spread[step]!,
    };
  });
  return { total: counts.length, tokens, rows };
}

/** Types are numbers of the project’s own. */
function withoutType<T extends { readonly type: number }>(row: T): Omit<T, 'type'> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'type')) as Omit<T, 'type'>;
}

function spellingsFor(opened: Opened, question: Question): readonly string[] {
  const { forms, counts } = typesOf(opened);
  const byCount = Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]!);
  const known = new Set(forms);
  const sorted = byCount.filter((type) => counts[type]! > 0).map((type) => forms[type]!);
  const { values } = attributeOf(opened, 'word', 0);
  const written = new Set(values);
  return plainWords(opened, question)
    .filter((word) => !known.has(word) && !written.has(word))
    .flatMap((word) => {
      const small = word.toLowerCase();
      // Only its capitals are others.
      return known.has(small)
        ? values.filter((value) => value.length === word.length && value.toLowerCase() === small)
        : suggestionsFor(word, sorted, 3);
    })
    .slice(0, 5);
}

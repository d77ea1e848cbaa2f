import { basename } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { NgramRow } from '../contract/query.ts';
import { readWordList } from '../corpus/read-word-list.ts';
import { dispersion } from '../lines/dispersion-measures.ts';
import { frames } from '../lines/frames.ts';
import { ngrams } from '../lines/ngrams.ts';
import { chosenTexts } from '../opened/chosen-texts.ts';
import { completionsOf } from '../opened/completions.ts';
import { regionNamesOf } from '../opened/corpus-regions.ts';
import { corpusTokensOf } from '../opened/corpus-tokens.ts';
import { distributionBy, hitsByText, tokensIn } from '../opened/distribution.ts';
import { orderOf, pageOfLines } from '../opened/hit-lines.ts';
import { compareWords, fewestTexts, type Side } from '../opened/keywords.ts';
import { typesOf, type Opened } from '../opened/opened.ts';
import { hitsOf, partsOf, plainWords, type Question } from '../opened/query-hits.ts';
import { restOf, sideOf, sideOfList, testsByText } from '../opened/sides.ts';
import { attributesOf } from '../opened/token-attributes.ts';
import { partOfRow, unbrokenRow } from '../opened/token-row.ts';
import { goOn } from '../stop-signal.ts';
import { suggestionsFor } from '../vectors/suggestions.ts';
import { pathOf, type Handlers } from './handlers.ts';

export const queryCalls: Handlers<'query'> = {
  'query.lines': (session, { width, sort, sample, offset, limit, ...question }, { signal }) => {
    const hits = hitsOf(session, question, question.within, () => goOn(signal));
    const total = hits.starts.length;
    const tokens = tokensIn(session, question.texts);
    const order = orderOf(session, question, hits, sort, sample);
    const lines = pageOfLines(session, hits, order, { offset, limit, width });
    const corpus = corpusTokensOf(session);
    const none = total === 0;
    return {
      total,
      perMillion: tokens === 0 ? 0 : (1e6 * total) / tokens,
      documents: hitsByText(corpus, hits).filter((count) => count > 0).length,
      tokens,
      lines,
      parts: none ? partsOf(session, question) : [],
      spellings: none ? spellingsFor(session, question) : [],
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
  'query.attributes': (session) => ({
    attributes: attributesOf(session),
    regions: regionNamesOf(session),
  }),
  'query.complete': (session, { query, offset, limit }) => completionsOf(session, query, offset, limit),
  'query.keywords': (session, { target, reference, list, measure, minimum, tests, seed, offset, limit }) => {
    if (reference !== undefined && list !== undefined)
      throw new AppError('E_REQUEST_INVALID', { field: 'list', reason: 'texts or a list, not both' });
    const types = typesOf(session);
    const own = sideOf(session, target);
    if (own.tokens === 0) throw new AppError('E_NO_CORPUS');
    let forms: readonly string[] = types.forms;
    let other: Side;
    if (list === undefined) other = sideOf(session, reference ?? restOf(session, target));
    else {
      const path = pathOf(list);
      const words = readWordList(path, basename(path));
      ({ forms, side: other } = sideOfList(types.forms, words));
    }
    if (other.tokens === 0) throw new AppError('E_SUB_CORPUS_EMPTY', {});
    const { rows, critical } = compareWords(forms, own, other, minimum, measure);
    const fewTexts = own.texts < fewestTexts || other.texts < fewestTexts;
    const page = rows.slice(offset, offset + limit);
    const tested =
      tests && !fewTexts && list === undefined
        ? testsByText(
            session,
            target,
            reference ?? restOf(session, target),
            page.map(({ type }) => type),
            seed,
          )
        : null;
    return {
      total: rows.length,
      target: { tokens: own.tokens, texts: own.texts },
      reference: { tokens: other.tokens, texts: other.texts },
      critical,
      fewTexts,
      rows: page.map((row, at) => ({ ...withoutType(row), ...tested?.[at] })),
    };
  },
  'query.ngrams': (
    session,
    { n, minimum, minimumTexts, layer, frames: asFrames, texts, offset, limit },
    { signal },
  ) => {
    const row = partOfRow(session, unbrokenRow(session, 's', layer), texts);
    const { ids, goesOn, textStarts, values: forms } = row;
    const options = { n, minimum, texts: minimumTexts };
    const pulse = () => goOn(signal);
    if (asFrames) {
      if (n < 3)
        throw new AppError('E_REQUEST_INVALID', { field: 'n', reason: 'a frame has three words at least' });
      const found = frames(ids, goesOn, textStarts, options, pulse);
      const rows = found
        .slice(offset, offset + limit)
        .map(({ words, top, variants, count, texts: range, topShare }): NgramRow => ({
          ngram: words.map((id) => (id === null ? '*' : forms[id]!)).join(' '),
          count,
          texts: range,
          variants,
          variantRatio: variants / count,
          topShare,
          top: forms[top]!,
        }));
      return { total: found.length, tokens: ids.length, rows };
    }
    const found = ngrams(ids, goesOn, textStarts, options, pulse);
    const longer = n < 8 ? ngrams(ids, goesOn, textStarts, { n: n + 1, minimum }, pulse) : null;
    const within = longer === null ? new Map<string, number>() : countsOfParts(longer.ids, longer.counts, n);
    const rows: NgramRow[] = [];
    for (let at = offset; at < Math.min(found.counts.length, offset + limit); at++) {
      const words = found.ids.subarray(at * n, (at + 1) * n);
      rows.push({
        ngram: [...words].map((id) => forms[id]!).join(' '),
        count: found.counts[at]!,
        texts: found.texts[at]!,
        subsumed: within.get(words.join(' ')) === found.counts[at],
      });
    }
    return { total: found.counts.length, tokens: ids.length, rows };
  },
};

/** Types are numbers of the project’s own. */
function withoutType<T extends { readonly type: number }>(row: T): Omit<T, 'type'> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'type')) as Omit<T, 'type'>;
}

/** Of each n-gram the count of the most frequent longer one that it begins or ends. */
function countsOfParts(ids: Uint32Array, counts: Uint32Array, n: number): Map<string, number> {
  const most = new Map<string, number>();
  for (let row = 0; row < counts.length; row++)
    for (const from of [0, 1]) {
      const start = row * (n + 1) + from;
      const key = ids.subarray(start, start + n).join(' ');
      most.set(key, Math.max(most.get(key) ?? 0, counts[row]!));
    }
  return most;
}

function spellingsFor(opened: Opened, question: Question): readonly string[] {
  const { forms, counts } = typesOf(opened);
  const byCount = Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]!);
  const known = new Set(forms);
  const sorted = byCount.filter((type) => counts[type]! > 0).map((type) => forms[type]!);
  return plainWords(opened, question)
    .filter((word) => !known.has(word) && !known.has(word.toLowerCase()))
    .flatMap((word) => suggestionsFor(word, sorted, 3))
    .slice(0, 5);
}

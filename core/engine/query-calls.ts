import { basename } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { DistributionRow, NgramRow } from '../contract/query.ts';
import type { TextsRef } from '../contract/texts.ts';
import { dispersion } from '../lines/dispersion-measures.ts';
import { frames } from '../lines/frames.ts';
import { rankSum } from '../lines/keyness.ts';
import { ngrams } from '../lines/ngrams.ts';
import { permutationP } from '../lines/permuted-texts.ts';
import { countTypes } from '../lines/type-counts.ts';
import { chosenTexts } from '../opened/chosen-texts.ts';
import { corpusTokensOf, stretchesOf, textAt, tokenRow, type CorpusTokens } from '../opened/corpus-tokens.ts';
import { compareWords, fewestTexts, type Side } from '../opened/keywords.ts';
import { orderOf, pageOfLines } from '../opened/hit-lines.ts';
import { typesOf, type Opened } from '../opened/opened.ts';
import { hitsOf, partsOf, plainWords, type Question } from '../opened/query-hits.ts';
import { readWordList } from '../corpus/read-word-list.ts';
import { listDocuments } from '../project/documents.ts';
import type { Hits } from '../query/hits.ts';
import { suggestionsFor } from '../vectors/suggestions.ts';
import { goOn } from '../stop-signal.ts';
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
    const rows = distributionBy(session, question, hits, by);
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
    if (layer !== 'form')
      throw new AppError('E_QUERY_INVALID', { offset: 0, expected: ['form'], found: layer });
    const { forms } = typesOf(session);
    const { ids, goesOn, textStarts } = partOfRow(session, texts);
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
    for (let row = offset; row < Math.min(found.counts.length, offset + limit); row++) {
      const words = found.ids.subarray(row * n, (row + 1) * n);
      rows.push({
        ngram: [...words].map((id) => forms[id]!).join(' '),
        count: found.counts[row]!,
        texts: found.texts[row]!,
        subsumed: within.get(words.join(' ')) === found.counts[row],
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

const tokensIn = (opened: Opened, texts: TextsRef) =>
  stretchesOf(opened, texts).reduce((sum, [from, to]) => sum + to - from, 0);

function hitsByText(corpus: CorpusTokens, { starts }: Hits): Uint32Array {
  const counts = new Uint32Array(corpus.documents.length);
  let text = 0;
  for (const start of starts) {
    while (corpus.starts[text + 1]! <= start) text++;
    counts[text]!++;
  }
  return counts;
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

/** Counts by what hits have in common; values of texts in their order, others by their counts. */
function distributionBy(
  opened: Opened,
  question: Question,
  hits: Hits,
  by: string,
): readonly DistributionRow[] {
  const corpus = corpusTokensOf(opened);
  const { forms } = typesOf(opened);
  const { starts, ends } = hits;
  const beside = /^([LR])([1-9]|10)$/.exec(by);
  if (by === 'match' || beside !== null) {
    const counts = new Map<string, number>();
    const distance = beside === null ? 0 : Number(beside[2]) * (beside[1] === 'L' ? -1 : 1);
    for (let hit = 0; hit < starts.length; hit++) {
      const [start, end] = [starts[hit]!, ends[hit]!];
      let value: string | null;
      if (beside === null)
        value = Array.from(corpus.ids.subarray(start, end + 1), (id) => forms[id]!).join(' ');
      else {
        const at = distance < 0 ? start + distance : end + distance;
        const text = textAt(corpus, start);
        const there = at >= corpus.starts[text]! && at < corpus.starts[text + 1]!;
        value = there ? forms[corpus.ids[at]!]! : null;
      }
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, count]) => ({ value, count, tokens: null, perMillion: null }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  const { has } = chosenTexts(opened, question.texts);
  const byText = hitsByText(corpus, hits);
  const stored = new Map(listDocuments(opened.project.db).map((one) => [one.id, one]));
  const sums = new Map<string, { count: number; tokens: number; number: boolean }>();
  let isField = by === 'text';
  corpus.documents.forEach((id, at) => {
    if (!has(id)) return;
    const { name, metadata } = stored.get(id)!;
    const given = by === 'text' ? name : metadata[by];
    if (given !== undefined) isField = true;
    const value = given === undefined ? '' : String(given);
    const sum = sums.get(value) ?? { count: 0, tokens: 0, number: typeof given === 'number' };
    sum.count += byText[at]!;
    sum.tokens += corpus.starts[at + 1]! - corpus.starts[at]!;
    sums.set(value, sum);
  });
  if (!isField) throw new AppError('E_REQUEST_INVALID', { field: 'by', reason: `no text has a field ${by}` });
  const rows = [...sums].map(([value, { count, tokens }]) => ({
    value,
    count,
    tokens,
    perMillion: tokens === 0 ? 0 : (1e6 * count) / tokens,
  }));
  if (by === 'text') return rows;
  const isNumber = [...sums.values()].some(({ number }) => number);
  return rows.sort((a, b) =>
    isNumber ? Number(a.value) - Number(b.value) || 0 : a.value < b.value ? -1 : a.value > b.value ? 1 : 0,
  );
}

/** All texts but some. */
function restOf(opened: Opened, target: TextsRef): TextsRef {
  const { has } = chosenTexts(opened, target);
  return { documents: corpusTokensOf(opened).documents.filter((id) => !has(id)) };
}

function sideOf(opened: Opened, ref: TextsRef): Side {
  const { ids } = corpusTokensOf(opened);
  const stretches = stretchesOf(opened, ref);
  const texts = ref === 'all' ? corpusTokensOf(opened).documents.length : stretches.length;
  const pieces =
    ref === 'all'
      ? documentsOf(corpusTokensOf(opened))
      : stretches.map(([from, to]) => ids.subarray(from, to));
  return { ...countTypes(pieces, typesOf(opened).forms.length), texts };
}

function* documentsOf({ ids, starts }: CorpusTokens): Generator<Uint32Array> {
  for (let text = 0; text + 1 < starts.length; text++) yield ids.subarray(starts[text], starts[text + 1]);
}

function sideOfList(forms: readonly string[], words: ReadonlyMap<string, number>) {
  const all = [...forms];
  const known = new Map(forms.map((form, type) => [form, type]));
  const counted: [number, number][] = [];
  for (const [word, count] of words) {
    const type = known.get(word) ?? all.push(word) - 1;
    counted.push([type, count]);
  }
  const counts = new Uint32Array(all.length);
  let tokens = 0;
  for (const [type, count] of counted) {
    counts[type]! += count;
    tokens += count;
  }
  const side: Side = { counts, tokens, documents: new Uint32Array(all.length), texts: 0 };
  return { forms: all, side };
}

/** Tokens of some texts as a row of their own. */
function partOfRow(opened: Opened, texts: TextsRef) {
  const row = tokenRow(opened, 'sentence');
  if (texts === 'all') return row;
  const stretches = stretchesOf(opened, texts);
  const tokens = stretches.reduce((sum, [from, to]) => sum + to - from, 0);
  const [ids, goesOn] = [new Uint32Array(tokens), new Uint8Array(tokens)];
  const textStarts = new Uint32Array(stretches.length);
  let at = 0;
  stretches.forEach(([from, to], text) => {
    ids.set(row.ids.subarray(from, to), at);
    goesOn.set(row.goesOn.subarray(from, to), at);
    textStarts[text] = at;
    at += to - from;
  });
  return { ids, goesOn, textStarts };
}

const permutations = 999;

/** Tests of words whose unit is the text. */
function testsByText(
  opened: Opened,
  target: TextsRef,
  reference: TextsRef,
  types: readonly number[],
  seed: number,
) {
  const { ids, size } = tokenRow(opened, 'text');
  const rowOf = new Int32Array(size).fill(-1);
  types.forEach((type, row) => (rowOf[type] = row));
  const own = stretchesOf(
    opened,
    target === 'all' ? { documents: corpusTokensOf(opened).documents } : target,
  );
  const other = stretchesOf(opened, reference);
  const texts = [...own, ...other];
  const sizes = texts.map(([from, to]) => to - from);
  const hits = types.map(() => new Uint32Array(texts.length));
  texts.forEach(([from, to], text) => {
    for (let at = from; at < to; at++) {
      const row = rowOf[ids[at]!]!;
      if (row >= 0) hits[row]![text]!++;
    }
  });
  const isTarget = Uint8Array.from(texts, (_, text) => (text < own.length ? 1 : 0));
  return hits.map((counts) => {
    const rates = Array.from(counts, (count, text) => count / sizes[text]!);
    return {
      rankSumP: rankSum(rates.slice(0, own.length), rates.slice(own.length)).p,
      permutationP: permutationP(counts, sizes, isTarget, permutations, seed),
    };
  });
}

import { leastListed } from '../contract/search.ts';
import type { DistributionRow } from '../contract/query.ts';
import type { TextsRef } from '../contract/texts.ts';
import type { WordPage } from '../contract/word-page.ts';
import { dispersion } from '../lines/dispersion-measures.ts';
import { chosenTexts } from '../opened/chosen-texts.ts';
import { collocatesOf } from '../opened/collocates-of.ts';
import { corpusTokensOf } from '../opened/corpus-tokens.ts';
import { knownType } from '../opened/corpus-words.ts';
import { countedWords } from '../opened/counted-words.ts';
import { distributionBy, hitsByText } from '../opened/distribution.ts';
import { orderOf, pageOfLines } from '../opened/hit-lines.ts';
import { loadModel } from '../opened/loaded-model.ts';
import type { Opened } from '../opened/opened.ts';
import { hitsOf, type Question } from '../opened/query-hits.ts';
import { formsOfWord, stripOf, trendField, yearOf } from '../opened/word-page.ts';
import { wordsOverPeriods } from '../opened/words-over-periods.ts';
import { listModels } from '../project/models.ts';
import type { Hits } from '../query/hits.ts';
import { goOn } from '../stop-signal.ts';
import type { Handlers } from './handlers.ts';
import { neighboursOf } from './neighbours-of.ts';

export const wordCalls: Handlers<'word'> = {
  'word.trends': (session, { words, by, periods, texts }) =>
    wordsOverPeriods(session, texts, words, { by, most: periods }),
  'word.page': (session, { word, by, rows, model, texts }, { signal }) => {
    const { form } = knownType(session, word);
    const question: Question = { query: form, language: 'word', matchCase: false, matchMarks: false, texts };
    const hits = hitsOf(session, question, 's', () => goOn(signal));
    const collocates = {
      ...{ texts, left: 5, right: 5, within: 's', layer: 'form', minimum: 3 },
      ...{ by: 'logDice' as const, limit: rows },
    };
    goOn(signal);
    return {
      word: form,
      ...frequencyOf(session, texts, hits),
      ...formsOfWord(session, texts, hits),
      trend: trendOf(session, texts, hits, by),
      collocates: collocatesOf(session, hits, collocates),
      neighbours: nearWord(session, form, model, rows),
      lines: pageOfLines(session, hits, orderOf(session, question, hits, [], 1), {
        ...{ offset: 0, limit: rows, width: 10 },
      }),
    };
  },
};

function frequencyOf(opened: Opened, texts: TextsRef, hits: Hits) {
  const { only, has } = chosenTexts(opened, texts);
  const { counts, tokens } = countedWords(opened, only);
  const corpus = corpusTokensOf(opened);
  const byText = hitsByText(corpus, hits);
  const chosen = corpus.documents.flatMap((id, at) => (has(id) ? [at] : []));
  const [inTexts, sizes] = [
    chosen.map((at) => byText[at]!),
    chosen.map((at) => corpus.starts[at + 1]! - corpus.starts[at]!),
  ];
  const count = hits.starts.length;
  let [types, more] = [0, 0];
  for (const one of counts) {
    if (one > 0) types++;
    if (one > count) more++;
  }
  return {
    count,
    perMillion: tokens === 0 ? 0 : (1e6 * count) / tokens,
    rank: more + 1,
    types,
    documents: inTexts.filter((one) => one > 0).length,
    texts: chosen.length,
    tokens,
    dispersion: dispersion(inTexts, sizes),
    strip: stripOf(opened, texts, hits),
  };
}

/** Dates are followed by their years: hardly two texts are of one day. */
function trendOf(opened: Opened, texts: TextsRef, hits: Hits, by: string | undefined): WordPage['trend'] {
  const found = trendField(opened, by);
  if (found === null) return null;
  const { field, kind } = found;
  const rows = distributionBy(opened, texts, hits, field);
  return { field, kind, rows: kind === 'date' ? byYear(rows) : rows };
}

function byYear(rows: readonly DistributionRow[]): readonly DistributionRow[] {
  const years = Map.groupBy(rows, ({ value }) => yearOf(value) ?? value);
  return [...years].map(([value, some]) => {
    const count = some.reduce((sum, row) => sum + row.count, 0);
    const tokens = some.reduce((sum, row) => sum + (row.tokens ?? 0), 0);
    return { value, count, tokens, perMillion: tokens === 0 ? 0 : (1e6 * count) / tokens };
  });
}

/** A word that the model left out is an answer, no error: the rest of the page stands. */
function nearWord(
  opened: Opened,
  word: string,
  model: string | undefined,
  top: number,
): WordPage['neighbours'] {
  if (model === undefined && listModels(opened.project.db).length === 0) return null;
  const loaded = loadModel(opened, model);
  const { name } = loaded.model;
  if (loaded.find(word) < 0) return { model: name, knowsWord: false, rows: [], study: null };
  const { neighbours, study } = neighboursOf(opened, loaded, {
    word,
    measure: 'cosine',
    raw: false,
    top,
    minCount: leastListed,
  });
  return { model: name, knowsWord: true, rows: neighbours, study };
}

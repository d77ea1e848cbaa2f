import type { WordPage, WordTrends } from '../../core/contract/word-page.ts';
import { checkedInput } from '../../core/contract/checks.ts';
import type { Answers } from './sample-answers.ts';
import { models } from './sample-project.ts';
import { countOf, fixed, words } from './sample-words.ts';

/** A word’s page out of what the stand-in engine says to other questions. */
export function samplePage(answers: Answers, word: string, rows: number): WordPage {
  const { lines, total } = answers['query.lines']!(
    checkedInput('query.lines', { query: word, limit: rows }),
  ) as { lines: WordPage['lines']; total: number };
  const collocates = answers['lines.collocates']!(checkedInput('lines.collocates', { word })) as {
    rows: WordPage['collocates']['rows'];
  };
  const near = answers['search.neighbours']!(checkedInput('search.neighbours', { word, top: rows })) as {
    neighbours: NonNullable<WordPage['neighbours']>['rows'];
    readonly study: NonNullable<WordPage['neighbours']>['study'];
  };
  const years = answers['query.distribution']!(
    checkedInput('query.distribution', { query: word, by: 'year' }),
  ) as { rows: NonNullable<WordPage['trend']>['rows'] };
  const count = total === 0 ? countOf(words.indexOf(word)) : total;
  return {
    word,
    count,
    perMillion: count / 1.3,
    rank: 213,
    types: 31_204,
    documents: 31,
    texts: 40,
    tokens: 1_300_000,
    dispersion: { dp: 0.31, dpNorm: 0.32, dP: 0.67, juillandD: 0.7, dA: 0.6, dKl: 0.66, range: 31 },
    strip: Array.from({ length: 100 }, (_, at) => Math.floor(9 * fixed(word, at) ** 2)),
    written: [
      { value: word, count: count - 12 },
      { value: word.toUpperCase(), count: 12 },
    ],
    tags: [
      {
        layer: 'pos',
        rows: [
          { value: 'NOUN', count: count - 30 },
          { value: 'PROPN', count: 30 },
        ],
      },
    ],
    lemmas: {
      layer: 'lemma',
      rows: [
        {
          lemma: word,
          here: count,
          count: count + 140,
          forms: [
            { value: word, count },
            { value: `${word}s`, count: 140 },
          ],
        },
      ],
    },
    trend: { field: 'year', kind: 'number', rows: years.rows },
    collocates: {
      total: 300,
      parameters: 'logDice, L5–R5 within sentences, C3–NC3',
      rows: collocates.rows.slice(0, rows),
    },
    neighbours: { model: models[0]?.name ?? '', knowsWord: true, rows: near.neighbours, study: near.study },
    lines,
  };
}

/** Lines that rise, fall and stay, by the letters of the word. */
export function sampleTrends(asked: readonly string[]): WordTrends {
  const periods = Array.from({ length: 16 }, (_, at) => ({
    from: String(1790 + 15 * at),
    to: String(1804 + 15 * at),
    tokens: 81_000,
  }));
  return {
    field: 'year',
    periods,
    rows: asked.map((word) => {
      const slope = 2 * fixed(word, 3) - 1;
      const perMillion = periods.map(
        (_, at) => 400 * (1 + slope * (at / 8 - 1)) * (0.7 + 0.6 * fixed(word, at)),
      );
      return { word, counts: perMillion.map((rate) => Math.round(rate * 0.081)), perMillion };
    }),
  };
}

import type { CountedValue, WordPage } from '../../contract/word-page.ts';
import { inColumns } from '../columns.ts';
import { tableOfRows } from '../plain-table.ts';
import type { ShownCalls } from '../shown.ts';

export const wordShown: ShownCalls<'word'> = {
  'word.trends': {
    human: (trends) => {
      if (trends === null) return 'No text says when it is from.';
      const { field, periods, rows } = trends;
      return `Per million, by ${field}\n${inColumns(
        [
          { title: 'word' },
          ...periods.map(({ from, to }) => ({ title: periodName(from, to), align: 'right' as const })),
        ],
        rows.map(({ word, perMillion }) => [word, ...perMillion.map((rate) => rate.toFixed(1))]),
      )}`;
    },
  },
  'word.page': { human: (page) => sectionsOf(page).join('\n\n') },
};

const periodName = (from: string, to: string) => (from === to ? from : `${from}–${to}`);

const counted = (rows: readonly CountedValue[]) =>
  rows.map(({ value, count }) => `${value} ${count}`).join(', ');

function sectionsOf(page: WordPage): readonly string[] {
  const { word, count, perMillion, rank, types, documents, texts, dispersion, written, tags, lemmas } = page;
  const { trend, collocates, neighbours, lines } = page;
  return [
    [
      `${word}: ${count} occurrences, ${perMillion.toFixed(1)} per million, rank ${rank} of ${types}`,
      `In ${documents} of ${texts} texts${dispersion === null ? '' : `, DP ${dispersion.dp.toFixed(3)} (0 is even)`}`,
      `Written: ${counted(written)}`,
      ...tags.map(({ layer, rows }) => `${layer}: ${counted(rows)}`),
      ...(lemmas?.rows ?? []).map(
        (one) => `${lemmas!.layer} ${one.lemma} (${one.here} of ${one.count}): ${counted(one.forms)}`,
      ),
    ].join('\n'),
    ...(trend === null ? [] : [`By ${trend.field}\n${tableOfRows(trend.rows.map((row) => ({ ...row })))}`]),
    collocates.rows.length === 0
      ? 'No collocates'
      : `Collocates (${collocates.parameters})\n${tableOfRows(
          collocates.rows.map(
            ({ word: one, together, count: all, texts: range, logDice, logLikelihood }) => ({
              ...{ word: one, together, count: all, texts: range, logDice, logLikelihood },
            }),
          ),
        )}`,
    ...(neighbours === null
      ? []
      : [
          neighbours.knowsWord
            ? `Neighbours (${neighbours.model})\n${tableOfRows(
                neighbours.rows.map(({ word: one, score, count: all }) => ({ word: one, score, count: all })),
              )}`
            : `${neighbours.model} does not have the word.`,
        ]),
    ...(lines.length === 0
      ? []
      : [
          inColumns(
            [{ title: 'document' }, { title: 'left', align: 'right' }, { title: 'node' }, { title: 'right' }],
            lines.map(({ document, left, node, right }) => [document, left, node, right]),
          ),
        ]),
  ];
}

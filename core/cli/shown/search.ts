import type { Neighbour } from '../../contract/search.ts';
import type { ByChance, Spread, StudyBehind } from '../../contract/study.ts';
import { inColumns } from '../columns.ts';
import type { ShownCalls } from '../shown.ts';
import { UsageError } from '../usage-error.ts';
import { whyLines } from './why.ts';

export const searchShown: ShownCalls<'search'> = {
  'search.neighbours': { human: ({ neighbours, study }) => neighbourTable(neighbours, study) },
  'search.analogy': {
    check: ({ positive }) => {
      if (positive.length === 0) throw new UsageError('--positive takes at least one word');
    },
    human: ({ neighbours, baseline, study }, { positive }) =>
      `${neighbourTable(neighbours, study)}\nSimply nearest to ${positive.slice(-1).join('')}: ${baseline
        .slice(0, 3)
        .map(({ word }) => word)
        .join(', ')}`,
  },
  'search.odd': {
    check: ({ words }) => {
      if (words.length < 2) throw new UsageError('It takes two words at least.');
    },
    human: ({ word, scores }) => {
      const table = inColumns(
        [{ title: 'word' }, { title: 'to the mean', align: 'right' }],
        scores.map((one) => [one.word, one.score.toFixed(3)]),
      );
      return `${word}\n\n${table}`;
    },
  },
  'search.similarity': {
    human: ({ score, study, ...spread }) =>
      study === null
        ? `${score.toFixed(6)}${chanceOf(spread)}`
        : `${score.toFixed(6)}${chanceOf(spread)} (${intervalName(study)}: ${intervalOf(spread)}, ${spread.runs} of ${spread.of} runs, ${study.kind})`,
  },
  'search.why': { human: whyLines },
  'search.matrix': {
    json: ({ words, values, clustered, tree, low, high }) => ({
      words,
      values: rowsOf(values, words.length),
      clustered,
      tree,
      ...(low === null || high === null
        ? {}
        : { low: rowsOf(low, words.length), high: rowsOf(high, words.length) }),
    }),
    human: ({ words, values, clustered }) => {
      const rows = rowsOf(values, words.length);
      return inColumns(
        [{ title: '' }, ...clustered.map((at) => ({ title: words[at]!, align: 'right' as const }))],
        clustered.map((row) => [words[row]!, ...clustered.map((column) => rows[row]![column]!.toFixed(3))]),
      );
    },
  },
  'search.vectors': {
    json: ({ words, dimensions, values, unknown }) => ({
      words,
      dimensions,
      values: rowsOf(values, dimensions),
      unknown,
    }),
    human: ({ words, dimensions, values, unknown }) =>
      [
        ...rowsOf(values, dimensions).map((row, at) =>
          [words[at]!, ...row.map((value) => String(Number(value.toPrecision(6))))].join(' '),
        ),
        ...(unknown.length === 0 ? [] : [`Not in the model: ${unknown.join(', ')}`]),
      ].join('\n'),
  },
  'search.predict': {
    check: ({ left = '', right = '' }) => {
      if (left === '' && right === '') throw new UsageError('--left or --right is needed');
    },
    human: ({ predictions, unknown }) => {
      const rows = predictions.map(({ word, probability }) => [word, probability.toPrecision(3)]);
      const table = inColumns([{ title: 'fits this slot' }, { title: 'probability', align: 'right' }], rows);
      return table + (unknown.length > 0 ? `\nNot in the model: ${unknown.join(', ')}` : '');
    },
  },
};

const rowsOf = (values: Float32Array, columns: number): number[][] =>
  Array.from({ length: columns === 0 ? 0 : values.length / columns }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)),
  );

type Listed = Neighbour & Partial<Spread> & Partial<ByChance>;

function neighbourTable(neighbours: readonly Listed[], study: StudyBehind | null): string {
  const hasChance = neighbours.some(({ chance }) => chance !== undefined);
  const rows = neighbours.map((one) => [
    one.word,
    one.score.toFixed(4),
    ...(study === null ? [] : [intervalOf(one), `${one.runs} of ${one.of}`]),
    ...(hasChance ? [one.chance?.toFixed(4) ?? '–'] : []),
    String(one.count),
    one.documents === null ? '–' : String(one.documents),
  ]);
  const table = inColumns(
    [
      { title: 'word' },
      { title: 'score', align: 'right' },
      ...(study === null
        ? []
        : [
            { title: intervalName(study), align: 'right' as const },
            { title: 'in the lists of', align: 'right' as const },
          ]),
      ...(hasChance ? [{ title: 'by chance', align: 'right' as const }] : []),
      { title: 'count', align: 'right' },
      { title: 'documents', align: 'right' },
    ],
    rows,
  );
  return study === null ? table : `${table}\n${studyLine(study)}`;
}

const chanceOf = ({ chance }: Partial<ByChance>) =>
  typeof chance === 'number' ? `, ${chance.toFixed(6)} by chance` : '';

const intervalOf = ({ low = null, high = null }: Partial<Spread>) =>
  low === null || high === null ? '–' : `${low.toFixed(3)} … ${high.toFixed(3)}`;

/** Other settings are chosen and not drawn. */
const intervalName = ({ kind }: Pick<StudyBehind, 'kind'>) => (kind === 'settings' ? 'range' : '95 %');

const studyLine = ({ kind, runs, overlap }: StudyBehind) =>
  `${runs} runs (${kind})${overlap === null ? '' : `: two of them have ${Math.round(overlap * 100)} % of such a list in common`}`;

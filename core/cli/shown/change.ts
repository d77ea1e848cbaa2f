import {
  smallPeriod,
  type ChangeMethod,
  type ChangeModels,
  type ChangePeriod,
} from '../../contract/change.ts';
import { lineOf } from '../../contract/conditions.ts';
import { inColumns } from '../columns.ts';
import type { ShownCalls } from '../shown.ts';

const right = 'right' as const;

export const changeShown: ShownCalls<'change'> = {
  'change.words': {
    human: ({ method, models, from, to, words, untested, found, differsAsAWhole, rows, control }, asked) =>
      [
        periodLine(lineOf(asked.from), from, method),
        periodLine(lineOf(asked.to), to, method),
        ...modelLines(models),
        `${words} words compared${untested === 0 ? '' : `, ${untested} of them too unevenly spread over the texts to be tested`}; ${found} found at a false discovery rate of 5 %`,
        `control: ${control.withFindings} of ${control.splits} random divisions found a word, ${control.meanFound.toFixed(2)} words on average`,
        ...(differsAsAWhole
          ? [
              'Most words were found: the texts differ as a whole, in kind, topic or style. The order still compares words; q does not tell them apart.',
            ]
          : []),
        '',
        inColumns(
          [
            { title: 'word' },
            { title: 'score', align: right },
            { title: '95 %', align: right },
            { title: 'by chance', align: right },
            { title: 'q', align: right },
            { title: 'count', align: right },
            { title: 'texts', align: right },
          ],
          rows.map((row) => [
            row.word,
            row.score.toFixed(3),
            rangeOf(row),
            row.expected.toFixed(3),
            row.q.toPrecision(2),
            `${row.countFrom} → ${row.countTo}`,
            `${row.textsFrom} → ${row.textsTo}`,
          ]),
        ),
      ].join('\n'),
  },
  'change.cost': {
    human: ({ method, comparisons, words, threads, seconds }) =>
      `${method}: ${comparisons} comparisons of ${words} words in ${threads} threads, about ${Math.ceil(seconds)} s`,
  },
  'change.trajectories': {
    human: ({ by, periods, words, unknown }) =>
      [
        ...periods.map((period) => periodLine(`${by} ${period.name}`, period, 'temporal-referencing')),
        ...(unknown.length === 0 ? [] : [`too rare in the first period: ${unknown.join(', ')}`]),
        ...words.flatMap(({ word, points }) => [
          '',
          word,
          inColumns(
            [
              { title: by },
              { title: 'from the first', align: right },
              { title: '95 %', align: right },
              { title: 'by chance', align: right },
              { title: 'q', align: right },
              { title: 'from the last', align: right },
              { title: 'count', align: right },
              { title: 'texts', align: right },
            ],
            points.map((point, at) => [
              periods[at]!.name,
              three(point.score),
              rangeOf(point),
              three(point.expected),
              point.q === null ? '–' : point.q.toPrecision(2),
              three(point.step),
              String(point.count),
              String(point.texts),
            ]),
          ),
        ]),
      ].join('\n'),
  },
};

const three = (value: number | null) => (value === null ? '–' : value.toFixed(3));
const rangeOf = ({ low, high }: { readonly low: number | null; readonly high: number | null }) =>
  low === null || high === null ? '–' : `${low.toFixed(3)} … ${high.toFixed(3)}`;

const periodLine = (where: string, { texts, tokens, isSmall }: ChangePeriod, method: ChangeMethod) =>
  `${where}: ${texts} texts, ${tokens} tokens${isSmall ? ` — fewer than ${smallPeriod[method]}: only large changes of frequent words can show` : ''}`;

const modelLines = (models: ChangeModels | null) =>
  models === null
    ? []
    : [
        `count models of ${models.dimensions} dimensions${models.neighbours === null ? '' : `, the ${models.neighbours} nearest among the ${models.candidates} most frequent words`}`,
      ];

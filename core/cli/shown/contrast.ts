import type { AssociationSet, AxisAnswer, ContrastedModel, Pole } from '../../contract/contrast.ts';
import { inColumns } from '../columns.ts';
import type { ShownCalls } from '../shown.ts';
import { UsageError } from '../usage-error.ts';

const right = 'right' as const;

export const contrastShown: ShownCalls<'contrast'> = {
  'contrast.models': {
    check: ({ models }) => {
      if (models.length !== 2 || models[0] === models[1])
        throw new UsageError('--models takes the names of two models');
    },
    human: ({ models, both, overlap, sharedWords }) =>
      [
        ...models.map((one, at) => listOf(one, models[1 - at]!.model)),
        `${both.length} words stand in both lists${overlap === null ? '' : ` (${percent(overlap)})`}${both.length === 0 ? '' : `: ${both.join(', ')}`}`,
        `${sharedWords} words are in both models.`,
      ].join('\n\n'),
  },
  'contrast.axis': { human: axisLines },
  'contrast.association': {
    human: (answer) => {
      const { targets, attributes, leaveOneOut, study } = answer;
      return [
        `${targets[0].name} and ${targets[1].name}, by ${attributes[0].name} against ${attributes[1].name}`,
        `effect d ${answer.effect.toFixed(3)} (sd ${answer.sd.toFixed(4)} over all targets, n − 1), statistic ${answer.statistic.toFixed(4)}`,
        `p ${answer.p.toPrecision(3)}, two-sided ${answer.pTwoSided.toPrecision(3)} (${answer.partitions} divisions, ${answer.exact ? 'all that there are' : 'drawn'})`,
        `with one word left out: ${leaveOneOut.low.toFixed(3)} (${leaveOneOut.lowWithout}) … ${leaveOneOut.high.toFixed(3)} (${leaveOneOut.highWithout})`,
        ...(typeof study?.low !== 'number' || typeof study.high !== 'number'
          ? []
          : [
              `95 % of the runs (${study.kind}, ${study.runs} of ${study.of}): ${study.low.toFixed(3)} … ${study.high.toFixed(3)}`,
            ]),
        '',
        ...[...targets, ...attributes].map(setLine),
        '',
        inColumns(
          [
            { title: 'word' },
            { title: 'set' },
            { title: 'score', align: right },
            { title: 'count', align: right },
          ],
          targets.flatMap((set) =>
            set.words.map(({ word, score, count }) => [word, set.name, score!.toFixed(4), String(count)]),
          ),
        ),
      ].join('\n');
    },
  },
};

const percent = (share: number) => `${Math.round(share * 100)} %`;

function listOf({ model, word, count, neighbours, study }: ContrastedModel, other: string): string {
  const table = inColumns(
    [
      { title: model },
      { title: 'score', align: right },
      { title: 'count', align: right },
      { title: `place in ${other}`, align: right },
    ],
    neighbours.map((one) => [
      one.word,
      one.score.toFixed(4),
      String(one.count),
      one.otherRank === null ? '–' : String(one.otherRank),
    ]),
  );
  const stable =
    typeof study?.overlap !== 'number'
      ? []
      : [
          `two of its own ${study.runs} runs (${study.kind}) have ${percent(study.overlap)} of such a list in common`,
        ];
  return [`${word} (${count})`, table, ...stable].join('\n');
}

function axisLines({ positive, negative, rows }: AxisAnswer): string {
  const table = inColumns(
    [
      { title: 'word' },
      { title: 'score', align: right },
      { title: 'one pole word less', align: right },
      { title: 'count', align: right },
    ],
    rows.map(({ word, score, low, high, count }) => [
      word,
      score.toFixed(4),
      low === null || high === null ? '–' : `${low.toFixed(3)} … ${high.toFixed(3)}`,
      String(count),
    ]),
  );
  return [poleLine('+', positive), poleLine('−', negative), '', table].join('\n');
}

const poleLine = (sign: string, { words, added }: Pole) =>
  `${sign} ${words.map(({ word, withoutIt }) => (withoutIt === null ? word : `${word} (${withoutIt.toFixed(3)} without it)`)).join(', ')}${added.length === 0 ? '' : `; widened by ${added.join(', ')}`}`;

const setLine = ({ name, words, unknown, medianCount }: AssociationSet) =>
  `${name}: ${words.length} words${medianCount === null ? '' : `, half of them occur ${medianCount} times or more`}${unknown.length === 0 ? '' : `; not in the model: ${unknown.join(', ')}`}`;

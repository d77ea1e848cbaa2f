import type { LearningStep } from '../../contract/learning.ts';
import { inColumns } from '../columns.ts';
import type { ShownCalls } from '../shown.ts';

const right = 'right' as const;
const rowsOf = (values: ArrayLike<number>, width: number) =>
  Array.from({ length: values.length / width }, (_, row) =>
    Array.from({ length: width }, (_, at) => values[row * width + at]!),
  );

export const learningShown: ShownCalls<'learning'> = {
  'learning.steps': {
    json: ({ dimensions, words, ...learning }) => ({
      ...learning,
      dimensions,
      words: words.map(({ values, ...word }) => ({ ...word, values: rowsOf(values, dimensions) })),
    }),
    human: ({ model, epochs, loss, steps, words }) =>
      [
        `${model}: ${epochs} epochs, ${steps.length} steps`,
        ...(loss.length === 0 ? [] : [`loss of each epoch: ${loss.map((one) => one.toFixed(3)).join(', ')}`]),
        '',
        'cosine with the vector at the end:',
        inColumns(
          [
            { title: 'epoch', align: right },
            { title: 'loss', align: right },
            ...words.map(({ word }) => ({ title: word, align: right })),
          ],
          steps.map((step, number) => [
            ...momentOf(step),
            ...words.map(({ steps: known, towardsEnd }) => {
              const at = known.indexOf(number);
              return at < 0 ? '–' : towardsEnd[at]!.toFixed(3);
            }),
          ]),
        ),
        ...(words.length > 0
          ? []
          : ['Nothing was watched while it was trained: name words, or train with --watch.']),
      ].join('\n'),
  },
  'learning.paths': {
    json: ({ paths, ground, ...answer }) => ({
      ...answer,
      paths: paths.map(({ places, ...path }) => ({ ...path, places: rowsOf(places, 2) })),
      ground: rowsOf(ground.places, 2).map(([x, y], at) => ({ word: ground.words[at]!, x, y })),
    }),
    human: ({ steps, paths }) =>
      inColumns(
        [
          { title: 'word' },
          { title: 'epoch', align: right },
          { title: 'x', align: right },
          { title: 'y', align: right },
        ],
        paths.flatMap(({ word, steps: known, places }) =>
          rowsOf(places, 2).map(([x, y], at) => [
            word,
            momentOf(steps[known[at]!]!)[0],
            x!.toFixed(4),
            y!.toFixed(4),
          ]),
        ),
      ),
  },
  'learning.matrix': {
    json: ({ values, dimensions, ...answer }) => ({
      ...answer,
      dimensions,
      rows: rowsOf(values, dimensions),
    }),
    human: ({ model, state, dimensions, words, values, total }) =>
      [
        `${model}, ${state}: ${words.length} of ${total} rows, ${dimensions} dimensions`,
        ...rowsOf(values, dimensions).map(
          (row, at) => `${words[at]!}\t${row.map((value) => value.toFixed(4)).join(' ')}`,
        ),
      ].join('\n'),
  },
};

const momentOf = ({ epoch, loss }: LearningStep): [epoch: string, loss: string] => [
  epoch.toFixed(2),
  loss === null ? '–' : loss.toFixed(3),
];

import { inColumns } from '../columns.ts';
import type { ShownCalls } from '../shown.ts';
import { UsageError } from '../usage-error.ts';

const right = 'right' as const;

export const mapShown: ShownCalls<'map'> = {
  'map.words': {
    check: ({ list, only }) => {
      if (list !== undefined && only !== undefined) throw new UsageError('either --words or --only');
    },
    json: ({ words, counts, coordinates, files, groups, ...map }) => ({
      ...map,
      files,
      // What was written is not printed once more.
      ...(files.length > 0
        ? { words: words.length }
        : {
            points: words.map((word, at) => ({
              word,
              x: coordinates[at * 2]!,
              y: coordinates[at * 2 + 1]!,
              count: counts[at]!,
              ...(groups.length === 0 ? {} : { group: groups[at]! }),
            })),
          }),
    }),
    human: ({
      model,
      method,
      words,
      coordinates,
      counts,
      shares,
      kept,
      keptByChance,
      groupNames,
      unknown,
      files,
    }) =>
      [
        `${model}: ${words.length} words by ${method}`,
        `the first two components hold ${percent(shares[0]! + shares[1]!)} of the variance`,
        `of the ten nearest words ${percent(kept)} are nearest on the map too (${percent(keptByChance)} by chance)`,
        ...(groupNames.length === 0
          ? []
          : [`groups: ${groupNames.map((names) => names.join(' ')).join(' · ')}`]),
        ...(unknown.length === 0 ? [] : [`Not in the model: ${unknown.join(', ')}`]),
        ...(files.length > 0
          ? [`Written: ${files.join(', ')}`]
          : [
              '',
              inColumns(
                [
                  { title: 'word' },
                  { title: 'x', align: right },
                  { title: 'y', align: right },
                  { title: 'count', align: right },
                ],
                words.map((word, at) => [
                  word,
                  coordinates[at * 2]!.toFixed(4),
                  coordinates[at * 2 + 1]!.toFixed(4),
                  String(counts[at]!),
                ]),
              ),
            ]),
      ].join('\n'),
  },
  'map.runs': {
    check: ({ list, only }) => {
      if (list !== undefined && only !== undefined) throw new UsageError('either --words or --only');
    },
    json: ({ words, kept, near: _near, each, ...answer }) => ({
      ...answer,
      each,
      rows: words.map((word, at) => ({ word, kept: Number.isNaN(kept[at]) ? null : kept[at]! })),
    }),
    human: ({ model, runs, words, kept }) =>
      runs === 0
        ? `${model} has no study: firth study run makes one`
        : [
            `${model}: how many of the ten nearest words stay in ${runs} runs`,
            '',
            inColumns(
              [{ title: 'word' }, { title: 'kept', align: right }],
              words.map((word, at) => [word, Number.isNaN(kept[at]) ? '–' : percent(kept[at]!)]),
            ),
          ].join('\n'),
  },
};

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

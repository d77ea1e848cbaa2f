import type { FailedRun, FieldDivision } from '../../contract/study.ts';
import { stretchesOf } from '../../contract/number-stretches.ts';
import { messageFor } from '../../contract/messages/message.ts';
import { inColumns } from '../columns.ts';
import type { ShownCalls } from '../shown.ts';

export const studyShown: ShownCalls<'study'> = {
  'study.cost': {
    human: ({ model, study, runs, done, atOnce, seconds, bytes, disk, parts, leftOut }) =>
      [
        `${model}: ${runs} runs (${study}), ${done} of them there already, ${atOnce} at once`,
        seconds === null ? 'How long it takes is not known.' : `about ${Math.ceil(seconds)} s`,
        `${megabytes(bytes)} of memory while it runs, ${megabytes(disk)} in the project file`,
        ...(parts ?? []).map(({ name, texts, tokens }) => `part ${name}: ${texts} texts, ${tokens} tokens`),
        ...(leftOut === 0 ? [] : [`${leftOut} texts are in no part`]),
      ].join('\n'),
  },
  'study.run': {
    progress: ({ phase, done, total, runs, of, failed, secondsLeft }) =>
      [
        phase,
        `${Math.floor((100 * done) / Math.max(1, total))} %`,
        `${runs} of ${of} runs`,
        ...(failed > 0 ? [`${failed} failed`] : []),
        ...(secondsLeft === null ? [] : [`${Math.ceil(secondsLeft)} s left`]),
      ].join(' · '),
    human: ({ model, study, runs, before, failed, seconds }) =>
      [
        `${model}: ${runs} runs (${study}), ${runs - before} of them new, in ${seconds.toFixed(1)} s`,
        ...failedLines(failed),
      ].join('\n'),
  },
  'study.plan': {
    human: ({ model, study, runs, done, array, files, bytes, memory, seconds }) =>
      [
        study === 'count'
          ? `${model}: the corpus in ${runs} parts`
          : `${model}: ${runs} runs (${study}), ${done} of them there already`,
        `${study === 'count' ? `${files.length} files` : files.join(', ')}: ${megabytes(bytes)}; tasks ${array}`,
        `each takes ${megabytes(memory)} of memory${seconds === null ? '' : ` and about ${Math.ceil(seconds)} s on this computer`}`,
        'In the folder: “sbatch study.sbatch”, “sh study.parallel”, or “firth study task DIR N” for each. Then “firth study collect P DIR”.',
      ].join('\n'),
  },
  'study.task': {
    progress: ({ done, total, secondsLeft }) =>
      [
        `${Math.floor((100 * done) / Math.max(1, total))} %`,
        ...(secondsLeft === null ? [] : [`${Math.ceil(secondsLeft)} s left`]),
      ].join(' · '),
    human: ({ model, study, run, made, seconds }) =>
      made
        ? `${model}: ${study === 'count' ? 'part' : 'run'} ${run} (${study}) in ${seconds.toFixed(1)} s`
        : `${model}: ${study === 'count' ? 'part' : 'run'} ${run} (${study}) is there already`,
  },
  'study.collect': {
    human: ({ model, study, runs, of, taken, missing, failed, damaged, foreign, array }) =>
      [
        study === 'count'
          ? `${model}: ${runs} of ${of} parts are counted${taken === 0 ? '' : '; the sums are the model, and lie as tables in the folder'}`
          : `${model}: ${runs} of ${of} runs (${study}), ${taken} of them taken over now`,
        ...named('Nothing is there of run', missing),
        ...named('Not as it was written: run', damaged),
        ...named('Made for another plan: run', foreign),
        ...failed.map(({ run, ...failure }) => `Run ${run} failed: ${messageFor(failure, 'en')}`),
        ...(array === null ? [] : [`To make these again: sbatch --array=${array} study.sbatch`]),
      ].join('\n'),
  },
  'study.list': {
    json: (studies) => ({ studies }),
    human: (studies) =>
      [
        inColumns(
          [
            { title: 'model' },
            { title: 'study' },
            { title: 'runs', align: 'right' },
            { title: 'seconds', align: 'right' },
          ],
          studies.map(({ model, study, division, runs, trainingSeconds }) => [
            model,
            division === null ? study : `${study} by ${divisionOf(division)}`,
            String(runs),
            trainingSeconds.toFixed(1),
          ]),
        ),
        ...studies.flatMap(({ failed }) => failedLines(failed)),
      ].join('\n'),
  },
  'study.parts': {
    human: ({ word, division, parts }) =>
      parts
        .flatMap(({ name, texts, tokens, count, runs, overlap, neighbours }) => [
          `${division.by} ${name}: ${word} ${count} times, ${texts} texts, ${tokens} tokens`,
          neighbours === null
            ? 'The word has no vector here.'
            : inColumns(
                [
                  { title: 'word' },
                  { title: 'score', align: 'right' },
                  { title: '95 %', align: 'right' },
                  { title: 'runs', align: 'right' },
                  { title: 'count', align: 'right' },
                ],
                neighbours.map((one) => [
                  one.word,
                  one.score.toFixed(3),
                  rangeOf(one),
                  `${one.runs} of ${one.of}`,
                  String(one.count),
                ]),
              ),
          ...(overlap === null
            ? []
            : [
                `${runs} runs on texts drawn anew; two of them share ${Math.round(overlap * 100)} % of the list`,
              ]),
          '',
        ])
        .join('\n'),
  },
  'study.differences': {
    human: ({ division, against, words, neighbours, divisions, parts }) =>
      [
        ...parts.flatMap(({ name, rows }) => [
          `${division.by} ${name} against ${against}`,
          inColumns(
            [
              { title: 'word' },
              { title: 'other neighbours', align: 'right' },
              { title: '95 %', align: 'right' },
              { title: 'by chance', align: 'right' },
              { title: 'excess', align: 'right' },
              { title: 'p', align: 'right' },
              { title: 'q', align: 'right' },
            ],
            rows.map((one) => [
              one.word,
              one.score.toFixed(3),
              rangeOf(one),
              ...[one.expected, one.excess, one.p, one.q].map((value) => value?.toFixed(3) ?? '–'),
            ]),
          ),
          '',
        ]),
        `Share of the ${neighbours} nearest words that are others, among ${words} words; ${
          divisions === 0
            ? 'what chance gives was not measured: firth study run P --kind permuted'
            : `held against ${divisions} divisions by permuted labels`
        }`,
      ].join('\n'),
  },
  'study.remove': { human: () => 'The study is gone.' },
};

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

const named = (what: string, numbers: readonly number[]) =>
  numbers.length === 0 ? [] : [`${what} ${stretchesOf(numbers)}`];

const failedLines = (failed: readonly FailedRun[]) => [
  ...failed.map(({ run, ...failure }) => `Run ${run} failed: ${messageFor(failure, 'en')}`),
  ...(failed.length > 0 ? ['The same command makes them anew.'] : []),
];

const divisionOf = ({ by, cuts, equal }: FieldDivision) =>
  [
    by,
    ...(cuts === undefined ? [] : [`from ${cuts.join(', ')}`]),
    ...(equal === undefined ? [] : [`in ${equal}`]),
  ].join(' ');

const rangeOf = ({ low, high }: { readonly low: number | null; readonly high: number | null }) =>
  low === null || high === null ? '–' : `${low.toFixed(3)} … ${high.toFixed(3)}`;

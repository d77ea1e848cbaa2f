import type { FailedRun } from '../../contract/study.ts';
import { stretchesOf } from '../../contract/number-stretches.ts';
import { messageFor } from '../../contract/messages/message.ts';
import { inColumns } from '../columns.ts';
import type { ShownCalls } from '../shown.ts';

export const studyShown: ShownCalls<'study'> = {
  'study.cost': {
    human: ({ model, study, runs, done, atOnce, seconds, bytes, disk }) =>
      [
        `${model}: ${runs} runs (${study}), ${done} of them there already, ${atOnce} at once`,
        seconds === null ? 'How long it takes is not known.' : `about ${Math.ceil(seconds)} s`,
        `${megabytes(bytes)} of memory while it runs, ${megabytes(disk)} in the project file`,
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
          studies.map(({ model, study, runs, trainingSeconds }) => [
            model,
            study,
            String(runs),
            trainingSeconds.toFixed(1),
          ]),
        ),
        ...studies.flatMap(({ failed }) => failedLines(failed)),
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

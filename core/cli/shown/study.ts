import type { FailedRun } from '../../contract/study.ts';
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

const failedLines = (failed: readonly FailedRun[]) => [
  ...failed.map(({ run, ...failure }) => `Run ${run} failed: ${messageFor(failure, 'en')}`),
  ...(failed.length > 0 ? ['The same command makes them anew.'] : []),
];

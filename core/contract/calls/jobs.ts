import * as v from 'valibot';
import { answer, call, windowOnly } from '../call.ts';
import { count, required } from '../fields.ts';
import type { JobState } from '../jobs.ts';

const ofJob = v.strictObject({
  job: required(count, 'its number, as the list of jobs and their events have it'),
});
const command = windowOnly('a command works on nothing but what it was asked for, and Ctrl-C cancels it');

export const jobCalls = {
  'job.list': call({
    says: 'Long work that is under way, whoever asked for it, in the order in which it began',
    input: v.strictObject({}),
    output: answer<{ readonly jobs: readonly JobState[] }>(),
    command,
  }),
  'job.pause': call({ says: 'Lets a training rest', input: ofJob, output: answer<null>(), command }),
  'job.continue': call({
    says: 'Goes on with a training that rests',
    input: ofJob,
    output: answer<null>(),
    command,
  }),
  'job.cancel': call({
    says: 'Ends a job; nothing of it is kept',
    input: ofJob,
    output: answer<null>(),
    command,
  }),
};

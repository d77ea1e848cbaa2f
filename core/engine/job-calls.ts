import type { Handlers } from './handlers.ts';

export const jobCalls: Handlers<'job'> = {
  'job.list': ({ jobs }) => ({ jobs: jobs.list() }),
  'job.pause': ({ jobs }, { job }) => {
    jobs.pause(job);
    return null;
  },
  'job.continue': ({ jobs }, { job }) => {
    jobs.resume(job);
    return null;
  },
  'job.cancel': ({ jobs }, { job }) => {
    jobs.cancel(job);
    return null;
  },
};

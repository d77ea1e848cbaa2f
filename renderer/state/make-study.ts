import type { StudyKind, StudyResult } from '../../core/contract/study.ts';
import type { App } from './app.svelte.ts';
import type { Job } from './jobs.svelte.ts';

/** Makes the runs of a study that are missing, as a job that can rest and be given up. @param label what the job is called */
export const makeStudy = (
  app: App,
  label: () => string,
  asked: { readonly model: string; readonly kind: StudyKind },
): Promise<StudyResult | null> =>
  app.jobs.run(label, (job, report) => {
    job.pause = () => void steer(app, job, 'job.pause');
    job.goOn = () => void steer(app, job, 'job.continue');
    return app.firth.call('study.run', asked, {
      signal: job.signal,
      onProgress: ({ done, total }) => report(done, total),
    });
  });

/** Lets the study rest or go on, which the engine knows by its number alone. */
const steer = (app: App, job: Job, how: 'job.pause' | 'job.continue') =>
  app.attempt(async () => {
    const { jobs } = await app.firth.call('job.list', {});
    const found = jobs.find(({ method }) => method === 'study.run');
    if (found === undefined) return;
    await app.firth.call(how, { job: found.id });
    job.paused = how === 'job.pause';
  });

import { dirname } from 'node:path';
import { AppError, toFailure } from '../contract/errors.ts';
import type { StudyProgress, StudyTask } from '../contract/study.ts';
import { writeWhole } from '../exchange/temporary-target.ts';
import { syncFolder } from '../project/file-copy.ts';
import { textsOfRun } from '../studies/prepare-run.ts';
import { runBytes, type PublishedRun } from '../studies/run-file.ts';
import { runOf } from '../studies/runs.ts';
import type { CallHooks } from './jobs.ts';
import { failuresOfRuns, makeRun } from './make-run.ts';
import type { Session } from './session.ts';
import { steerStudy } from './steer-study.ts';
import {
  dividedIn,
  folderFault,
  planIn,
  plannedTexts,
  publishedRun,
  runFileIn,
} from './study-folder-files.ts';

/**
 * Makes one run of a planned study and publishes it: what bears its name is always whole, whoever else makes the same one.
 * One that failed is published with its reason, and told.
 * @throws AppError E_STUDY_FOLDER, what the run failed with, E_NO_SPACE, E_READ_ONLY, E_IO, E_CANCELLED
 */
export async function makeTask(
  session: Session,
  { folder, run: number }: { readonly folder: string; readonly run: number },
  hooks: CallHooks<StudyProgress>,
): Promise<StudyTask> {
  const { environment } = session;
  const plan = planIn(environment, folder);
  if (number < 1 || number > plan.runs) throw folderFault(folder, 'run', { runs: plan.runs });
  const { kind, model, settings, dimensions } = plan;
  const there = publishedRun(folder, plan, number);
  if (there !== null && typeof there === 'object' && 'rows' in there)
    return { study: kind, model, run: number, made: false, seconds: there.seconds };

  const publish = async (result: PublishedRun) => {
    const path = runFileIn(folder, number);
    await writeWhole([path], ([file]) => {
      file!.write(runBytes(result));
      return Promise.resolve();
    });
    syncFolder(dirname(path));
  };
  let seconds = 0;
  await steerStudy(session, hooks, 1, [number], (course) => {
    const texts = plannedTexts(folder, plan);
    const divided = dividedIn(folder, plan, texts);
    const tokens = texts.sizes.reduce((sum, size) => sum + size, 0) * settings.epochs;
    return async () => {
      const about = { plan: plan.plan, run: number };
      try {
        const asked = { settings, texts: texts.sizes.length, divided };
        const run = textsOfRun(texts, settings, runOf(kind, asked, number));
        const rows = await makeRun(environment, dimensions, run, course, (share) =>
          hooks.onProgress?.({
            phase: 'training',
            done: Math.round(Math.min(1, share) * tokens),
            total: tokens,
            runs: 0,
            of: 1,
            failed: 0,
            secondsLeft: share > 0 ? (course.seconds() * (1 - share)) / share : null,
          }),
        );
        seconds = course.seconds();
        await publish({ ...about, seconds, rows });
      } catch (thrown) {
        if (thrown instanceof AppError && failuresOfRuns.has(thrown.code))
          await publish({ ...about, seconds: course.seconds(), failure: toFailure(thrown) });
        throw thrown;
      }
    };
  });
  return { study: kind, model, run: number, made: true, seconds };
}

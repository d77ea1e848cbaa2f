import { AppError, toFailure } from '../contract/errors.ts';
import type { FailedRun, StudyProgress, StudyResult } from '../contract/study.ts';
import type { StudyPlan } from '../opened/study-plan.ts';
import { trainedTokens } from '../opened/trained-tokens.ts';
import { readModelWords } from '../project/models.ts';
import { findStudy, storeRun, type NewRun } from '../project/studies.ts';
import { textsOfRun } from '../studies/prepare-run.ts';
import { runOf } from '../studies/runs.ts';
import { boundedTokens } from '../training/window-bounds.ts';
import { studyTexts, type StudyTexts } from '../studies/study-texts.ts';
import { whileGoing } from '../stop-signal.ts';
import type { CallHooks } from './jobs.ts';
import { failuresOfRuns, makeRun } from './make-run.ts';
import type { Session } from './session.ts';
import { steerStudy, type StudyCourse } from './steer-study.ts';

/**
 * Makes the runs that are missing, as many at once as there are cores, and stores each as soon as it is done: whatever ends the work, what
 * was done is kept, and asked again it goes on behind it.
 * @throws AppError E_REQUEST_INVALID while something is being trained; E_CANCELLED with the number of runs that are kept; E_NO_SPACE
 */
export async function runStudy(
  session: Session,
  plan: StudyPlan,
  hooks: CallHooks<StudyProgress>,
): Promise<StudyResult> {
  const { project, environment } = session;
  const { kind, model, wanted, missing } = plan;
  const division = plan.inParts?.division ?? null;
  let kept = wanted - missing.length;
  const work = steerStudy(session, hooks, plan.atOnce, missing, (course) => {
    const texts = textsOfPlan(session, plan, () => course.goOn());
    const progress = progressOf(plan, course, hooks);
    return async (number) => {
      const started = course.seconds();
      const run = textsOfRunIn(plan, texts, number);
      try {
        const rows = await makeRun(environment, model.dimensions, run, course, (share) =>
          progress.at(number, share),
        );
        store({ number, seconds: course.seconds() - started, rows });
        kept += 1;
        progress.ended(number, false);
      } catch (thrown) {
        if (!(thrown instanceof AppError) || !failuresOfRuns.has(thrown.code)) throw thrown;
        store({ number, seconds: course.seconds() - started, failure: toFailure(thrown) });
        progress.ended(number, true);
      }
    };
  });
  const { seconds } = await work.catch((thrown: unknown) => {
    if (!(thrown instanceof AppError) || thrown.code !== 'E_CANCELLED') throw thrown;
    throw new AppError('E_CANCELLED', { kept, runs: wanted }, { cause: thrown });
  });
  const runs =
    findStudy(project.db, model.id, kind, division)?.runs.filter(({ number }) => number <= wanted) ?? [];
  return {
    study: kind,
    model: model.name,
    runs: runs.filter(({ failure }) => failure === null).length,
    before: wanted - missing.length,
    failed: runs.flatMap(({ number, failure }): FailedRun[] =>
      failure === null ? [] : [{ run: number, ...failure }],
    ),
    seconds,
  };

  function store(run: NewRun): void {
    const { id: modelId, dimensions } = model;
    storeRun(project.db, { modelId, kind, division, dimensions, now: environment.now() }, run);
  }
}

/** The texts of the model in its words. @param goOn throws where it was given up */
export function textsOfPlan(
  session: Session,
  { model, settings, texts }: StudyPlan,
  goOn: () => void,
): StudyTexts {
  const { db } = session.project;
  const { forms: words } = readModelWords(db, model.id);
  const rows = new Map(words.map((word, row) => [word, row]));
  const read = trainedTokens(session, texts, settings.layer);
  const rowOfType = Int32Array.from(read.types().forms, (form) => rows.get(form) ?? -1);
  const tokens = boundedTokens(settings, read);
  return studyTexts(words, whileGoing(tokens, goOn), rowOfType);
}

const textsOfRunIn = ({ kind, settings, inParts }: StudyPlan, texts: StudyTexts, number: number) =>
  textsOfRun(
    texts,
    settings,
    runOf(kind, { settings, texts: texts.sizes.length, divided: inParts?.divided ?? null }, number),
  );

function progressOf(
  { texts, settings, wanted, missing }: StudyPlan,
  course: StudyCourse,
  hooks: CallHooks<StudyProgress>,
) {
  const shares = new Map<number, number>();
  const tokens = texts.tokens * (settings.architecture === 'count' ? 1 : settings.epochs);
  const before = wanted - missing.length;
  let [made, failed] = [0, 0];
  const tell = () => {
    const share = [...shares.values()].reduce((sum, one) => sum + one, 0);
    hooks.onProgress?.({
      phase: 'training',
      done: Math.round((before + share) * tokens),
      total: wanted * tokens,
      runs: before + made - failed,
      of: wanted,
      failed,
      secondsLeft: share > 0 ? (course.seconds() * (missing.length - share)) / share : null,
    });
  };
  return {
    at(number: number, share: number) {
      shares.set(number, Math.min(1, share));
      tell();
    },
    ended(number: number, asFailure: boolean) {
      made += 1;
      failed += Number(asFailure);
      shares.set(number, 1);
      tell();
    },
  };
}

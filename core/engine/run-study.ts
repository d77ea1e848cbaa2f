import { AppError, toFailure, type ErrorCode } from '../contract/errors.ts';
import type { FailedRun, StudyProgress, StudyResult } from '../contract/study.ts';
import { kernelModule } from '../kernel/kernel-modules.ts';
import type { StudyPlan } from '../opened/study-plan.ts';
import { typesOf } from '../opened/opened.ts';
import { readModelWords } from '../project/models.ts';
import { findStudy, storeRun, type NewRun } from '../project/studies.ts';
import { readTokenIds } from '../project/token-stream.ts';
import { packRows, type PackedRows } from '../studies/packed-rows.ts';
import { encodeRun, prepareRun, textsOfRun } from '../studies/prepare-run.ts';
import { runOf } from '../studies/runs.ts';
import { studyTexts, type StudyTexts } from '../studies/study-texts.ts';
import { whileGoing } from '../stop-signal.ts';
import { countVectors } from '../training/count-model.ts';
import { copyVectors } from '../training/run-state.ts';
import { startTrainer } from '../training/trainer.ts';
import type { CallHooks } from './jobs.ts';
import type { Session } from './session.ts';
import { steerStudy, type StudyCourse } from './steer-study.ts';

/** What one run may fail with while the others go on. */
const failures: ReadonlySet<ErrorCode> = new Set([
  'E_TRAINING_DIVERGED',
  'E_TRAINING_STOPPED',
  'E_VOCABULARY_EMPTY',
  'E_MODEL_TOO_LARGE',
]);

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
  let kept = wanted - missing.length;
  const work = steerStudy(session, hooks, plan.atOnce, missing, (course) => {
    const texts = textsOf(session, plan, course);
    const progress = progressOf(plan, course, hooks);
    return async (number) => {
      const started = course.seconds();
      const run = textsOfRunIn(plan, texts, number);
      try {
        const rows = await trained(session, plan, run, course, (share) => progress.at(number, share));
        store({ number, seconds: course.seconds() - started, rows });
        kept += 1;
        progress.ended(number, false);
      } catch (thrown) {
        if (!(thrown instanceof AppError) || !failures.has(thrown.code)) throw thrown;
        store({ number, seconds: course.seconds() - started, failure: toFailure(thrown) });
        progress.ended(number, true);
      }
    };
  });
  const { seconds } = await work.catch((thrown: unknown) => {
    if (!(thrown instanceof AppError) || thrown.code !== 'E_CANCELLED') throw thrown;
    throw new AppError('E_CANCELLED', { kept, runs: wanted }, { cause: thrown });
  });
  const runs = findStudy(project.db, model.id, kind)?.runs.filter(({ number }) => number <= wanted) ?? [];
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
    const study = { modelId: model.id, kind, dimensions: model.dimensions, now: environment.now() };
    storeRun(project.db, study, run);
  }
}

function textsOf(session: Session, { model, texts }: StudyPlan, course: StudyCourse): StudyTexts {
  const { forms: words } = readModelWords(session.project.db, model.id);
  const rows = new Map(words.map((word, row) => [word, row]));
  const rowOfType = Int32Array.from(typesOf(session).forms, (form) => rows.get(form) ?? -1);
  const pieces = whileGoing(readTokenIds(session.project.db, texts.only), () => course.goOn());
  return studyTexts(words, pieces, rowOfType);
}

const textsOfRunIn = ({ kind, settings }: StudyPlan, texts: StudyTexts, number: number) =>
  textsOfRun(texts, settings, runOf(kind, { seed: settings.seed, texts: texts.sizes.length }, number));

async function trained(
  session: Session,
  { model: { dimensions } }: StudyPlan,
  run: ReturnType<typeof textsOfRun>,
  course: StudyCourse,
  onShare: (share: number) => void,
): Promise<PackedRows> {
  const { vocabulary, settings } = run;
  const { rowOfType, keptTokens, words } = vocabulary;
  if (settings.architecture === 'count') {
    const tokens = new Uint32Array(keptTokens);
    encodeRun(run, tokens);
    const steps = countVectors(tokens, words.length, settings);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return packRows(step.value, dimensions, rowOfType);
      onShare(step.value);
      await course.rest();
    }
  }
  const memory = prepareRun(run);
  const trainer = startTrainer(memory, {
    workerEntry: session.environment.workers.training,
    module: kernelModule(session.environment, 'words', 'strict'),
    now: session.environment.now,
    onStep: ({ done }) => onShare(done / (keptTokens * settings.epochs)),
  });
  await course.follow(trainer);
  return packRows(copyVectors(memory, 'input'), dimensions, rowOfType);
}

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

import * as v from 'valibot';
import type { Checked } from '../contract/contract.ts';
import type { PartRef } from '../contract/texts.ts';
import { AppError } from '../contract/errors.ts';
import type { Baselines, SequenceProgress, SequenceResult } from '../contract/sequence.ts';
import { sequenceTable, type SequenceSettings } from '../contract/settings/sequence.ts';
import { storedSettings } from '../contract/settings/schema.ts';
import { change } from '../project/changes.ts';
import { markStaleModels } from '../project/corpus-digest.ts';
import { describeMatrix, readMatrix } from '../project/matrices.ts';
import { findModel, readModelWords } from '../project/models.ts';
import { addSequenceModel, findSequenceModel, sequenceModelNames } from '../project/sequence-models.ts';
import { measured } from '../project/stored-json.ts';
import { removeCheckpoint } from '../project/training-checkpoints.ts';
import { sequenceCost } from '../sequence/cost.ts';
import { countBaselines } from '../sequence/kneser-ney.ts';
import { weightShapes } from '../sequence/network-shape.ts';
import { parentVectors } from '../sequence/parent-vectors.ts';
import { changingParts, prepareSequenceRun, weightsOf, type SequenceRun } from '../sequence/sequence-run.ts';
import { startSequenceTrainer, type SequenceOutcome, type SequenceStep } from '../sequence/trainer.ts';
import { runIdentity } from '../training/settings.ts';
import { finishSteps } from '../finish-steps.ts';
import { kernelModule } from '../kernel/kernel-modules.ts';
import { shapeOf } from '../opened/loaded-sequence.ts';
import { decided, parentOf, splitCorpus, type SplitCorpus } from './sequence-plans.ts';
import { sequenceSummary } from '../opened/sequence-summaries.ts';
import type { SequenceHistory } from '../project/sequence-records.ts';
import type { CallHooks } from './jobs.ts';
import type { Session } from './session.ts';
import { recordSplit } from '../opened/split-record.ts';
import { modelName } from './free-name.ts';
import { whileTraining, type Course } from './steer-training.ts';
import { checkpointEntries, keepRun, resumeRun, type CheckpointState } from './training-checkpoint.ts';
import { asChosen, resumedTexts, trainingTexts, type TrainingTexts } from '../opened/training-texts.ts';

type ProgressHooks = CallHooks<SequenceProgress>;

/** What a checkpoint says of its run. */
interface RunState extends CheckpointState<SequenceSettings> {
  readonly baselines: Baselines;
}

interface Plan extends SplitCorpus {
  readonly texts: TrainingTexts;
  readonly name: string;
  readonly settings: SequenceSettings;
  readonly run: SequenceRun;
}

const runState: v.GenericSchema<unknown, RunState> = v.object({
  ...checkpointEntries,
  settings: storedSettings(sequenceTable),
  baselines: v.object({ unigram: measured, bigram: measured, trigram: measured }),
});

/** Answers `sequence.train`: from the tokens and word vectors of the project to a stored recurrent model. */
export function trainSequence(
  session: Session,
  request: Checked<'sequence.train'>,
  hooks: ProgressHooks,
): Promise<SequenceResult> {
  return whileTraining(session, hooks, (course) => train(session, request, hooks, course));
}

async function train(
  session: Session,
  { name, settings: chosen, texts: ref, resume }: Checked<'sequence.train'>,
  hooks: ProgressHooks,
  course: Course,
): Promise<SequenceResult> {
  const { db } = session.project;
  const texts = resume ? null : trainingTexts(session, ref ?? 'all');
  if (name !== undefined && sequenceModelNames(db).includes(name))
    throw new AppError('E_MODEL_NAME_TAKEN', { model: name });
  const { state, plan } =
    texts === null
      ? resumed(session, { name, chosen, ref })
      : await begun(session, { name, chosen, texts }, hooks, course);
  const outcome = await follow(session, { plan, state, hooks, course });
  hooks.onProgress?.({ ...progressOf(plan, state.baselines), phase: 'saving' });
  return store(session, { plan, state, outcome, hooks });
}

interface Asked {
  readonly name: string | undefined;
  readonly chosen: Partial<SequenceSettings>;
}

async function begun(
  session: Session,
  { name, chosen, texts }: Asked & { readonly texts: TrainingTexts },
  hooks: ProgressHooks,
  course: Course,
): Promise<{ state: RunState; plan: Plan }> {
  const { db } = session.project;
  const settings = decided(db, chosen, texts);
  const identity = identityOf(session, settings, texts);
  const plan = prepare(session, {
    settings,
    name: name ?? modelName(settings.cell, texts.subCorpus, sequenceModelNames(db)),
    texts,
  });
  course.goOn();
  const baselines = await finishSteps(
    countBaselines(plan.encoded),
    // Counting is no part of the training: its bar has not begun.
    { onProgress: () => hooks.onProgress?.({ ...progressOf(plan, null), phase: 'counting' }) },
    () => course.goOn(),
  );
  const state = { identity, name: plan.name, settings, ...asChosen(texts), baselines, seconds: 0 };
  return { plan, state };
}

function resumed(
  session: Session,
  { name, chosen, ref }: Asked & { readonly ref: PartRef | undefined },
): { state: RunState; plan: Plan } {
  const textsOf = (found: RunState) => resumedTexts(session, found.subCorpus, ref);
  const { state, prepared } = resumeRun(session.project, 'sequence', {
    schema: runState,
    chosen,
    identityOf: (found: RunState, written) => identityOf(session, found.settings, textsOf(found), written),
    prepare: (found) =>
      prepare(session, {
        settings: found.settings,
        name: name ?? found.name,
        texts: textsOf(found),
      }),
    parts: ({ run }) => changingParts(run),
  });
  return { state: { ...state, name: prepared.name }, plan: prepared };
}

/**
 * The same settings over the same texts and the same word vectors.
 * @param named what the run is named by: of one that was interrupted the settings as they were written
 * @throws AppError E_PARENT_MISSING
 */
function identityOf(
  { project: { db } }: Session,
  settings: SequenceSettings,
  texts: TrainingTexts,
  named: object = settings,
): string {
  if (settings.embeddings === 'learned') return runIdentity(named, texts.digest);
  parentOf(db, settings.parent, texts);
  const { sha256 } = describeMatrix(db, findModel(db, settings.parent).id, 'input');
  return runIdentity(named, `${texts.digest} ${sha256}`);
}

function prepare(
  session: Session,
  { settings, name, texts }: Pick<Plan, 'settings' | 'name' | 'texts'>,
): Plan {
  const split = splitCorpus(session, settings, texts);
  const vectors =
    settings.embeddings === 'learned'
      ? null
      : parentVectors(split.encoded.words, wordVectors(session, settings.parent), settings.seed);
  return { ...split, texts, name, settings, run: prepareSequenceRun(split.encoded, settings, vectors) };
}

function wordVectors({ project: { db } }: Session, parent: string) {
  const { id, dimensions } = findModel(db, parent);
  return { words: readModelWords(db, id).forms, dimensions, values: readMatrix(db, id, 'input') };
}

function follow(
  session: Session,
  { plan, state, hooks, course }: { plan: Plan; state: RunState; hooks: ProgressHooks; course: Course },
): Promise<SequenceOutcome> {
  const { environment, project } = session;
  const { run, settings } = plan;
  const keep = (): void => {
    const now: RunState = { ...state, seconds: trainer.seconds() };
    keepRun(project, 'sequence', now, changingParts(run), environment.now());
  };
  const trainer = startSequenceTrainer(run, {
    workerEntry: environment.workers.sequence,
    module: kernelModule(environment, 'sequence', settings.mode === 'fast' ? 'relaxed' : 'strict'),
    now: environment.now,
    onStep: (step) => hooks.onProgress?.(progressOf(plan, state.baselines, step)),
    checkpoint: keep,
    secondsBefore: state.seconds,
  });
  return course.follow(trainer);
}

function progressOf(
  { settings, encoded }: Plan,
  baselines: Baselines | null,
  step?: SequenceStep,
): SequenceProgress {
  const total = encoded.trainTokens * settings.epochs;
  const share = step === undefined ? 0 : Math.min(1, step.done / Math.max(1, step.total));
  const done = Math.round(share * total);
  const tokensPerSecond = step === undefined ? 0 : done / Math.max(0.001, step.seconds);
  return {
    phase: step?.phase ?? 'preparing',
    done,
    total,
    epoch: step?.epoch ?? 1,
    epochs: settings.epochs,
    tokensPerSecond,
    secondsLeft: tokensPerSecond > 0 ? (total - done) / tokensPerSecond : 0,
    loss: step?.loss ?? NaN,
    heldOutPerplexity: step?.heldOutPerplexity ?? [],
    baselines,
    gradientNorms: step?.gradientNorms ?? [],
  };
}

function store(
  session: Session,
  {
    plan,
    state,
    outcome,
    hooks,
  }: { plan: Plan; state: RunState; outcome: SequenceOutcome; hooks: ProgressHooks },
): SequenceResult {
  const { project, environment } = session;
  const { db } = project;
  const { signal } = hooks;
  const { settings, encoded, stretches, run, texts } = plan;
  const { words, counts, trainTokens, heldOutTokens } = encoded;
  const shape = shapeOf(settings, words.length);
  const weights = weightsOf(run);
  const history: SequenceHistory = {
    loss: outcome.loss,
    heldOutPerplexity: outcome.heldOutPerplexity,
    baselines: state.baselines,
    gradientNorms: outcome.gradientNorms,
    trainTokens,
    heldOutTokens,
    parameters: sequenceCost(shape, settings, encoded).parameters,
    seconds: outcome.seconds,
    tokensPerSecond: (trainTokens * Math.max(1, outcome.loss.length)) / Math.max(0.001, outcome.seconds),
    ...(texts.subCorpus === null ? {} : { subCorpus: texts.subCorpus }),
  };
  const model = {
    name: plan.name,
    forms: words,
    counts,
    parent: settings.embeddings === 'learned' ? null : settings.parent,
    settings,
    history,
    texts: recordSplit(db, stretches),
    weights: weightShapes(shape).map((one) => ({ ...one, values: weights.get(one.name)! })),
    corpus: texts.digest,
    createdAt: environment.now(),
  };
  addSequenceModel(db, model, { ...(signal === undefined ? {} : { signal }) });
  // Texts may have come in meanwhile.
  change(db, () => markStaleModels(db));
  removeCheckpoint(project);
  const stored = findSequenceModel(db, plan.name);
  return { ...sequenceSummary(session, stored), sha256: stored.sha256 };
}

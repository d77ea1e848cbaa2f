import type { Input } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { Baselines, SequenceProgress, SequenceResult, SequenceSettings } from '../contract/sequence.ts';
import { change } from '../project/changes.ts';
import { corpusDigest, markStaleModels } from '../project/corpus-digest.ts';
import { describeMatrix, readMatrix } from '../project/matrices.ts';
import { findModel, readModelWords } from '../project/models.ts';
import { addSequenceModel, findSequenceModel, listSequenceModels } from '../project/sequence-models.ts';
import { removeCheckpoint } from '../project/training-checkpoints.ts';
import { sequenceCost } from '../sequence/cost.ts';
import { countBaselines } from '../sequence/kneser-ney.ts';
import { weightShapes } from '../sequence/network-shape.ts';
import { parentVectors } from '../sequence/parent-vectors.ts';
import { changingParts, prepareSequenceRun, weightsOf, type SequenceRun } from '../sequence/sequence-run.ts';
import { startSequenceTrainer, type SequenceOutcome, type SequenceStep } from '../sequence/trainer.ts';
import { runIdentity } from '../training/settings.ts';
import { finishSteps } from './finish-steps.ts';
import { kernelModule } from './kernel-modules.ts';
import { shapeOf } from './loaded-sequence.ts';
import { decided, parentOf, splitCorpus, type SplitCorpus } from './sequence-plans.ts';
import { sequenceSummary, type SequenceHistory } from './sequence-summaries.ts';
import type { Session } from './session.ts';
import { recordSplit } from './split-record.ts';
import { whileTraining, type Course } from './steer-training.ts';
import { keepRun, resumeRun, type CheckpointState } from './training-checkpoint.ts';

type ProgressHooks = Hooks<SequenceProgress>;

/** What a checkpoint says of its run. */
interface RunState extends CheckpointState<SequenceSettings> {
  readonly baselines: Baselines;
}

interface Plan extends SplitCorpus {
  readonly name: string;
  readonly settings: SequenceSettings;
  readonly run: SequenceRun;
}

/** Answers `sequence.train`: from the tokens and word vectors of the project to a stored recurrent model. */
export function trainSequence(
  session: Session,
  request: Input<'sequence.train'>,
  hooks: ProgressHooks,
): Promise<SequenceResult> {
  return whileTraining(session, hooks, (course) => train(session, request, hooks, course));
}

async function train(
  session: Session,
  { name, settings: chosen, resume = false }: Input<'sequence.train'>,
  hooks: ProgressHooks,
  course: Course,
): Promise<SequenceResult> {
  const { db } = session.project;
  const corpus = corpusDigest(db);
  if (corpus === null) throw new AppError('E_NO_CORPUS');
  if (name !== undefined && listSequenceModels(db).some((model) => model.name === name))
    throw new AppError('E_MODEL_NAME_TAKEN', { model: name });
  const { state, plan } = resume
    ? resumed(session, { name, chosen, corpus })
    : await begun(session, { name, chosen, corpus }, hooks, course);
  const outcome = await follow(session, { plan, state, hooks, course });
  hooks.onProgress?.({ ...progressOf(plan, state.baselines), phase: 'saving' });
  return store(session, { plan, state, corpus, outcome });
}

interface Asked {
  readonly name: string | undefined;
  readonly chosen: Partial<SequenceSettings>;
  readonly corpus: string;
}

async function begun(
  session: Session,
  { name, chosen, corpus }: Asked,
  hooks: ProgressHooks,
  course: Course,
): Promise<{ state: RunState; plan: Plan }> {
  const { db } = session.project;
  const settings = decided(db, chosen);
  const identity = identityOf(session, settings, corpus);
  const plan = prepare(session, settings, name ?? freeName(session, settings));
  course.goOn();
  const baselines = await finishSteps(
    countBaselines(plan.encoded),
    // Counting is no part of the training: its bar has not begun.
    { onProgress: () => hooks.onProgress?.({ ...progressOf(plan, null), phase: 'counting' }) },
    () => course.goOn(),
  );
  return { plan, state: { identity, name: plan.name, settings, baselines, seconds: 0 } };
}

function resumed(session: Session, { name, chosen, corpus }: Asked): { state: RunState; plan: Plan } {
  const { state, prepared } = resumeRun(session.project, 'sequence', {
    chosen,
    identityOf: (found: RunState) => identityOf(session, found.settings, corpus),
    prepare: ({ settings, name: before }) => prepare(session, settings, name ?? before),
    parts: ({ run }) => changingParts(run),
  });
  return { state: { ...state, name: prepared.name }, plan: prepared };
}

/** The same settings over the same corpus and the same word vectors. @throws AppError E_PARENT_MISSING */
function identityOf({ project: { db } }: Session, settings: SequenceSettings, corpus: string): string {
  if (settings.embeddings === 'learned') return runIdentity(settings, corpus);
  parentOf(db, settings.parent);
  const { sha256 } = describeMatrix(db, findModel(db, settings.parent).id, 'input');
  return runIdentity(settings, `${corpus} ${sha256}`);
}

function prepare(session: Session, settings: SequenceSettings, name: string): Plan {
  const split = splitCorpus(session, settings);
  const vectors =
    settings.embeddings === 'learned'
      ? null
      : parentVectors(split.encoded.words, wordVectors(session, settings.parent), settings.seed);
  return { ...split, name, settings, run: prepareSequenceRun(split.encoded, settings, vectors) };
}

function wordVectors({ project: { db } }: Session, parent: string) {
  const { id, dimensions } = findModel(db, parent);
  return { words: readModelWords(db, id).forms, dimensions, values: readMatrix(db, id, 'input') };
}

/** “lstm 1”, “lstm 2”, … */
function freeName({ project: { db } }: Session, { cell }: SequenceSettings): string {
  const taken = new Set(listSequenceModels(db).map(({ name }) => name));
  for (let number = 1; ; number += 1) if (!taken.has(`${cell} ${number}`)) return `${cell} ${number}`;
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
  { plan, state, corpus, outcome }: { plan: Plan; state: RunState; corpus: string; outcome: SequenceOutcome },
): SequenceResult {
  const { project, environment } = session;
  const { db } = project;
  const { settings, encoded, stretches, run } = plan;
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
  };
  addSequenceModel(db, {
    name: plan.name,
    forms: words,
    counts,
    parent: settings.embeddings === 'learned' ? null : settings.parent,
    settings,
    history,
    texts: recordSplit(db, stretches),
    weights: weightShapes(shape).map((one) => ({ ...one, values: weights.get(one.name)! })),
    corpus,
    createdAt: environment.now(),
  });
  // Texts may have come in meanwhile.
  change(db, () => markStaleModels(db));
  removeCheckpoint(project);
  const stored = findSequenceModel(db, plan.name);
  return { ...sequenceSummary(db, stored), sha256: stored.sha256 };
}
